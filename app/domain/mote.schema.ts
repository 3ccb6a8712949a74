import * as z from "zod";
import { MAX_ATGARD_TEXT } from "./atgard.schema.ts";
import { addYears, type IsoDate } from "./dates.ts";
import { optional, optionalComingDate, refuse, rowId, seenVersion } from "./formFields.ts";
import { DELTAGARE_NAME, type Deltagare, PUNKT_OUTCOMES } from "./mote.ts";
import { parseComingDateInput } from "./parseInput.ts";
import { PERFORMED_BY } from "./performedBy.ts";
import { safeText } from "./personalData.ts";
import { MIN_REASON, tooShort } from "./reason.ts";

export const MAX_MOTE_TITLE = 120;
export const MAX_MOTE_PLACE = 200;
export const MAX_MOTE_REASON = 1000;
export const MAX_PUNKT_TITLE = 200;
/** The longest text of an item, and the longest note of what was said about it. */
export const MAX_PUNKT_TEXT = 4000;
export const MAX_BESLUT = 1000;
export const MAX_DELTAGARE_LABEL = 120;
export const MAX_DELTAGARE_COUNT = 99;
/** How many others than the app's own roles can be named. */
export const MAX_OTHERS = 20;

/** What the fields are called; every message begins with it. */
export const MOTE_LABEL = {
	title: "Rubrik",
	heldOn: "Dag",
	beginsAt: "Börjar",
	endsAt: "Slutar",
	place: "Plats",
	others: "Andra deltagare",
	reason: "Orsak",
	lines: "Text",
	anteckning: "Anteckning",
	outcome: "Rapporten är",
	beslut: "Beslut",
} as const;

/**
 * A new meeting. Fields: `uuid`, `title`, `heldOn`, `beginsAt`, `endsAt` (may be empty), `place`, `count.kommunpolis`,
 * `count.samordnare`, `count.ledamot`, `count.undertecknare` (empty: none) and `others` (one per line, "Räddningstjänsten"
 * or "2 Räddningstjänsten").
 */
export function planMoteSchema(today: IsoDate) {
	return z
		.object({ uuid: z.uuid("Ladda om sidan och planera mötet igen."), ...frameFields(today) })
		.refine(endsLater, ENDS_LATER)
		.transform(withDeltagare);
}

/** A changed one. Fields: `version` instead of `uuid`. */
export function changeMoteSchema(today: IsoDate) {
	return z
		.object({ version: seenVersion(), ...frameFields(today) })
		.refine(endsLater, ENDS_LATER)
		.transform(withDeltagare);
}

/** Fields: `version`, `reason`. */
export const cancelMoteSchema = z.object({
	version: seenVersion(),
	reason: safeText(MOTE_LABEL.reason, MAX_MOTE_REASON).refine(
		(reason) => reason.length >= MIN_REASON,
		tooShort(MOTE_LABEL.reason),
	),
});

/** Opening a meeting, taking that back and closing it. Field: `version`. */
export const seenMoteSchema = z.object({ version: seenVersion() });

const UNKNOWN_KEY = "Ladda om sidan och gör ändringen igen.";
const key = z.string(UNKNOWN_KEY).trim().min(1, UNKNOWN_KEY).max(80, UNKNOWN_KEY);
const punktWords = {
	title: filled(MOTE_LABEL.title, { maxLength: MAX_PUNKT_TITLE, whenEmpty: "skriv vad punkten handlar om." }),
	lines: safeText(MOTE_LABEL.lines, MAX_PUNKT_TEXT),
};

/** An item's own words. Fields: `key`, `version` (0: not stored yet), `title`, `lines` (one paragraph per line). */
export const editPunktSchema = z.object({ key, version: seenVersion(), ...punktWords });

/** An item of one's own. Fields: `uuid`, `title`, `lines`. */
export const addPunktSchema = z.object({ uuid: z.uuid("Ladda om sidan och skriv punkten igen."), ...punktWords });

/** Taking an item off the agenda, or putting it back. Field: `key`. */
export const punktKeySchema = z.object({ key });

/** Fields: `key`, `direction` (`up` or `down`). */
export const movePunktSchema = z.object({
	key,
	direction: z.enum(["up", "down"], "Välj om punkten ska flyttas uppåt eller nedåt."),
});

/** What was said. Fields: `key`, `version`, `anteckning` and, of a report, `outcome` (empty: not said). */
export const notePunktSchema = z.object({
	key,
	version: seenVersion(),
	anteckning: safeText(MOTE_LABEL.anteckning, MAX_PUNKT_TEXT),
	outcome: optional(z.enum(PUNKT_OUTCOMES, `${MOTE_LABEL.outcome}: välj granskad eller bordlagd.`)),
});

const beslutText = filled(MOTE_LABEL.beslut, { maxLength: MAX_BESLUT, whenEmpty: "skriv vad som beslutades." });

/** Fields: `uuid`, `key`, `text`. */
export const recordBeslutSchema = z.object({
	uuid: z.uuid("Ladda om sidan och skriv beslutet igen."),
	key,
	text: beslutText,
});

/** Fields: `beslutId`, `version`, `text`. */
export const changeBeslutSchema = z.object({ beslutId: rowId("Beslut"), version: seenVersion(), text: beslutText });

/** Fields: `beslutId`, `version`. */
export const withdrawBeslutSchema = z.object({ beslutId: rowId("Beslut"), version: seenVersion() });

/**
 * An åtgärd decided beside an item, on the meeting's day. Fields: `key`, `aktivitetId`, `title`, `owner`, `dueOn` (may be
 * empty).
 */
export function decideMoteAtgardSchema(today: IsoDate) {
	return z.object({
		key,
		aktivitetId: rowId("Aktivitet"),
		title: filled("Åtgärd", { maxLength: MAX_ATGARD_TEXT, whenEmpty: "skriv vad som ska göras." }),
		owner: z.enum(PERFORMED_BY, "Ansvarig: välj vem som ansvarar för åtgärden."),
		dueOn: optionalComingDate({ label: "Klar senast", today }),
	});
}

/** How far from today a meeting can be: minutes may be written afterwards, and years are mistyped. */
const MOST_YEARS = 2;

/** What is wrong with a meeting's day, in words; undefined when nothing is. */
export function heldOnProblem(heldOn: IsoDate, today: IsoDate): string | undefined {
	return heldOn < addYears(today, -MOST_YEARS) || heldOn > addYears(today, MOST_YEARS)
		? `${MOTE_LABEL.heldOn}: välj en dag inom ${MOST_YEARS} år från i dag. Se efter att året stämmer.`
		: undefined;
}

export const ENDS_LATER = {
	path: ["endsAt"],
	message: `${MOTE_LABEL.endsAt}: välj ett klockslag efter att mötet börjar.`,
};

function frameFields(today: IsoDate) {
	return {
		title: filled(MOTE_LABEL.title, { maxLength: MAX_MOTE_TITLE, whenEmpty: "skriv vad mötet heter." }),
		heldOn: heldOnField(today),
		beginsAt: timeOfDay(MOTE_LABEL.beginsAt),
		endsAt: optional(timeOfDay(MOTE_LABEL.endsAt)),
		place: filled(MOTE_LABEL.place, { maxLength: MAX_MOTE_PLACE, whenEmpty: "skriv var mötet hålls." }),
		count: z
			.object({
				kommunpolis: headcount(DELTAGARE_NAME.kommunpolis),
				samordnare: headcount(DELTAGARE_NAME.samordnare),
				ledamot: headcount(DELTAGARE_NAME.ledamot),
				undertecknare: headcount(DELTAGARE_NAME.undertecknare),
			})
			.prefault({}),
		others: othersField(),
	};
}

function heldOnField(today: IsoDate) {
	const label = MOTE_LABEL.heldOn;
	return z
		.string({ error: `${label}: fyll i fältet.` })
		.trim()
		.transform((text, context): IsoDate => {
			if (text === "") return refuse(context, `${label}: skriv en dag, till exempel 2026-04-30.`);
			const day = parseComingDateInput(text, today);
			if (day === undefined)
				return refuse(context, `${label}: dagen gick inte att läsa. Skriv som 2026-04-30, 30/4 eller 30 april.`);
			const problem = heldOnProblem(day, today);
			return problem ? refuse(context, problem) : day;
		});
}

/** 13:00, 13.00, 9:30 and 13 are how people write; stored as 13:00 and 09:30. */
function timeOfDay(label: string) {
	return z
		.string({ error: `${label}: fyll i fältet.` })
		.trim()
		.transform((text, context): string => {
			const match = /^([01]?\d|2[0-3])(?:[.:]([0-5]\d))?$/.exec(text);
			if (!match) return refuse(context, `${label}: skriv ett klockslag, till exempel 13:00.`);
			return `${match[1]?.padStart(2, "0")}:${match[2] ?? "00"}`;
		});
}

function headcount(label: string) {
	const wrong = `${label}: skriv hur många, högst ${MAX_DELTAGARE_COUNT}, eller lämna tomt.`;
	return optional(
		z
			.string()
			.trim()
			.transform((text, context) =>
				/^\d{1,3}$/.test(text) && Number(text) <= MAX_DELTAGARE_COUNT ? Number(text) : refuse(context, wrong),
			),
	);
}

function othersField() {
	const label = MOTE_LABEL.others;
	return optional(
		safeText(label, MAX_OTHERS * (MAX_DELTAGARE_LABEL + 4)).transform((text, context): Deltagare[] => {
			const lines = text.split("\n").filter((line) => line.trim() !== "");
			if (lines.length > MAX_OTHERS) return refuse(context, `${label}: skriv högst ${MAX_OTHERS} rader.`);
			const others = lines.map(readOther);
			const isTooMany = others.some(({ count }) => count < 1 || count > MAX_DELTAGARE_COUNT);
			if (isTooMany)
				return refuse(context, `${label}: skriv ett antal mellan 1 och ${MAX_DELTAGARE_COUNT} på varje rad.`);
			const isNameless = others.some((other) => other.label === "" || other.label.length > MAX_DELTAGARE_LABEL);
			if (isNameless)
				return refuse(
					context,
					`${label}: skriv på varje rad i vilken egenskap de deltar, med högst ${MAX_DELTAGARE_LABEL} tecken. Till exempel 2 Räddningstjänsten.`,
				);
			return others;
		}),
	);
}

/** "Räddningstjänsten", "2 Räddningstjänsten" */
function readOther(line: string): Deltagare {
	const match = /^\s*(?:(\d+)(?:\s+|$))?(.*)$/.exec(line);
	return { role: "annan", label: match?.[2]?.trim() ?? "", count: Number(match?.[1] ?? 1) };
}

type Roles = keyof typeof DELTAGARE_NAME;

function withDeltagare<Fields extends { count: Record<Roles, number | null>; others: Deltagare[] | null }>({
	count,
	others,
	...fields
}: Fields): Omit<Fields, "count" | "others"> & { deltagare: Deltagare[] } {
	const roles: Roles[] = ["kommunpolis", "samordnare", "ledamot", "undertecknare"];
	const ofRoles = roles.flatMap((role): Deltagare[] => {
		const number = count[role];
		return number ? [{ role, label: "", count: number }] : [];
	});
	return { ...fields, deltagare: [...ofRoles, ...(others ?? [])] };
}

function endsLater({ beginsAt, endsAt }: { beginsAt: string; endsAt: string | null }): boolean {
	return endsAt === null || endsAt > beginsAt;
}

function filled(label: string, { maxLength, whenEmpty }: { maxLength: number; whenEmpty: string }) {
	return safeText(label, maxLength).refine((text) => text !== "", `${label}: ${whenEmpty}`);
}
