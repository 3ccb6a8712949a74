import { redirect } from "@remix-run/node";
import { answerFraga } from "#app/commands/answerFraga.server.ts";
import { completeAtgard } from "#app/commands/completeAtgard.server.ts";
import { confirmFordelning } from "#app/commands/confirmFordelning.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { excuseSlot } from "#app/commands/excuseSlot.server.ts";
import { makuleraAtgard } from "#app/commands/makuleraAtgard.server.ts";
import { reopenAtgard } from "#app/commands/reopenAtgard.server.ts";
import { revokeExcusedSlot } from "#app/commands/revokeExcusedSlot.server.ts";
import {
	completeAtgardSchema,
	decideAtgardSchema,
	makuleraAtgardSchema,
	reopenAtgardSchema,
} from "#app/domain/atgard.schema.ts";
import { excuseSlotSchema, revokeExcusedSlotSchema } from "#app/domain/excusedSlot.schema.ts";
import { Fault } from "#app/domain/fault.ts";
import { confirmFordelningSchema } from "#app/domain/fordelning.schema.ts";
import { answerFragaSchema } from "#app/domain/fraga.schema.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { addressId } from "#app/http/addressId.server.ts";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import {
	requireActions,
	requireOwnAtgard,
	requireOwnExcusedSlot,
	requireOwnFraga,
	requireOwnSlot,
} from "./ownRows.server.ts";
import { findShownAktivitet } from "./shownAktivitet.server.ts";

interface Intent {
	may: Permission;
	/** Said on the page afterwards. */
	saved: string;
	run: (context: KommunContext) => Promise<void>;
}

const INTENTS: Record<string, Intent> = {
	excuseSlot: {
		may: "log",
		saved: "Tillfället är markerat som inställt.",
		run: async (context) => {
			const slot = parseForm(excuseSlotSchema, context.form);
			await requireOwnSlot(context, slot);
			await excuseSlot(context.db, context.actor, slot);
		},
	},
	revokeExcusedSlot: {
		may: "log",
		saved: "Tillfället räknas som väntat igen.",
		run: async (context) => {
			const slot = parseForm(revokeExcusedSlotSchema, context.form);
			await requireOwnExcusedSlot(context, slot.excusedSlotId);
			await revokeExcusedSlot(context.db, context.actor, slot);
		},
	},
	decideAtgard: {
		may: "handleAtgarder",
		saved: "Åtgärden är tillagd.",
		run: async (context) => {
			const atgard = parseForm(decideAtgardSchema(context.today), context.form);
			await requireActions(context);
			await decideAtgard(context.db, context.actor, { aktivitetId: addressId(context.params.id), ...atgard });
		},
	},
	completeAtgard: {
		may: "handleAtgarder",
		saved: "Åtgärden är markerad som klar.",
		run: async (context) => {
			const atgard = parseForm(completeAtgardSchema(context.today), context.form);
			await requireOwnAtgard(context, atgard.atgardId);
			await completeAtgard(context.db, context.actor, atgard);
		},
	},
	reopenAtgard: {
		may: "handleAtgarder",
		saved: "Åtgärden är öppen igen.",
		run: async (context) => {
			const atgard = parseForm(reopenAtgardSchema, context.form);
			await requireOwnAtgard(context, atgard.atgardId);
			await reopenAtgard(context.db, context.actor, atgard);
		},
	},
	makuleraAtgard: {
		may: "handleAtgarder",
		saved: "Åtgärden är makulerad. Den räknas inte längre.",
		run: async (context) => {
			const atgard = parseForm(makuleraAtgardSchema, context.form);
			await requireOwnAtgard(context, atgard.atgardId);
			await makuleraAtgard(context.db, context.actor, atgard);
		},
	},
	confirmFordelning: { may: "log", saved: "Fördelningen är bekräftad.", run: confirm },
	changeFordelning: { may: "log", saved: "Den nya fördelningen är sparad och bekräftad.", run: confirm },
	answerFraga: {
		may: "editDokument",
		saved: "Svaret är sparat.",
		run: async (context) => {
			const answer = parseForm(answerFragaSchema, context.form);
			await requireOwnFraga(context, answer.fragaId);
			await answerFraga(context.db, context.actor, answer);
		},
	},
};

/** What is said by the name in `?sparat`; a measure is changed on a page of its own, which leads here. */
export const SAVED_TEXT: ReadonlyMap<string, string> = new Map([
	...Object.entries(INTENTS).map(([name, intent]): [string, string] => [name, intent.saved]),
	["changeMeasure", "Måttet är ändrat."],
]);

/** Carries out the small forms of the aktivitet page, each with its own permission, and returns to the page. */
export async function carryOut(context: KommunContext) {
	const name = String(context.form.get("intent"));
	const intent = Object.hasOwn(INTENTS, name) ? INTENTS[name] : undefined;
	if (!intent) throw unknownIntent();
	if (!context.may(intent.may)) throw new Fault("forbidden", "Din roll i kommunen får inte göra det här.");
	await intent.run(context);
	const next = new URL(context.url);
	next.searchParams.set("sparat", name);
	return redirect(next.pathname + next.search);
}

async function confirm(context: KommunContext): Promise<void> {
	const { db, actor, form, may } = context;
	const { measureId, version, forPart, part } = parseForm(confirmFordelningSchema, form);
	if (!may(forPart === "polis" ? "confirmForPolis" : "confirmForKommun"))
		throw new Fault("forbidden", "Du kan bara bekräfta för din egen part.");
	const { aktivitet } = await findShownAktivitet(context);
	if (!aktivitet.measures.some((one) => one.id === measureId))
		throw new Fault("not_found", "Måttet har inget minimum att fördela.");
	await confirmFordelning(db, actor, { measureId, version, forPart, parts: part });
}
