import { PUBLIC_CACHE } from "#app/domain/publicCache.ts";

/** A route's `headers`: a public page is made of what does not change once it is signed. */
export function publicHeaders(): HeadersInit {
	return { "Cache-Control": PUBLIC_CACHE };
}
