import { redirect } from "@remix-run/node";
import { completeAtgard } from "#app/commands/completeAtgard.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { makuleraAtgard } from "#app/commands/makuleraAtgard.server.ts";
import { reopenAtgard } from "#app/commands/reopenAtgard.server.ts";
import {
	completeAtgardSchema,
	decideListedAtgardSchema,
	makuleraAtgardSchema,
	reopenAtgardSchema,
} from "#app/domain/atgard.schema.ts";
import { Fault } from "#app/domain/fault.ts";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { findAllAktivitetNames } from "#db/aktivitetName.server.ts";

interface Intent {
	/** Said on the page afterwards. The row may have left the list that is shown. */
	saved: string;
	run: (context: KommunContext) => Promise<unknown>;
}

const INTENTS: Record<string, Intent> = {
	decideAtgard: {
		saved: "Åtgärden är tillagd.",
		run: async (context) => {
			const atgard = parseForm(decideListedAtgardSchema(context.today), context.form);
			await requireOffered(context, atgard.aktivitetId);
			await decideAtgard(context.db, context.actor, atgard);
		},
	},
	completeAtgard: {
		saved: "Åtgärden är markerad som klar. Den finns under Klara.",
		run: ({ db, actor, form, today }) => completeAtgard(db, actor, parseForm(completeAtgardSchema(today), form)),
	},
	reopenAtgard: {
		saved: "Åtgärden är öppen igen. Den finns under Öppna.",
		run: ({ db, actor, form }) => reopenAtgard(db, actor, parseForm(reopenAtgardSchema, form)),
	},
	makuleraAtgard: {
		saved: "Åtgärden är makulerad. Den räknas inte längre.",
		run: ({ db, actor, form }) => makuleraAtgard(db, actor, parseForm(makuleraAtgardSchema, form)),
	},
};

/** What is said by the name in `?sparat`. */
export function savedText(name: string | null): string | null {
	return name !== null && Object.hasOwn(INTENTS, name) ? (INTENTS[name]?.saved ?? null) : null;
}

/** Carries out a form of the page, and returns to the list it stood in. */
export async function carryOut(context: KommunContext) {
	const name = String(context.form.get("intent"));
	const intent = Object.hasOwn(INTENTS, name) ? INTENTS[name] : undefined;
	if (!intent) throw unknownIntent();
	await intent.run(context);
	const next = new URL(context.url);
	next.searchParams.set("sparat", name);
	return redirect(next.pathname + next.search);
}

/** @throws Fault `not_found` for an aktivitet that the page does not offer: another kommun's, or of a dokument to come */
async function requireOffered({ db, kommun, today }: KommunContext, aktivitetId: number): Promise<void> {
	const offered = await findAllAktivitetNames(db, { kommunId: kommun.id, begunBy: today });
	if (!offered.some(({ id }) => id === aktivitetId))
		throw new Fault("not_found", "Aktivitet: välj en aktivitet i listan.", "aktivitetId");
}
