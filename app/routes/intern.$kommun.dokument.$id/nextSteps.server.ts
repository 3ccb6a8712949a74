import { countOf, formatDate, lowerFirst } from "#app/domain/format.ts";
import { fordelningTo, readersUnconfirmed } from "#app/features/komIgang/steps.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { findKomIgang } from "#app/routes/intern.$kommun.kom-igang/findKomIgang.server.ts";
import type { Dokument } from "#db/dokument.server.ts";

export interface NextStep {
	label: string;
	to: string;
	/** null: as the one before. */
	why: string | null;
}

/** What can be done with a dokument that was just put in force, in the order that it is done. */
export async function nextSteps(
	{ db, kommun, today, now, may }: KommunContext,
	dokument: Pick<Dokument, "inForceFrom" | "aktiviteter" | "fragor">,
): Promise<NextStep[]> {
	const path = `/intern/${kommun.slug}`;
	const facts = await findKomIgang(db, { kommun, today, now });
	const ids = new Set(dokument.aktiviteter.map(({ id }) => id));
	const unconfirmed = facts.unconfirmed.filter(({ aktivitetId }) => ids.has(aktivitetId));
	const mine = readersUnconfirmed({ unconfirmed }, may);
	const open = dokument.fragor.filter(({ answer }) => answer === null).length;
	const hasBegun = dokument.inForceFrom <= today;
	const isFirst = facts.registeredCount === 0;
	return [
		...mine.map((one, index) => ({
			label: `Bekräfta fördelningen: ${lowerFirst(one.name)}`,
			to: fordelningTo(path, one),
			why:
				index === 0
					? "Minimum är fördelat på perioderna efter antalet dagar. Polisen och kommunen bekräftar var för sig."
					: null,
		})),
		...(hasBegun && may("log")
			? [
					{
						label: "Importera tidigare registreringar",
						to: `${path}/import`,
						why: "Det som redan är gjort kan tas in från ett kalkylark.",
					},
					{ label: "Logga en aktivitet", to: `${path}/logga`, why: "När något är gjort loggas det, helst samma dag." },
				]
			: []),
		...(open > 0
			? [
					{
						label: `Svara på ${countOf(open, "öppen fråga", "öppna frågor")}`,
						to: "#fragor",
						why: "Texten lämnar något oklart. Svaret står sedan bredvid citatet.",
					},
				]
			: []),
		...(isFirst
			? [{ label: "Se stegen i Kom igång", to: `${path}/kom-igang`, why: "Där står vad som är kvar att göra." }]
			: []),
	];
}

/** "Dokumentet är satt i kraft.", and from which day it is followed where that is still to come. */
export function putInForceText({ inForceFrom }: Pick<Dokument, "inForceFrom">, today: string): string {
	return inForceFrom <= today
		? "Dokumentet är satt i kraft. Aktiviteterna kan loggas och följs upp."
		: `Dokumentet är satt i kraft. Det börjar gälla ${formatDate(inForceFrom)}, och från den dagen kan aktiviteterna loggas.`;
}
