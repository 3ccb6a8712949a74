import { asPublicFile } from "#app/http/etag.server.ts";
import { open } from "#app/http/protect.server.ts";
import { findAllSigningKeys } from "#db/snapshot.server.ts";

/** Every public key that the instance has signed with, the newest first, as `verifiera --nyckel` and OpenSSL read them. */
export const loader = open(async ({ db, request }) => {
	const keys = await findAllSigningKeys(db);
	const file = new Response(keys.map(({ publicKey }) => publicKey).join(""), {
		headers: {
			"Content-Type": "application/x-pem-file",
			"Content-Disposition": 'attachment; filename="nycklar.pem"',
		},
	});
	return asPublicFile(request, file);
});
