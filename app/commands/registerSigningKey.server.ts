import type { SigningKey } from "#app/seal/seal.server.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findSigningKey, insertSigningKey } from "#db/snapshot.server.ts";

/**
 * Keeps the instance's public key for ever, so that it can be published and what it has signed be verified after it is
 * replaced. Writes nothing when it is known.
 */
export async function registerSigningKey(db: Db, actor: Actor, { id, publicKey }: SigningKey): Promise<void> {
	if (await findSigningKey(db, id)) return;
	await command(db, actor, async (tx) => {
		// Another process that started at the same moment has the same key.
		if (await findSigningKey(tx, id)) return { result: undefined, audit: [] };
		await insertSigningKey(tx, { id, publicKey, createdAt: actor.now });
		return {
			result: undefined,
			audit: [
				{ action: "signing_key.registered", entity: "signing_key", entityId: null, detail: { keyId: id, publicKey } },
			],
		};
	});
}
