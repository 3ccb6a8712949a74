import { type IsoDate, stockholmDate } from "#app/domain/dates.ts";
import { DOKUMENT_LABEL, MAX_DOKUMENT_TEXT } from "#app/domain/dokumentChange.schema.ts";
import { Fault } from "#app/domain/fault.ts";
import type { PeriodKind } from "#app/domain/periods.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import {
	type ChangeableFacts,
	type DokumentFacts,
	findAllDokumentRapporter,
	updateDokumentFacts,
} from "#db/dokumentChange.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { acceptName, acceptOptionalText } from "./acceptText.server.ts";
import { dokumentForChange } from "./endDokument.server.ts";
import { changedMeanwhile, kommunWriter } from "./kommunWriter.server.ts";
import { clearFordelning } from "./releaseFordelning.server.ts";

export interface ChangedDokumentFacts {
	dokumentId: number;
	/** The dokument's version that the page showed. */
	version: number;
	title: string;
	signedOn: IsoDate | null;
	/** Missing: as it is. */
	periodKind?: PeriodKind | undefined;
	lagesbild: string | null;
	followUpRule: string | null;
	sourceNote: string | null;
	/** By title and organisation, never by personal name; in the order of the paper. */
	undertecknare: readonly { title: string; organisation: string }[];
}

/**
 * Puts right what the dokument says of itself: its title, day, lägesbild, and who has signed it. What it promises, and the
 * signed text, stand. Reports that are handed in or signed keep what they say.
 *
 * @throws Fault `not_found` in another kommun; `invalid` when a text is missing, too long or holds a personal number, or the
 *   day lies ahead; `conflict` when the period is to be another and reports have been begun, or somebody changed the dokument
 *   in between
 */
export async function changeDokumentFacts(
	db: Db,
	actor: Actor,
	input: ChangedDokumentFacts,
): Promise<{ version: number }> {
	const writer = kommunWriter(actor);
	const { kommunId, now } = writer;
	const { dokumentId, version } = input;
	const accepted = acceptFacts(input, stockholmDate(now));
	return command(db, actor, async (tx) => {
		const dokument = await dokumentForChange(tx, writer, dokumentId);
		if (dokument.version !== version) throw changedMeanwhile("Dokumentet");
		const facts: ChangeableFacts = { ...accepted, periodKind: input.periodKind ?? dokument.periodKind };
		const changes = changesBetween(dokument, facts);
		if (Object.keys(changes).length === 0) return { result: { version }, audit: [] };
		if (facts.periodKind !== dokument.periodKind) await releasePeriods(tx, { kommunId, dokumentId });
		await updateDokumentFacts(tx, { id: dokumentId, version, facts });
		return {
			result: { version: version + 1 },
			audit: [
				{
					action: "dokument.facts_changed",
					entity: "dokument",
					entityId: dokumentId,
					detail: { title: facts.title, changes },
				},
			],
		};
	});
}

function acceptFacts(input: ChangedDokumentFacts, today: IsoDate): Omit<ChangeableFacts, "periodKind"> {
	const { signedOn } = input;
	if (signedOn !== null && signedOn > today)
		throw new Fault("invalid", `${DOKUMENT_LABEL.signedOn}: välj en dag senast i dag.`, "signedOn");
	const optionalText = (field: "lagesbild" | "followUpRule" | "sourceNote") =>
		acceptOptionalText({
			field,
			label: DOKUMENT_LABEL[field],
			text: input[field],
			maxLength: MAX_DOKUMENT_TEXT[field],
		});
	return {
		title: acceptName({
			field: "title",
			label: DOKUMENT_LABEL.title,
			text: input.title,
			maxLength: MAX_DOKUMENT_TEXT.title,
		}),
		signedOn,
		lagesbild: optionalText("lagesbild"),
		followUpRule: optionalText("followUpRule"),
		sourceNote: optionalText("sourceNote"),
		undertecknare: input.undertecknare.map(({ title, organisation }, index) => ({
			title: acceptName({
				field: `undertecknare.${index}.title`,
				label: DOKUMENT_LABEL.undertecknareTitle,
				text: title,
				maxLength: MAX_DOKUMENT_TEXT.undertecknareTitle,
			}),
			organisation: acceptName({
				field: `undertecknare.${index}.organisation`,
				label: DOKUMENT_LABEL.organisation,
				text: organisation,
				maxLength: MAX_DOKUMENT_TEXT.organisation,
			}),
		})),
	};
}

/** What is another than it was, for the history. */
function changesBetween(
	before: DokumentFacts,
	after: ChangeableFacts,
): Partial<Record<keyof ChangeableFacts, { before: unknown; after: unknown }>> {
	const keys = Object.keys(after) as (keyof ChangeableFacts)[];
	return Object.fromEntries(
		keys
			.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
			.map((key) => [key, { before: before[key], after: after[key] }]),
	);
}

/** Every report and every agreed part belongs to a period of the old kind. */
async function releasePeriods(tx: Tx, of: { kommunId: number; dokumentId: number }): Promise<void> {
	const rapporter = await findAllDokumentRapporter(tx, of);
	if (rapporter.length > 0)
		throw new Fault(
			"conflict",
			`${DOKUMENT_LABEL.periodKind}: perioden kan inte ändras, eftersom ${rapporter.length === 1 ? "en rapport är påbörjad" : "rapporter är påbörjade"}. Lämna den som den är.`,
			"periodKind",
		);
	const { dokument } = await findFollowUp(tx, { kommunId: of.kommunId, dokumentIds: [of.dokumentId] });
	for (const { aktiviteter } of dokument)
		for (const { id: measureId } of aktiviteter.flatMap(({ measures }) => measures))
			await clearFordelning(tx, { kommunId: of.kommunId, measureId });
}
