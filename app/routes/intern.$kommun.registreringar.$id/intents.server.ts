import { data, redirect } from "@remix-run/node";
import { correctGenomforande } from "#app/commands/correctGenomforande.server.ts";
import { makuleraGenomforande } from "#app/commands/makuleraGenomforande.server.ts";
import { Fault } from "#app/domain/fault.ts";
import { type GenomforandeCorrection, genomforandeCorrectionSchema } from "#app/domain/genomforande.schema.ts";
import { makuleraSchema } from "#app/domain/makulera.schema.ts";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { refusal } from "#app/http/faults.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { contentOf } from "#db/genomforandeChange.server.ts";
import type { ConflictProps } from "./Conflict.tsx";
import { contentInWords, differences } from "./contentInWords.server.ts";
import { findNames, findRow } from "./rowView.server.ts";

/** Carries out the page's forms: `intent=correctGenomforande` and `intent=makuleraGenomforande`. */
export async function carryOut(context: KommunContext) {
	const { form } = context;
	switch (form.get("intent")) {
		case "correctGenomforande":
			return correct(context);
		case "makuleraGenomforande":
			return makulera(context);
		default:
			throw unknownIntent();
	}
}

async function correct(context: KommunContext) {
	const { form, db, actor, today, url } = context;
	const { id } = await findRow(context);
	const input = parseForm(genomforandeCorrectionSchema(today), form);
	try {
		await correctGenomforande(db, actor, { id, ...input });
	} catch (error) {
		const conflict = error instanceof Fault && error.code === "conflict" && (await conflictWith(context, input));
		if (!conflict) throw error;
		const kept = refusal(form, { errors: [], status: 409 });
		return data({ ...kept.data, conflict }, { status: 409 });
	}
	return redirect(`${url.pathname}?sparat=correctGenomforande`);
}

async function makulera(context: KommunContext) {
	const { form, db, actor, url } = context;
	const { id } = await findRow(context);
	await makuleraGenomforande(db, actor, { id, ...parseForm(makuleraSchema, form) });
	return redirect(`${url.pathname}?sparat=makuleraGenomforande`);
}

/** What somebody else saved in between, beside what was typed; undefined when the row can no longer be corrected at all. */
async function conflictWith(context: KommunContext, input: GenomforandeCorrection): Promise<ConflictProps | undefined> {
	const { db, kommun } = context;
	const row = await findRow(context);
	if (row.makuleradAt !== null) return undefined;
	const names = await findNames(db, kommun.id);
	const typed = contentOf({
		...input,
		measures: input.measures.map(({ measureId, quantity }) => ({ measureId, quantity: quantity ?? input.quantity })),
	});
	return {
		revision: row.revision,
		differences: differences(contentInWords(contentOf(row), names), contentInWords(typed, names)),
	};
}
