import { beginDokumentutkast } from "#app/commands/beginDokumentutkast.server.ts";
import { changeDokumentutkast } from "#app/commands/changeDokumentutkast.server.ts";
import { applyChange } from "#app/dokumentutkast/applyChange.ts";
import type { UtkastChange } from "#app/dokumentutkast/change.ts";
import type { DokumentutkastContent, UtkastFault } from "#app/dokumentutkast/content.ts";
import { utkastFaults } from "#app/dokumentutkast/faults.ts";
import { type Dokumentutkast, findUtkast } from "#app/dokumentutkast/findUtkast.server.ts";
import { proposeUtkast } from "#app/dokumentutkast/propose.ts";
import type { Plats } from "#app/measures/types.ts";
import type { Db } from "#db/connection.server.ts";
import type { KommunActor } from "./kommun.ts";

/** A löfte of a year with one of each thing that an utkast asks about. */
export const UTKAST_TEXT = `Medborgarlöfte i Provkommun kommun

Löftet gäller från 1 januari 2018 till 31 december 2019.

Polisen lovar

- Polisen ska genomföra minst tio riktade insatser mot narkotika bland unga.
- Polisen och kommunen ska under året genomföra minst fyra samverkansmöten.
- Polisen ska genomföra hastighetskontroller i samtliga kommundelar.

Kommunen lovar

- Kommunen ska öppna en fritidsgård.

Uppföljning

Löftet följs upp varje tertial.
`;

/** An utkast begun with the text, by the real command. */
export async function makeUtkast(
	db: Db,
	actor: KommunActor,
	{ text = UTKAST_TEXT, ...rest }: Partial<Parameters<typeof beginDokumentutkast>[2]> = {},
): Promise<Dokumentutkast> {
	const { utkastId } = await beginDokumentutkast(db, actor, { uuid: crypto.randomUUID(), text, ...rest });
	return utkastRow(db, actor, utkastId);
}

/** As it stands now. */
export async function utkastRow(db: Db, { kommunId }: KommunActor, utkastId: number): Promise<Dokumentutkast> {
	const utkast = await findUtkast(db, { kommunId, utkastId });
	if (!utkast) throw new Error("there is no such utkast");
	return utkast;
}

/** Fills in what is missing by the real command, one step at a time, until it can be put in force. */
export async function completeUtkast(
	db: Db,
	actor: KommunActor,
	{ utkast, platser }: { utkast: Dokumentutkast; platser: readonly Plats[] },
): Promise<Dokumentutkast> {
	let now = utkast;
	for (let change = nextStep(now.content, platser); change; change = nextStep(now.content, platser)) {
		await changeDokumentutkast(db, actor, { utkastId: now.id, version: now.version, change });
		now = await utkastRow(db, actor, now.id);
	}
	return now;
}

/** The same without a database. */
export function completed(
	content: DokumentutkastContent,
	facts: { sourceText: string; platser: readonly Plats[] },
): DokumentutkastContent {
	let now = content;
	for (let change = nextStep(now, facts.platser); change; change = nextStep(now, facts.platser))
		now = applyChange(now, change, facts);
	return now;
}

/** A content made of the text, for what needs no database. */
export function utkastOf(text: string = UTKAST_TEXT, platser: readonly Plats[] = []): DokumentutkastContent {
	return proposeUtkast(text, { kommun: "Provkommun", platser });
}

/** What a person would do about the first thing that is missing; undefined: nothing is. */
export function nextStep(content: DokumentutkastContent, platser: readonly Plats[]): UtkastChange | undefined {
	const [fault] = utkastFaults(content, { platser });
	return fault && stepFor(fault, content, platser);
}

function stepFor(fault: UtkastFault, content: DokumentutkastContent, platser: readonly Plats[]): UtkastChange {
	const { aktivitetKey, measureKey, field } = fault;
	const aktivitet = content.aktiviteter.find(({ key }) => key === aktivitetKey);
	const measure = aktivitet?.measures.find(({ key }) => key === measureKey);
	if (aktivitet && measure) {
		const platsIds = platser.map(({ id }) => id);
		const base = { aktivitetKey: aktivitet.key, measureKey: measure.key };
		if (measure.kind === "outcome" || (platsIds.length === 0 && measure.kind === "coverage"))
			return { type: "changeMeasureKind", ...base, kind: "ongoing" };
		const filled = { minimum: 1, times: 1, per: "year", yearBasis: "calendar", platsIds };
		const settings = field?.startsWith("cadence") ? WEEKLY : { ...Object(measure.settings), ...filled };
		return { type: "changeMeasure", ...base, name: measure.name, rakneregel: measure.rakneregel, settings };
	}
	if (aktivitet && field === "parts")
		return {
			type: "changeAktivitet",
			aktivitetKey: aktivitet.key,
			quotation: aktivitet.quotation,
			lofteKey: aktivitet.lofteKey,
			parts: ["polis", "kommun"],
			aktivitetstyp: aktivitet.aktivitetstyp,
		};
	if (aktivitet) return { type: "leaveOutAktivitet", aktivitetKey: aktivitet.key };
	if (field === "inForceFrom" || field === "inForceTo") return factsOf(content, daysAfter(content));
	throw new Error(`nothing mends ${JSON.stringify(fault)}`);
}

const WEEKLY = {
	cadence: { type: "every", every: "week", times: 1 },
	season: null,
	slotOne: "möte",
	slotMany: "möten",
};

/** A year from the day that is known. */
function daysAfter({ inForceFrom }: DokumentutkastContent): { inForceFrom: string; inForceTo: string } {
	const year = Number(inForceFrom?.slice(0, 4) ?? 2018);
	return { inForceFrom: inForceFrom ?? "2018-01-01", inForceTo: `${year + 1}-12-31` };
}

/** The fields of the dokument as the form sends them, some of them changed. */
export function factsOf(
	content: DokumentutkastContent,
	change: Partial<Extract<UtkastChange, { type: "changeFacts" }>>,
): UtkastChange {
	const { title, inForceFrom, inForceTo, isOpenEnded, signedOn, periodKind } = content;
	const { lagesbild, followUpRule, sourceNote, undertecknare } = content;
	const facts = { title, inForceFrom, inForceTo, isOpenEnded, signedOn, periodKind };
	return { type: "changeFacts", ...facts, lagesbild, followUpRule, sourceNote, undertecknare, ...change };
}
