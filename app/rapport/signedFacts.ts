import { stockholmDate } from "#app/domain/dates.ts";
import { formatDate, formatPeriod, lowerFirst } from "#app/domain/format.ts";
import { formatCode } from "#app/domain/verificationCode.ts";
import { RAPPORT_FORMAT, type RapportContent } from "./content.ts";

/** What a signed content says of itself, apart from what it reports: enough to know which paper one holds. */
export interface SignedFacts {
	kommun: string;
	dokument: string;
	/** "Tertial 2 2018" */
	period: string;
	edition: number;
	/** "20 september 2018 av kommunchef": in which capacity, never who. */
	signed: string;
	code: string;
	audience: RapportContent["audience"];
}

/** @returns undefined when the content, though signed, is no report or says nothing of a signature */
export function signedFacts(content: Record<string, unknown>): SignedFacts | undefined {
	if (content.format !== RAPPORT_FORMAT || !content.signature) return undefined;
	// What the instance has signed is what it made.
	const { kommun, dokument, period, edition, signature, audience } = content as unknown as RapportContent;
	if (!signature) return undefined;
	return {
		kommun: kommun.name,
		dokument: dokument.title,
		period: formatPeriod(period),
		edition,
		signed: `${formatDate(stockholmDate(signature.signedAt))} av ${lowerFirst(signature.title)}`,
		code: formatCode(signature.code),
		audience,
	};
}
