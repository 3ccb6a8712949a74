/** What names a report within its kommun. */
interface Named {
	dokumentId: number;
	periodCode: string;
}

/** The files of a published report, in the order they are offered. */
export const PUBLIC_FILES = [
	{ extension: "pdf", label: "PDF" },
	{ extension: "xlsx", label: "Excel" },
	{ extension: "csv", label: "CSV" },
	{ extension: "json", label: "JSON" },
] as const;

interface PublicPath {
	slug: string;
	rapport: Named;
	/** All of the kommun's: where another dokument has a report of the same period the address says which one is meant. */
	among: readonly Named[];
	/** An edition that has been replaced; the newest has the plain address. */
	edition?: number;
	extension?: (typeof PUBLIC_FILES)[number]["extension"];
}

/** `/savsjo/rapport/2018-T1`, `/savsjo/rapport/2018-T1.pdf?dokument=2&version=1` */
export function publicRapportPath({ slug, rapport, among, edition, extension }: PublicPath): string {
	const query = new URLSearchParams();
	const isAlone = among.filter(({ periodCode }) => periodCode === rapport.periodCode).length === 1;
	if (!isAlone) query.set("dokument", String(rapport.dokumentId));
	if (edition !== undefined) query.set("version", String(edition));
	const path = `/${slug}/rapport/${rapport.periodCode}${extension ? `.${extension}` : ""}`;
	return query.size > 0 ? `${path}?${query}` : path;
}
