/** What a route may say about its page to the document around it: `export const handle: PageHandle = …`. */
export interface PageHandle {
	/** The same HTML for everybody, and not a line of JavaScript. */
	isStatic?: true;
	/** Neither header nor footer: the page fills a projector, or stands in a frame on somebody else's page. */
	isBare?: true;
}

/** What the matched routes say together; a page that says nothing is drawn with everything. */
export function pageHandleOf(matches: readonly { handle?: unknown }[]): { isStatic: boolean; isBare: boolean } {
	const handles = matches.map(({ handle }) => handle).filter(isPageHandle);
	return {
		isStatic: handles.some(({ isStatic }) => isStatic === true),
		isBare: handles.some(({ isBare }) => isBare === true),
	};
}

function isPageHandle(handle: unknown): handle is PageHandle {
	return typeof handle === "object" && handle !== null && ("isStatic" in handle || "isBare" in handle);
}
