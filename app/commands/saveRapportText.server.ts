import { addHours } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { type RapportPart, WRITE_STEP } from "#app/domain/rapport.ts";
import {
	MAX_RAPPORT_TEXT,
	NOTHING_WRITTEN,
	RAPPORT_TEXT_FIELDS,
	RAPPORT_TEXT_LABEL,
	type RapportTextContent,
	type RapportTextField,
} from "#app/domain/rapportText.ts";
import { findAuditEventsSince } from "#db/audit.server.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { isAktivitetOfDokument } from "#db/dokument.server.ts";
import { findAllRapportTexts, type RapportTextRow } from "#db/rapport.server.ts";
import { insertRapportText, updateRapportText } from "#db/rapportChange.server.ts";
import { acceptText } from "./acceptText.server.ts";
import { type KommunWriter, kommunWriter } from "./kommunWriter.server.ts";
import { rapportEvent, requireStep } from "./rapportInKommun.server.ts";
import { begunRapport, type RapportOfPeriod, rapportOfPeriod } from "./rapportOfPeriod.server.ts";

export interface SavedRapportText extends Partial<RapportTextContent> {
	dokumentId: number;
	periodCode: string;
	part: RapportPart;
	/** null: about the whole. */
	aktivitetId: number | null;
	/** Of the text that the page showed; 0 when there was none. */
	version: number;
}

const TEXT_SAVED = "rapport.text_saved";
/** Half an hour after its line in the history a person's writing gets another. */
const SITTING_HOURS = 0.5;

const ABOUT_AKTIVITET: readonly RapportTextField[] = ["kommentar", "orsak", "nyPlan"];

/**
 * Saves what a part writes about an aktivitet or about the whole, and begins the utkast when there is none. A text that
 * is left out stays as it was; one that is the same already is not written again. A text saves itself at every pause; the
 * history has one line for what a person writes in it at a sitting.
 *
 * @returns the version of the text now; 0 when nothing has ever been written
 * @throws Fault `not_found` in another kommun or for a report or aktivitet that there is none of; `invalid` for a
 *   personal number, a text too long or in the wrong place; `conflict` when the part is klar or the report inlämnad, or,
 *   on the first of the fields, when somebody else has saved the text since, in which case nothing is written
 */
export async function saveRapportText(db: Db, actor: Actor, input: SavedRapportText): Promise<{ version: number }> {
	const writer = kommunWriter(actor);
	const { part, aktivitetId, version } = input;
	const texts = acceptTexts(input);
	return command(db, actor, async (tx) => {
		const asked = await rapportOfPeriod(tx, writer, input);
		if (aktivitetId !== null && !(await isAktivitetOfDokument(tx, { dokumentId: input.dokumentId, aktivitetId })))
			throw new Fault("not_found", "Aktiviteten finns inte i dokumentet.");
		requireStep(WRITE_STEP[part], asked.facts, writer);
		const existing = await findText(tx, { ...writer, asked, part, aktivitetId });
		if ((existing?.version ?? 0) !== version) throw textChangedMeanwhile(texts);
		const content = { ...(existing ? contentOf(existing) : NOTHING_WRITTEN), ...texts };
		if (isSame(content, existing ?? NOTHING_WRITTEN)) return { result: { version }, audit: [] };
		const rapport = await begunRapport(tx, writer, asked);
		const text = { rapportId: rapport.id, part, aktivitetId, version, content, ...writer };
		await (existing ? updateRapportText(tx, text) : insertRapportText(tx, text));
		const isTold = await isSittingTold(tx, { writer, rapportId: rapport.id, part, aktivitetId });
		return {
			result: { version: version + 1 },
			audit: isTold ? [] : [rapportEvent({ action: TEXT_SAVED, rapport, detail: { part, aktivitetId } })],
		};
	});
}

/**
 * Whether the history already says that this person is writing in this text: nobody else has saved it since, and the report
 * has taken no step that a later change could be hidden behind.
 */
async function isSittingTold(
	tx: Tx,
	{
		writer: { personId, kommunId, now },
		rapportId,
		part,
		aktivitetId,
	}: { writer: KommunWriter; rapportId: number; part: RapportPart; aktivitetId: number | null },
): Promise<boolean> {
	const since = addHours(now, -SITTING_HOURS);
	const events = await findAuditEventsSince(tx, { kommunId, entity: "rapport", entityId: rapportId, since });
	const latest = events.find(
		({ action, detail }) => action !== TEXT_SAVED || (detail.part === part && detail.aktivitetId === aktivitetId),
	);
	return latest?.action === TEXT_SAVED && latest.personId === personId;
}

/** The texts that were sent, tidied. */
function acceptTexts(input: SavedRapportText): Partial<RapportTextContent> {
	const accepted: Partial<RapportTextContent> = {};
	for (const field of RAPPORT_TEXT_FIELDS) {
		const text = input[field];
		if (text === undefined) continue;
		const label = RAPPORT_TEXT_LABEL[field];
		if (ABOUT_AKTIVITET.includes(field) !== (input.aktivitetId !== null))
			throw new Fault("invalid", `${label}: ladda om sidan och skriv texten igen.`, field);
		accepted[field] = acceptText({ field, label, text, maxLength: MAX_RAPPORT_TEXT });
	}
	return accepted;
}

async function findText(
	tx: Tx,
	{
		kommunId,
		asked,
		part,
		aktivitetId,
	}: { kommunId: number; asked: RapportOfPeriod; part: RapportPart; aktivitetId: number | null },
): Promise<RapportTextRow | undefined> {
	if (!asked.rapport) return undefined;
	const texts = await findAllRapportTexts(tx, { kommunId, rapportId: asked.rapport.id });
	return texts.find((text) => text.part === part && text.aktivitetId === aktivitetId);
}

/** Told on a field of the form, so that it comes back with what was typed beside what is saved. */
function textChangedMeanwhile(texts: Partial<RapportTextContent>): Fault {
	return new Fault(
		"conflict",
		"Texten har ändrats av någon annan sedan du öppnade sidan. Jämför texterna och välj vilken som ska gälla.",
		RAPPORT_TEXT_FIELDS.find((field) => texts[field] !== undefined),
	);
}

function contentOf({ kommentar, orsak, nyPlan, bedomning, begardaBeslut }: RapportTextContent): RapportTextContent {
	return { kommentar, orsak, nyPlan, bedomning, begardaBeslut };
}

function isSame(one: RapportTextContent, other: RapportTextContent): boolean {
	return RAPPORT_TEXT_FIELDS.every((field) => one[field] === other[field]);
}
