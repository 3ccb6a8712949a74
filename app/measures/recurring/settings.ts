import * as z from "zod";
import { countOf, listOf, monthName, weekdayName } from "#app/domain/format.ts";
import { isTicked, numberFrom, numbersFrom, textFrom } from "../postedSettings.ts";
import { wordField } from "../units.ts";

export const EVERY = ["week", "month", "quarter", "termin"] as const;
const TIMES = "Gånger: skriv ett helt tal som är minst 1.";
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
const OPENING_HOURS = "Öppettider: skriv båda klockslagen som 13:00, eller lämna dagen tom.";

const weekday = z.number().int().min(1).max(7);
const timeOfDay = z.string().regex(TIME_OF_DAY, OPENING_HOURS);

const cadenceSchema = z.discriminatedUnion(
	"type",
	[
		z
			.object({
				type: z.literal("weekdays"),
				/** ISO: Monday 1 … Sunday 7. */
				weekdays: z.array(weekday),
				withHelgkvallar: z.boolean(),
				onlyHelgfria: z.boolean(),
			})
			.refine((cadence) => cadence.weekdays.length > 0 || cadence.withHelgkvallar, {
				error: "Veckodagar: välj minst en veckodag eller andra helgkvällar.",
				path: ["weekdays"],
			}),
		z.object({
			type: z.literal("every"),
			every: z.enum(EVERY, { error: "Hur ofta: välj vecka, månad, kvartal eller termin." }),
			times: z.number({ error: TIMES }).int(TIMES).min(1, TIMES),
		}),
		z.object({
			type: z.literal("opening_hours"),
			/** Empty: the text does not say the hours, and then nothing can be missed. */
			hours: z.array(
				z
					.object({ weekday, from: timeOfDay, to: timeOfDay })
					.refine(({ from, to }) => from < to, "Öppettider: stängningen ska vara senare än öppningen."),
			),
			onlyHelgfria: z.boolean(),
		}),
	],
	{ error: "Takt: välj vissa veckodagar, en gång i veckan eller liknande, eller öppettider." },
);

const month = z.number({ error: "Säsong: välj både första och sista månaden." }).int().min(1).max(12);

export const recurringSettingsSchema = z.object({
	cadence: cadenceSchema,
	/** null: all year. May run over the new year (oktober–mars). */
	season: z.object({ fromMonth: month, toMonth: month }).nullable(),
	slotOne: wordField({ label: "Ett tillfälle kallas", whenEmpty: "skriv ett ord, till exempel möte eller kväll." }),
	slotMany: wordField({
		label: "Flera tillfällen kallas",
		whenEmpty: "skriv ett ord, till exempel möten eller kvällar.",
	}),
});

export type RecurringSettings = z.infer<typeof recurringSettingsSchema>;
export type Cadence = RecurringSettings["cadence"];

export function recurringSettingsFromForm(form: FormData): unknown {
	const hasSeason = textFrom(form, "season.fromMonth") !== "" || textFrom(form, "season.toMonth") !== "";
	return {
		cadence: cadenceFromForm(form),
		season: hasSeason
			? { fromMonth: numberFrom(form, "season.fromMonth"), toMonth: numberFrom(form, "season.toMonth") }
			: null,
		slotOne: textFrom(form, "slotOne"),
		slotMany: textFrom(form, "slotMany"),
	};
}

function cadenceFromForm(form: FormData): unknown {
	const type = textFrom(form, "cadence.type");
	if (type === "weekdays")
		return {
			type,
			weekdays: numbersFrom(form, "cadence.weekdays"),
			withHelgkvallar: isTicked(form, "cadence.withHelgkvallar"),
			onlyHelgfria: isTicked(form, "cadence.onlyHelgfria"),
		};
	if (type === "every")
		return { type, every: textFrom(form, "cadence.every"), times: numberFrom(form, "cadence.times") };
	return { type, hours: hoursFromForm(form), onlyHelgfria: isTicked(form, "cadence.hoursOnlyHelgfria") };
}

function hoursFromForm(form: FormData) {
	return [1, 2, 3, 4, 5, 6, 7].flatMap((day) => {
		const from = normaliseTime(textFrom(form, `cadence.hours.${day}.from`));
		const to = normaliseTime(textFrom(form, `cadence.hours.${day}.to`));
		return from || to ? [{ weekday: day, from, to }] : [];
	});
}

/** "13.00" and "9:30" are how people write; stored as 13:00 and 09:30. */
function normaliseTime(text: string): string {
	const match = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text);
	return match ? `${match[1]?.padStart(2, "0")}:${match[2] ?? "00"}` : text;
}

const EVERY_WORDS: Record<(typeof EVERY)[number], string> = {
	week: "i veckan",
	month: "i månaden",
	quarter: "i kvartalet",
	termin: "per termin",
};

/** "Varje fredag och lördag samt andra helgkvällar enligt kalendern." */
export function describeRecurringSettings({ cadence, season, slotOne, slotMany }: RecurringSettings): string {
	const during = season ? `, ${monthName(season.fromMonth)}–${monthName(season.toMonth)}` : "";
	if (cadence.type === "every")
		return `Minst ${countOf(cadence.times, slotOne, slotMany)} ${EVERY_WORDS[cadence.every]}${during}.`;
	if (cadence.type === "opening_hours") {
		if (cadence.hours.length === 0) return "Fasta öppettider. Löftet säger inte vilka.";
		const hours = cadence.hours.map(({ weekday: day, from, to }) => `${weekdayName(day)} ${from}–${to}`);
		return `Öppet ${listOf(hours)}${cadence.onlyHelgfria ? ", utom helgdagar" : ""}${during}.`;
	}
	const helgfri = cadence.onlyHelgfria ? "helgfri " : "";
	const days = listOf(cadence.weekdays.map(weekdayName));
	const parts = [days && `Varje ${helgfri}${days}`, cadence.withHelgkvallar && "andra helgkvällar enligt kalendern"];
	const text = parts.filter(Boolean).join(" samt ");
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}${during}.`;
}
