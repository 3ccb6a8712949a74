/** No other site starts like this, so what it resolves against cannot be mistaken for a target. */
const SOMEWHERE = "https://local.invalid";

/**
 * A path within the app, from what the address bar or a form asks to be sent to after signing in (`till`).
 * Anything that a browser could take for another site (`//…`, `/\…`, a scheme) becomes undefined.
 */
export function localPath(wanted: FormDataEntryValue | null): string | undefined {
	if (typeof wanted !== "string" || !wanted.startsWith("/") || !URL.canParse(wanted, SOMEWHERE)) return undefined;
	const url = new URL(wanted, SOMEWHERE);
	return url.origin === SOMEWHERE && !url.pathname.startsWith("//") ? url.pathname + url.search : undefined;
}
