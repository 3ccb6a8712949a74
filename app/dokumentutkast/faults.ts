import type { ZodType } from "zod";
import {
	aktivitetFields,
	dokumentFields,
	fragaFields,
	lofteFields,
	measureFields,
	newDokumentSchema,
} from "#app/domain/dokument.schema.ts";
import { measureModule } from "#app/measures/index.ts";
import type { Plats } from "#app/measures/types.ts";
import type { DokumentutkastContent, UtkastAktivitet, UtkastFault, UtkastMeasure } from "./content.ts";
import { newDokumentOf } from "./newDokument.ts";

/**
 * What must be mended before an utkast can be put in force, in the words of the fields, in the order of the page. Empty:
 * `createDokument` takes it.
 */
export function utkastFaults(
	content: DokumentutkastContent,
	{ platser }: { platser: readonly Plats[] },
): UtkastFault[] {
	const taken = content.aktiviteter.filter(({ isLeftOut }) => !isLeftOut);
	const faults = [...wholeFaults(content, taken), ...taken.flatMap((aktivitet) => aktivitetFaults(aktivitet, platser))];
	return faults.length > 0 ? faults : otherFaults(content);
}

type Place = Pick<UtkastFault, "aktivitetKey" | "measureKey">;

const WHOLE: Place = { aktivitetKey: null, measureKey: null };

function faultOf(schema: ZodType, value: unknown, at: Place & { field: string | null }): UtkastFault[] {
	const { error } = schema.safeParse(value);
	const [issue] = error?.issues ?? [];
	return issue ? [{ ...at, message: issue.message }] : [];
}

function wholeFaults(content: DokumentutkastContent, taken: readonly UtkastAktivitet[]): UtkastFault[] {
	const field = <Name extends keyof DokumentutkastContent & keyof typeof dokumentFields>(name: Name) =>
		faultOf(dokumentFields[name], content[name], { ...WHOLE, field: name });
	return [
		...field("title"),
		...dayFaults(content),
		...field("signedOn"),
		...field("periodKind"),
		...field("lagesbild"),
		...field("followUpRule"),
		...field("sourceNote"),
		...field("undertecknare"),
		...content.loften.flatMap(({ quotation }) => faultOf(lofteFields.quotation, quotation, { ...WHOLE, field: null })),
		...content.fragor.flatMap((fraga) => fragaFaults(fraga, WHOLE)),
		...(taken.length === 0 ? [{ ...WHOLE, field: null, message: "Aktiviteter: ta med minst en." }] : []),
	];
}

function dayFaults({ inForceFrom, inForceTo, isOpenEnded }: DokumentutkastContent): UtkastFault[] {
	const from =
		inForceFrom === null
			? [{ ...WHOLE, field: "inForceFrom", message: "Gäller från: fyll i första dagen." }]
			: faultOf(dokumentFields.inForceFrom, inForceFrom, { ...WHOLE, field: "inForceFrom" });
	if (isOpenEnded) return from;
	if (inForceTo === null)
		return [
			...from,
			{
				...WHOLE,
				field: "inForceTo",
				message: "Gäller till: fyll i sista dagen, eller välj att löftet gäller tills nya undertecknas.",
			},
		];
	const to = faultOf(dokumentFields.inForceTo, inForceTo, { ...WHOLE, field: "inForceTo" });
	const isBackwards = inForceFrom !== null && inForceTo < inForceFrom;
	const order = {
		...WHOLE,
		field: "inForceTo",
		message: "Gäller till: välj en dag som inte ligger före första dagen.",
	};
	return [...from, ...to, ...(isBackwards ? [order] : [])];
}

function aktivitetFaults(aktivitet: UtkastAktivitet, platser: readonly Plats[]): UtkastFault[] {
	const at: Place = { aktivitetKey: aktivitet.key, measureKey: null };
	const field = (name: keyof typeof aktivitetFields & keyof UtkastAktivitet) =>
		faultOf(aktivitetFields[name], aktivitet[name], { ...at, field: name });
	return [
		...field("quotation"),
		...faultOf(aktivitetFields.heading, aktivitet.heading, { ...at, field: null }),
		...field("parts"),
		...field("aktivitetstyp"),
		...aktivitet.measures.flatMap((measure) => measureFaults(measure, aktivitet.key, platser)),
		...(aktivitet.measures.length === 0 ? [{ ...at, field: null, message: "Mått: lägg till minst ett." }] : []),
		...aktivitet.fragor.flatMap((fraga) => fragaFaults(fraga, at)),
	];
}

function measureFaults(measure: UtkastMeasure, aktivitetKey: string, platser: readonly Plats[]): UtkastFault[] {
	const at: Place = { aktivitetKey, measureKey: measure.key };
	const module = measureModule(measure.kind);
	const parsed = module.settingsSchema.safeParse(measure.settings);
	const settings = parsed.success
		? module.platsIds(parsed.data).some((id) => !platser.some((plats) => plats.id === id))
			? [{ ...at, field: "platsIds", message: "Platser: välj platser som finns på kommunens lista." }]
			: []
		: parsed.error.issues.map(({ path, message }) => ({ ...at, field: path.join(".") || null, message }));
	return [
		...faultOf(measureFields.name, measure.name, { ...at, field: "name" }),
		...faultOf(measureFields.rakneregel, measure.rakneregel, { ...at, field: "rakneregel" }),
		...settings,
	];
}

function fragaFaults(
	{ question, quotation, answer, state }: DokumentutkastContent["fragor"][number],
	at: Place,
): UtkastFault[] {
	if (state === "struken") return [];
	return [
		...faultOf(fragaFields.question, question, { ...at, field: null }),
		...faultOf(fragaFields.quotation, quotation, { ...at, field: null }),
		...faultOf(fragaFields.answer, state === "besvarad" ? answer : null, { ...at, field: "answer" }),
	];
}

/**
 * Whatever else the dokument's own schema would refuse. The source text was taken when the utkast was begun and its quotations
 * are parts of it, so that here they stand for it.
 */
function otherFaults(content: DokumentutkastContent): UtkastFault[] {
	const dokument = newDokumentOf(content, "");
	const quotations = [
		...dokument.loften.map(({ quotation }) => quotation),
		...dokument.fragor.map(({ quotation }) => quotation),
		...dokument.aktiviteter.flatMap(({ quotation, heading, fragor }) => [
			quotation,
			heading,
			...fragor.map((fraga) => fraga.quotation),
		]),
	];
	const sourceText = quotations.filter((quotation) => quotation !== null).join(" | ");
	const { error } = newDokumentSchema.safeParse({ ...dokument, sourceText });
	return (error?.issues ?? []).map(({ message }) => ({ ...WHOLE, field: null, message }));
}
