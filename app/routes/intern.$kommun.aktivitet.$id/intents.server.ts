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
import { parseForm } from "#app/http/forms.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findProposal } from "./fordelningView.server.ts";

interface Intent {
	may: Permission;
	/** Said on the page afterwards. */
	saved: string;
	run: (context: KommunContext) => Promise<unknown>;
}

const INTENTS: Record<string, Intent> = {
	excuseSlot: {
		may: "log",
		saved: "Tillfället är markerat som inställt.",
		run: ({ db, actor, form }) => excuseSlot(db, actor, parseForm(excuseSlotSchema, form)),
	},
	revokeExcusedSlot: {
		may: "log",
		saved: "Tillfället räknas som väntat igen.",
		run: ({ db, actor, form }) => revokeExcusedSlot(db, actor, parseForm(revokeExcusedSlotSchema, form)),
	},
	decideAtgard: {
		may: "handleAtgarder",
		saved: "Åtgärden är tillagd.",
		run: ({ db, actor, form, params, today }) =>
			decideAtgard(db, actor, {
				aktivitetId: Number(params.id),
				...parseForm(decideAtgardSchema(today), form),
			}),
	},
	completeAtgard: {
		may: "handleAtgarder",
		saved: "Åtgärden är markerad som klar.",
		run: ({ db, actor, form, today }) => completeAtgard(db, actor, parseForm(completeAtgardSchema(today), form)),
	},
	reopenAtgard: {
		may: "handleAtgarder",
		saved: "Åtgärden är öppen igen.",
		run: ({ db, actor, form }) => reopenAtgard(db, actor, parseForm(reopenAtgardSchema, form)),
	},
	makuleraAtgard: {
		may: "handleAtgarder",
		saved: "Åtgärden är makulerad. Den räknas inte längre.",
		run: ({ db, actor, form }) => makuleraAtgard(db, actor, parseForm(makuleraAtgardSchema, form)),
	},
	confirmFordelning: { may: "log", saved: "Fördelningen är bekräftad.", run: confirm },
	changeFordelning: { may: "log", saved: "Den nya fördelningen är sparad och bekräftad.", run: confirm },
	answerFraga: {
		may: "editDokument",
		saved: "Svaret är sparat.",
		run: ({ db, actor, form }) => answerFraga(db, actor, parseForm(answerFragaSchema, form)),
	},
};

export const SAVED_TEXT: ReadonlyMap<string, string> = new Map(
	Object.entries(INTENTS).map(([name, intent]) => [name, intent.saved]),
);

/** Carries out the small forms of the aktivitet page, each with its own permission, and returns to the page. */
export async function carryOut(context: KommunContext) {
	const name = String(context.form.get("intent"));
	const intent = INTENTS[name];
	if (!intent) throw new Fault("invalid", "Formuläret är inte komplett. Ladda om sidan och försök igen.");
	if (!context.may(intent.may)) throw new Fault("forbidden", "Din roll i kommunen får inte göra det här.");
	await intent.run(context);
	const next = new URL(context.url);
	next.searchParams.set("sparat", name);
	return redirect(next.pathname + next.search);
}

async function confirm(context: KommunContext): Promise<unknown> {
	const { db, actor, form, kommun, params, may, today } = context;
	const { measureId, version, forPart, part } = parseForm(confirmFordelningSchema, form);
	if (!may(forPart === "polis" ? "confirmForPolis" : "confirmForKommun"))
		throw new Fault("forbidden", "Du kan bara bekräfta för din egen part.");
	const followUp = await findFollowUp(db, { kommunId: kommun.id, aktivitetId: Number(params.id) });
	const dokument = followUp.dokument[0];
	const measure = dokument?.aktiviteter[0]?.measures.find((one) => one.id === measureId);
	const proposal = dokument && measure && findProposal({ dokument, measure, today });
	if (!proposal) throw new Fault("not_found", "Måttet har inget minimum att fördela.");
	return confirmFordelning(db, actor, {
		measureId,
		version,
		forPart,
		parts: part,
		expectedTotal: proposal.total,
	});
}
