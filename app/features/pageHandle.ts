/** What a route may say about its page to the document around it: `export const handle: PageHandle = …`. */
export interface PageHandle {
	/** The same HTML for everybody, and not a line of JavaScript. */
	isStatic?: true;
	/** Neither header nor footer: the page fills a projector, or stands in a frame on somebody else's page. */
	isBare?: true;
	/**
	 * Another heading than "Sidan finns inte", and where one can go instead. Said here and not by an error boundary of the
	 * page's own: with one, a post in a session that has ended would be answered by the layout's redirect, and its text lost.
	 */
	missing?: MissingPage;
}

interface MissingPage {
	title: string;
	instead: (params: Readonly<Record<string, string | undefined>>) => { label: string; to: string };
}

/** What the matched routes say together; a page that says nothing is drawn with everything. */
export function pageHandleOf(matches: readonly { handle?: unknown }[]): {
	isStatic: boolean;
	isBare: boolean;
	missing: MissingPage | undefined;
} {
	const handles = matches.map(({ handle }) => handle).filter(isPageHandle);
	return {
		isStatic: handles.some(({ isStatic }) => isStatic === true),
		isBare: handles.some(({ isBare }) => isBare === true),
		missing: handles.findLast(({ missing }) => missing)?.missing,
	};
}

function isPageHandle(handle: unknown): handle is PageHandle {
	const isObject = typeof handle === "object" && handle !== null;
	return isObject && ("isStatic" in handle || "isBare" in handle || "missing" in handle);
}
