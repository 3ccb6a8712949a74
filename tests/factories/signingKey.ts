import { generateSigningKey, type SigningKey } from "#app/seal/seal.server.ts";

let made: SigningKey | undefined;

/** The key of the test's instance; one per process. */
export function testSigningKey(): SigningKey {
	made ??= generateSigningKey();
	return made;
}
