import { PUBLIC_CACHE } from "#app/domain/publicCache.ts";

/** A route's `headers`: a public page is the same for everybody. */
export function publicHeaders(): HeadersInit {
	return { "Cache-Control": PUBLIC_CACHE };
}
