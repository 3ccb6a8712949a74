import * as z from "zod";
import { MAX_DOKUMENT_TEXT } from "./dokumentChange.schema.ts";
import { MAX_MEASURE_NAME, MAX_RAKNEREGEL } from "./measure.schema.ts";
import type { PeriodKind } from "./periods.ts";
import { containsPersonalNumber, safeText, sayableText } from "./personalData.ts";

/**
 * A löftesdokument as it is first entered: the signed text, what it promises and how each line is read.
 * Shared by the command `createDokument`, the utkast that becomes one and the seeds.
 *
 * Löften, aktiviteter, headings and quoted frågor must stand word for word in `sourceText`: nobody can be held to a
 * promise that was paraphrased. Only an aktivitet that is carried over from the dokument that this one replaces is quoted
 * from that one's text. Undertecknare are named by role and organisation, never by personal name.
 */
export type NewDokument = z.infer<typeof newDokumentSchema>;
export type NewAktivitet = NewDokument["aktiviteter"][number];
export type NewMeasure = NewAktivitet["measures"][number];
export type NewFraga = NewDokument["fragor"][number];

/**
 * Stands for a place's id inside `settings`, where the place is only known by name: `{ platsId: plats("Bankeryd") }`.
 * `createDokument` replaces every such reference, however deep, before it checks the settings.
 */
export interface PlatsReference {
	plats: string;
}

export function plats(name: string): PlatsReference {
	return { plats: name };
}

const PERIOD_KIND_CODES = ["tertial", "quarter", "half_year", "year"] as const satisfies readonly PeriodKind[];

/** No löftesdokument is near it; what is longer is another file. */
export const MAX_SOURCE_TEXT = 1_048_576;

/** The fields of a dokument, each as the form asks for it. */
export const dokumentFields = {
	title: text("Titel", MAX_DOKUMENT_TEXT.title),
	inForceFrom: day("Gäller från"),
	inForceTo: day("Gäller till").nullable(),
	signedOn: day("Undertecknat").nullable(),
	periodKind: z.enum(PERIOD_KIND_CODES, "Uppföljningsperiod: välj tertial, kvartal, halvår eller år."),
	lagesbild: text("Lägesbild", MAX_DOKUMENT_TEXT.lagesbild).nullable(),
	followUpRule: text("Uppföljning", MAX_DOKUMENT_TEXT.followUpRule).nullable(),
	/** Kept as given, spaces and misspellings too: it is what every quotation is compared with. */
	sourceText: z
		.string()
		.transform(sayableText)
		.refine((value) => value.trim() !== "", "Källtext: klistra in dokumentets text.")
		.refine(
			(value) => value.length <= MAX_SOURCE_TEXT,
			"Källtext: texten är för lång. Klistra in bara den text som löftet står i.",
		)
		.refine(
			(value) => !containsPersonalNumber(value),
			"Källtext: ta bort personnumret. Här ska inga uppgifter om enskilda personer stå.",
		),
	sourceNote: text("Källa", MAX_DOKUMENT_TEXT.sourceNote).nullable(),
	undertecknare: z.array(
		z.object({
			title: text("Titel", MAX_DOKUMENT_TEXT.undertecknareTitle),
			organisation: text("Organisation", MAX_DOKUMENT_TEXT.organisation),
		}),
	),
};

export const fragaFields = {
	question: text("Fråga", 500),
	/** The words that leave the question open; null when it is what the text leaves out. */
	quotation: text("Citat", 2000).nullable(),
	answer: text("Svar", 500).nullable(),
};

export const measureFields = {
	name: text("Kort namn", MAX_MEASURE_NAME),
	rakneregel: text("Vad räknas?", MAX_RAKNEREGEL),
};

export const aktivitetFields = {
	quotation: text("Aktivitet", 2000),
	/** The document's own heading above the line, where the line stands under no löfte. */
	heading: text("Rubrik", 200).nullable(),
	/** "polis", "kommun", or the name of another party. */
	parts: z.array(text("Ansvarig part", 80)).min(1, "Ansvarig part: välj minst en."),
	aktivitetstyp: text("Aktivitetstyp", 60),
};

export const lofteFields = { quotation: text("Löfte", 2000) };

const newFraga = z.object(fragaFields);

const newMeasure = z.object({
	...measureFields,
	/** A code of the measure registry; the command refuses one that is not there. */
	kind: z.string(),
	/** As the kind's own settings schema has it, with places as ids or `PlatsReference`. */
	settings: z.unknown(),
});

const newAktivitet = z.object({
	...aktivitetFields,
	/** 1-based place among the löften; null when the line stands under none of them. */
	loftePosition: z.number().int().positive().nullable(),
	fragor: z.array(newFraga),
	measures: z.array(newMeasure),
	/** The aktivitet of the replaced dokument that goes on in this one; absent: none. */
	carriedFromId: z.number().int().positive().nullish(),
});

export const newDokumentSchema = z
	.object({
		...dokumentFields,
		loften: z.array(z.object(lofteFields)),
		aktiviteter: z.array(newAktivitet).min(1, "Aktiviteter: ta med minst en."),
		fragor: z.array(newFraga),
		/** The dokument that ends the day before this one begins; absent: none. */
		replacesDokumentId: z.number().int().positive().nullish(),
	})
	.superRefine((dokument, context) => {
		if (dokument.inForceTo !== null && dokument.inForceTo < dokument.inForceFrom)
			refuse(context, ["inForceTo"], "Gäller till: välj en dag som inte ligger före första dagen.");
		for (const { path, label, quotation } of quotationsOf(dokument))
			if (!dokument.sourceText.includes(quotation))
				refuse(context, path, `${label}: texten finns inte ordagrant i källtexten. Kopiera den därifrån.`);
		dokument.aktiviteter.forEach((aktivitet, index) => {
			if (aktivitet.loftePosition !== null && aktivitet.loftePosition > dokument.loften.length)
				refuse(
					context,
					["aktiviteter", index, "loftePosition"],
					`Aktivitet ${index + 1}: välj ett av dokumentets löften.`,
				);
		});
	});

interface Quoted {
	path: (string | number)[];
	label: string;
	quotation: string;
}

/** It is quoted from the dokument that it comes from; that it does come from there, `createDokument` asks. */
function isCarried({ carriedFromId }: { carriedFromId?: number | null | undefined }): boolean {
	return (carriedFromId ?? null) !== null;
}

/** Everything in it that claims to be a quotation of its own text. */
function quotationsOf(dokument: Pick<NewDokument, "loften" | "aktiviteter" | "fragor">): Quoted[] {
	const quoted: Quoted[] = [];
	const add = (path: Quoted["path"], label: string, quotation: string | null) => {
		if (quotation !== null) quoted.push({ path, label, quotation });
	};
	dokument.loften.forEach((lofte, index) => {
		add(["loften", index, "quotation"], `Löfte ${index + 1}`, lofte.quotation);
	});
	dokument.aktiviteter.forEach((aktivitet, index) => {
		if (isCarried(aktivitet)) return;
		const label = `Aktivitet ${index + 1}`;
		add(["aktiviteter", index, "quotation"], label, aktivitet.quotation);
		add(["aktiviteter", index, "heading"], `${label}, rubrik`, aktivitet.heading);
		aktivitet.fragor.forEach((fraga, at) => {
			add(["aktiviteter", index, "fragor", at, "quotation"], `${label}, citatet i fråga ${at + 1}`, fraga.quotation);
		});
	});
	dokument.fragor.forEach((fraga, index) => {
		add(["fragor", index, "quotation"], `Citatet i fråga ${index + 1}`, fraga.quotation);
	});
	return quoted;
}

function refuse(context: z.RefinementCtx, path: (string | number)[], message: string): void {
	context.addIssue({ code: "custom", path, message });
}

function text(label: string, longest: number) {
	return safeText(label, longest).refine((value) => value !== "", `${label}: fyll i en text.`);
}

function day(label: string) {
	return z.iso
		.date(`${label}: skriv datumet som 2018-04-10.`)
		.refine((date) => date >= "1990" && date < "2200", `${label}: skriv ett år mellan 1990 och 2199.`);
}
