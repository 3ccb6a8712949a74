/**
 * A route's `headers`: a public page may lie in any cache for five minutes. It is the same for everybody, and made of what
 * does not change once it is signed.
 */
export function publicHeaders(): HeadersInit {
	return { "Cache-Control": "public, max-age=300" };
}
