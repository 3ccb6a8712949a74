import type { IsoDate } from "#app/domain/dates.ts";

interface Days {
	inForceFrom: IsoDate | null;
	inForceTo: IsoDate | null;
	isOpenEnded: boolean;
}

/** Names whose kommun is spelt with an s after a vowel or without one after a consonant are few; the text itself decides first. */
const VOWEL_OR_S = /[aeiouyåäösxz]$/i;

/** "Medborgarlöften i Sävsjö kommun 2017" */
export function proposeTitle(sourceText: string, kommun: string, days: Days): string {
	return `${beginning(sourceText, kommun)}${yearsOf(days)}`;
}

/** The title with the years that the days now are, where it is still the one that was proposed. */
export function retitled(title: string, before: Days, after: Days): string {
	const years = yearsOf(before);
	if (!title.startsWith("Medborgarlöften i ") || !title.endsWith(years)) return title;
	const bare = title.slice(0, title.length - years.length);
	return /\d$/.test(bare) ? title : `${bare}${yearsOf(after)}`;
}

function beginning(sourceText: string, kommun: string): string {
	const name = kommun.replace(/ kommun$/i, "").trim();
	const forms = VOWEL_OR_S.test(name) ? [name, `${name}s`] : [`${name}s`, name];
	const form = forms.find((one) => sourceText.includes(`${one} kommun`)) ?? forms[0];
	return `Medborgarlöften i ${form} kommun`;
}

/** " 2017", " 2017–2018", " från 2016"; nothing while the first day is not known. */
function yearsOf({ inForceFrom, inForceTo, isOpenEnded }: Days): string {
	const first = inForceFrom?.slice(0, 4);
	if (first === undefined) return "";
	if (isOpenEnded) return ` från ${first}`;
	const last = inForceTo?.slice(0, 4);
	return last === undefined || last === first ? ` ${first}` : ` ${first}–${last}`;
}
