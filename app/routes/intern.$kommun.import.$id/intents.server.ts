import { redirect } from "@remix-run/node";
import { addUtkastPlatser } from "#app/commands/addUtkastPlatser.server.ts";
import { cancelImport } from "#app/commands/cancelImport.server.ts";
import { changeImportMapping } from "#app/commands/changeImportMapping.server.ts";
import { undoImport } from "#app/commands/undoImport.server.ts";
import { Fault } from "#app/domain/fault.ts";
import { MAX_PLATSER_AT_ONCE } from "#app/domain/plats.schema.ts";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import type { ImportMapping } from "#app/import/content.ts";
import { foldedName } from "#app/import/foldedName.ts";
import { findImportFacts } from "#app/import/importFacts.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { newPlatserOf, withAnswers, withColumns, withFixed, withNames, withSheet } from "./changedMapping.server.ts";
import { type FoundImport, findImportOf } from "./findImportOf.server.ts";
import {
	answerSchema,
	changeColumnsSchema,
	changeNamesSchema,
	chooseFixedSchema,
	chooseSheetSchema,
	stepSchema,
} from "./forms.schema.ts";
import { forgetReview } from "./reviewJobs.server.ts";
import { runInJob } from "./runJobs.server.ts";

interface Intent {
	/** Said on the page afterwards; null: the page itself shows it. */
	saved: string | null;
	run: (context: KommunContext, found: FoundImport) => Promise<unknown>;
}

const INTENTS: Record<string, Intent> = {
	chooseSheet: {
		saved: "Filen är läst om.",
		run: async (context, found) => {
			const input = parseForm(chooseSheetSchema, context.form);
			await change(context, {
				found,
				version: input.version,
				mapping: withSheet(await adjusted(context, found), input),
			});
		},
	},
	changeColumns: {
		saved: "Kolumnerna är uppdaterade.",
		run: async (context, found) => {
			const input = parseForm(changeColumnsSchema, context.form);
			await change(context, {
				found,
				version: input.version,
				mapping: withColumns(await adjusted(context, found), input),
			});
		},
	},
	chooseFixed: {
		saved: "Valet är sparat.",
		run: async (context, found) => {
			const input = parseForm(chooseFixedSchema, context.form);
			await change(context, { found, version: input.version, mapping: withFixed(found.mapping, input) });
		},
	},
	changeNames: { saved: "Namnen är sparade.", run: changeNames },
	changeKnownNames: { saved: "Namnen är uppdaterade.", run: changeNames },
	answer: {
		saved: "Svaren är sparade.",
		run: async (context, found) => {
			const input = parseForm(answerSchema, context.form);
			await change(context, { found, version: input.version, mapping: withAnswers(found.mapping, input) });
		},
	},
	checkAgain: {
		saved: null,
		run: (context, found) => forgetReview(context, found),
	},
	runImport: {
		saved: null,
		run: (context, { id }) => runInJob(context, { importId: id, ...parseForm(stepSchema, context.form) }),
	},
	cancelImport: {
		saved: null,
		run: ({ db, actor, form }, { id }) => cancelImport(db, actor, { importId: id, ...parseForm(stepSchema, form) }),
	},
	undoImport: {
		saved: null,
		run: ({ db, actor, form }, { id }) => undoImport(db, actor, { importId: id, ...parseForm(stepSchema, form) }),
	},
};

/** What is said by the name in `?sparat`. */
export function savedText(name: string | null): string | null {
	return name !== null && Object.hasOwn(INTENTS, name) ? (INTENTS[name]?.saved ?? null) : null;
}

/** Carries out a form of the page, and returns to it. */
export async function carryOut(context: KommunContext) {
	const found = await findImportOf(context);
	const name = String(context.form.get("intent"));
	const intent = Object.hasOwn(INTENTS, name) ? INTENTS[name] : undefined;
	if (!intent) throw unknownIntent();
	await intent.run(context, found);
	return redirect(`${context.url.pathname}?sparat=${name}`);
}

/** @throws Fault `conflict` once it is imported or given up: its cells are gone */
async function adjusted({ db, kommun, today }: KommunContext, { sheets, mapping }: FoundImport) {
	if (!sheets) throw new Fault("conflict", "Importen är redan avslutad. Ladda om sidan.");
	return { sheets, mapping, facts: await findImportFacts(db, { kommunId: kommun.id, today }) };
}

function change(
	{ db, actor }: KommunContext,
	{ found, version, mapping }: { found: FoundImport; version: number; mapping: ImportMapping },
) {
	return changeImportMapping(db, actor, { importId: found.id, version, mapping });
}

/** New places first come onto the kommun's list, as places of a text do. */
async function changeNames(context: KommunContext, found: FoundImport): Promise<void> {
	const input = parseForm(changeNamesSchema, context.form);
	if (!found.sheets || found.version !== input.version) {
		await change(context, { found, version: input.version, mapping: found.mapping });
		return;
	}
	const file = { sheets: found.sheets, mapping: found.mapping };
	const added = await addPlatser(context, newPlatserOf(file, input));
	await change(context, { found, version: input.version, mapping: withNames(file, input, added) });
}

/** @returns the places by the folded names of the file */
async function addPlatser(
	{ db, kommun, actor, may }: KommunContext,
	platser: readonly { folded: string; written: string }[],
): Promise<ReadonlyMap<string, number>> {
	if (platser.length === 0) return new Map();
	if (!may("editDokument"))
		throw new Fault("forbidden", "Platser: din roll kan inte lägga till platser. Välj en som finns, eller ingen.");
	if (platser.length > MAX_PLATSER_AT_ONCE)
		throw new Fault(
			"invalid",
			`Platser: högst ${MAX_PLATSER_AT_ONCE} nya platser kan läggas till åt gången, och det skulle bli ${platser.length}. ` +
				"Kontrollera att kolumnen är platser, eller registrera utan plats.",
		);
	await addUtkastPlatser(db, actor, { names: platser.map(({ written }) => written) });
	const onList = new Map(
		(await findAllPlatser(db, { kommunId: kommun.id })).map(({ id, name }) => [foldedName(name), id]),
	);
	return new Map(
		platser.flatMap(({ folded }): [string, number][] => {
			const id = onList.get(folded);
			return id === undefined ? [] : [[folded, id]];
		}),
	);
}
