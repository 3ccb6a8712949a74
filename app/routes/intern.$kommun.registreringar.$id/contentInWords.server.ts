import { BIPRODUKT_NAME, isBiprodukt } from "#app/domain/biprodukter.ts";
import { formatNumber } from "#app/domain/format.ts";
import { performedByName } from "#app/domain/performedBy.ts";
import type { GenomforandeContent } from "#db/genomforande.server.ts";

/** What a registration says, by the words of the form, in its order. */
export type ContentInWords = { label: string; text: string }[];

export interface Difference {
	label: string;
	from: string;
	to: string;
}

export interface Names {
	measures: ReadonlyMap<number, string>;
	platser: ReadonlyMap<number, string>;
}

const NONE = "–";

export function contentInWords(content: GenomforandeContent, { measures, platser }: Names): ContentInWords {
	return [
		{ label: "Datum", text: content.date },
		{
			label: "Aktivitet och antal",
			text: content.measures
				.map(
					({ measureId, quantity }) => `${measures.get(measureId) ?? `Mått ${measureId}`}: ${formatNumber(quantity)}`,
				)
				.join(", "),
		},
		{ label: "Plats", text: content.platsId === null ? NONE : (platser.get(content.platsId) ?? NONE) },
		{ label: "Utförd av", text: performedByName(content.performedBy) },
		{ label: "Anteckning", text: content.note ?? NONE },
		{
			label: "Biprodukter",
			text:
				content.biprodukter
					.map(({ code, quantity }) => `${isBiprodukt(code) ? BIPRODUKT_NAME[code] : code}: ${formatNumber(quantity)}`)
					.join(", ") || NONE,
		},
	];
}

/** What differs, in the order of the form. */
export function differences(from: ContentInWords, to: ContentInWords): Difference[] {
	return from.flatMap(({ label, text }) => {
		const other = to.find((item) => item.label === label)?.text ?? NONE;
		return text === other ? [] : [{ label, from: text, to: other }];
	});
}
