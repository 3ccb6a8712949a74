import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { DokumentutkastContent, UtkastAktivitet } from "./content.ts";
import { type Keys, keysAfter } from "./keys.ts";

/** An aktivitet of the dokument that is replaced, as it is followed now. */
export interface CarriedAktivitet {
	id: number;
	quotation: string;
	heading: string | null;
	/** `polis`, `kommun`, or another part by its name. */
	parts: string[];
	aktivitetstyp: string;
	measures: { kind: MeasureKind; name: string; rakneregel: string; settings: unknown }[];
	fragor: { question: string; quotation: string | null; answer: string | null }[];
}

/** The content with aktiviteter that go on from the replaced dokument, after those of the text, in the words they had there. */
export function withCarried(
	content: DokumentutkastContent,
	carried: readonly CarriedAktivitet[],
): DokumentutkastContent {
	const keys = keysAfter(content.lastKey);
	const aktiviteter = [...content.aktiviteter, ...carried.map((aktivitet) => utkastAktivitetOf(aktivitet, keys))];
	return { ...content, aktiviteter, lastKey: keys.last() };
}

function utkastAktivitetOf({ id, measures, fragor, ...aktivitet }: CarriedAktivitet, keys: Keys): UtkastAktivitet {
	return {
		...aktivitet,
		key: keys.make("a"),
		span: null,
		lofteKey: null,
		measures: measures.map((measure) => ({ ...measure, key: keys.make("m") })),
		fragor: fragor.map(({ question, quotation, answer }) => ({
			key: keys.make("q"),
			about: "text",
			question,
			quotation,
			span: null,
			state: answer === null ? "obesvarad" : "besvarad",
			answer,
		})),
		isLeftOut: false,
		alsoTold: [],
		namedPlaces: [],
		carriedFromId: id,
		spans: {},
	};
}
