/** A dokument on its way in, as lists show it. */
export interface DraftLine {
	id: number;
	version: number;
	to: string;
	title: string;
	updatedAt: string;
	updatedByName: string;
	fragorLeft: number;
	isReplacing: boolean;
}

/** An utkast of the kommun with that slug, as lists show it. */
export function draftLine(
	{ replacesDokumentId, ...row }: Omit<DraftLine, "to" | "isReplacing"> & { replacesDokumentId: number | null },
	slug: string,
): DraftLine {
	return { ...row, to: `/intern/${slug}/dokument/nytt/${row.id}`, isReplacing: replacesDokumentId !== null };
}
