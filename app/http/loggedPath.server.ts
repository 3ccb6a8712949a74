/** Where the rest of the address is a key: whoever reads the log could else read the calendar, or answer for somebody. */
const KEYS = /^\/+(kalender|avanmal|inbjudan)\/+./i;

/** The path of a request as it may stand in the log. */
export function loggedPath(path: string): string {
	const place = KEYS.exec(decoded(path))?.[1];
	return place ? `/${place.toLowerCase()}/…` : path;
}

/** Written with escapes it leads to the same page. One that cannot be read leads to none. */
function decoded(path: string): string {
	try {
		return decodeURI(path);
	} catch {
		return path;
	}
}
