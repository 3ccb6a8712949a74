/** Which page of a list the address asks for (`?sida=2`), from 1; what is no such number is the first page. */
export function pageNumber(url: URL): number {
	const asked = url.searchParams.get("sida") ?? "";
	return /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : 1;
}
