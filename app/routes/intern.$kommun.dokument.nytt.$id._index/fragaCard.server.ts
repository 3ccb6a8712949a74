import { fragaChoices } from "#app/dokumentutkast/choices.ts";
import type { DokumentutkastContent, UtkastAktivitet, UtkastFraga } from "#app/dokumentutkast/content.ts";
import { unlistedPlaces } from "#app/features/utkast/places.ts";
import { measureModule } from "#app/measures/index.ts";
import type { Plats } from "#app/measures/types.ts";
import type { FragaCard, FragaFields } from "./reviewView.ts";

interface Around {
	content: DokumentutkastContent;
	platser: readonly Plats[];
	isNeeded: boolean;
}

/**
 * A question with the answers that can be chosen and the fields that can be filled in.
 *
 * @param aktivitet that it is about; null: the dokument itself
 */
export function fragaCard(fraga: UtkastFraga, aktivitet: UtkastAktivitet | null, around: Around): FragaCard {
	return {
		key: fraga.key,
		question: fraga.question,
		quotation: fraga.quotation,
		answer: fraga.state === "besvarad" ? (fraga.answer ?? "") : null,
		isNeeded: around.isNeeded,
		choices: fraga.state === "besvarad" ? [] : fragaChoices(fraga, aktivitet).map(({ label }) => label),
		fields: fraga.state === "besvarad" ? null : fieldsOf(fraga, aktivitet, around),
	};
}

function fieldsOf(
	{ about }: UtkastFraga,
	aktivitet: UtkastAktivitet | null,
	{ content, platser }: Around,
): FragaFields | null {
	switch (about) {
		case "responsible":
			return { about, parts: aktivitet?.parts ?? [], others: otherParts(content) };
		case "minimum":
		case "weekdays":
		case "signedOn":
			return { about };
		case "places": {
			// A measured value needs more than its places: all of its fields are on the page of the aktivitet.
			const isMeasured = aktivitet?.measures.some(({ kind }) => kind === "outcome");
			return aktivitet && !isMeasured ? placesField(aktivitet, platser) : null;
		}
		case "period":
			return {
				about,
				inForceFrom: content.inForceFrom ?? "",
				inForceTo: content.inForceTo ?? "",
				isOpenEnded: content.isOpenEnded,
			};
		default:
			return null;
	}
}

function placesField(aktivitet: UtkastAktivitet, platser: readonly Plats[]): FragaFields {
	const chosen = aktivitet.measures.flatMap(({ kind, settings }) => chosenPlaces(kind, settings));
	return {
		about: "places",
		platser: platser.map(({ id, name }) => ({ id, name })),
		chosen,
		unlisted: unlistedPlaces(aktivitet.namedPlaces, platser),
	};
}

/** The places of settings that may lack other things. */
function chosenPlaces(kind: UtkastAktivitet["measures"][number]["kind"], settings: unknown): number[] {
	const parsed = measureModule(kind).settingsSchema.safeParse(settings);
	if (parsed.success) return [...measureModule(kind).platsIds(parsed.data)];
	const isObject = typeof settings === "object" && settings !== null;
	const ids = isObject && "platsIds" in settings && Array.isArray(settings.platsIds) ? settings.platsIds : [];
	return ids.filter((id): id is number => typeof id === "number");
}

/** The parts that the utkast names besides polis and kommun. */
function otherParts({ aktiviteter }: DokumentutkastContent): string[] {
	const parts = aktiviteter.flatMap((aktivitet) => aktivitet.parts);
	return [...new Set(parts)].filter((part) => part !== "polis" && part !== "kommun");
}
