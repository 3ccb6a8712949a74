import canonicalize from "canonicalize";

/** No content of ours is nested as deep; what is made to exhaust the server is. */
export const DEEPEST = 60;

/**
 * The one way to write a value as JSON: RFC 8785, the JSON Canonicalization Scheme. Two values that say the same are the
 * same text, and so have the same hash.
 *
 * @throws TypeError for what JSON cannot say (undefined, NaN, a Date, half a character), and for what is nested absurdly deep
 */
export function canonicalJson(value: unknown): string {
	refuseUnsayable(value, 0);
	try {
		return canonicalize(value) as string;
	} catch (error) {
		throw new TypeError("not sayable as JSON", { cause: error });
	}
}

/** The package drops some of what it cannot say, and would go as deep as the stack. */
function refuseUnsayable(value: unknown, depth: number): void {
	if (depth > DEEPEST) throw new TypeError("nested too deep for JSON");
	if (value === null || typeof value === "string" || typeof value === "boolean") return;
	if (typeof value === "number" && Number.isFinite(value)) return;
	// Not forEach, which skips the holes of an array.
	if (Array.isArray(value)) for (const each of value) refuseUnsayable(each, depth + 1);
	else if (isPlainObject(value)) for (const each of Object.values(value)) refuseUnsayable(each, depth + 1);
	else throw new TypeError(`not sayable as JSON: ${typeof value}`);
}

function isPlainObject(value: unknown): value is object {
	if (typeof value !== "object" || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}
