import type { RapportFormat } from "./rapportFormats.ts";

/** What names a report within its kommun. */
interface Named {
	dokumentId: number;
	periodCode: string;
}

interface PublicPath {
	slug: string;
	rapport: Named;
	/** All of the kommun's: where another dokument has a report of the same period the address says which one is meant. */
	among: readonly Named[];
	/** An edition that has been replaced; the newest has the plain address. */
	edition?: number;
	/** Of a file; without it the page. */
	format?: RapportFormat;
}

/** `/savsjo/rapport/2018-T1`, `/savsjo/rapport/2018-T1.pdf?dokument=2&version=1` */
export function publicRapportPath({ slug, rapport, among, edition, format }: PublicPath): string {
	const query = new URLSearchParams();
	const isAlone = among.filter(({ periodCode }) => periodCode === rapport.periodCode).length === 1;
	if (!isAlone) query.set("dokument", String(rapport.dokumentId));
	if (edition !== undefined) query.set("version", String(edition));
	const path = `/${slug}/rapport/${rapport.periodCode}${format ? `.${format}` : ""}`;
	return query.size > 0 ? `${path}?${query}` : path;
}
