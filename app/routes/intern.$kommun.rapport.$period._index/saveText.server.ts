import { data, redirect } from "@remix-run/node";
import { saveRapportText } from "#app/commands/saveRapportText.server.ts";
import { Fault } from "#app/domain/fault.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import { saveRapportTextSchema } from "#app/domain/rapport.schema.ts";
import { type RapportPart, STEP_PERMISSION, WRITE_STEP } from "#app/domain/rapport.ts";
import { formatInstant } from "#app/features/formatInstant.ts";
import { isQuiet } from "#app/features/quietSubmission.ts";
import { refusal } from "#app/http/faults.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { findRapportView } from "#app/rapport/findRapport.server.ts";
import { offeredSteps } from "#app/rapport/steps.ts";
import { clockOf, type TextConflict, type TextSaved } from "./textPlaces.ts";

/**
 * Saves a part's text. An autosave (`QUIET`) is told so in data and leaves the page as it is. When somebody else saved
 * in between, both texts come back and nothing is written.
 */
export async function saveText(context: KommunContext) {
	const { db, actor, form, params, may, now, url } = context;
	const input = parseForm(saveRapportTextSchema, form);
	const step = WRITE_STEP[input.part];
	if (!may(STEP_PERMISSION[step])) throw new Fault("forbidden", "Du kan bara skriva i din egen del.");
	try {
		const { version } = await saveRapportText(db, actor, { ...input, periodCode: params.period ?? "" });
		const textSaved: TextSaved = { version, at: clockOf(formatInstant(now)) };
		if (isQuiet(form)) return { textSaved };
		const next = new URL(url);
		next.searchParams.set("sparat", "saveRapportText");
		return redirect(`${next.pathname}${next.search}#text-${input.part}-${input.aktivitetId ?? "helheten"}`);
	} catch (error) {
		const isConflict = error instanceof Fault && error.code === "conflict";
		const conflict = isConflict && (await conflictWith(context, { ...input, step }));
		if (!conflict) throw error;
		const kept = refusal(form, { errors: [], status: 409 });
		return data({ ...kept.data, conflict }, { status: 409 });
	}
}

/** What is saved by now; undefined when the text can no longer be written at all, or is the one that the person saw. */
async function conflictWith(
	{ db, kommun, params, today, now, may, person }: KommunContext,
	seen: Pick<TextConflict, "part" | "aktivitetId" | "version"> & {
		dokumentId: number;
		step: (typeof WRITE_STEP)[RapportPart];
	},
): Promise<TextConflict | undefined> {
	const period = parsePeriod(params.period ?? "");
	const view =
		period && (await findRapportView(db, { kommunId: kommun.id, dokumentId: seen.dokumentId, period, today }));
	if (!view || !offeredSteps(view.facts, { personId: person.id, may, today, now }).includes(seen.step))
		return undefined;
	const text = view.texts.find(({ part, aktivitetId }) => part === seen.part && aktivitetId === seen.aktivitetId);
	if (!text || text.version === seen.version) return undefined;
	const { part, aktivitetId, version, kommentar, orsak, nyPlan, bedomning, begardaBeslut } = text;
	return {
		part,
		aktivitetId,
		version,
		savedAt: formatInstant(text.updatedAt),
		savedBy: text.updatedByName,
		texts: aktivitetId === null ? { bedomning, begardaBeslut } : { kommentar, orsak, nyPlan },
	};
}
