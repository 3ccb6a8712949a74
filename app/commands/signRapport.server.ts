import type { RapportContent } from "#app/rapport/content.ts";
import { reviewedContent } from "#app/rapport/findRapport.server.ts";
import { toPublicContent } from "#app/rapport/publicContent.ts";
import { canonicalJson } from "#app/seal/canonicalJson.ts";
import { newVerificationCode, type SigningKey, sha256Hex } from "#app/seal/seal.server.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findPerson } from "#db/person.server.ts";
import { findAllSynpunkter, findFrozen, type RapportRow } from "#db/rapport.server.ts";
import { updateRapportSigned } from "#db/rapportChange.server.ts";
import { findRapportDokument } from "#db/rapportSource.server.ts";
import { findSigningKey, insertSigningKey, insertSnapshot } from "#db/snapshot.server.ts";
import { type KommunWriter, kommunWriter } from "./kommunWriter.server.ts";
import { noSuchRapport, rapportEvent, rapportForStep, type SeenRapport } from "./rapportInKommun.server.ts";

/**
 * Signs a reviewed report: from here on it is a snapshot that nothing can change, in full and as the public may read it,
 * each with its SHA-256 and the instance's signature (PRODUCT §3.6). That the person has just proved who they are is asked
 * by the page.
 *
 * @returns the verification code
 * @throws Fault what `rapportForStep` refuses: among it that the one who signs has said klar
 */
export async function signRapport(
	db: Db,
	actor: Actor,
	{ rapportId, version, signingKey }: SeenRapport & { signingKey: SigningKey },
): Promise<{ code: string }> {
	const writer = kommunWriter(actor);
	const code = newVerificationCode();
	return command(db, actor, async (tx) => {
		const rapport = await rapportForStep(tx, writer, { rapportId, version, step: "signRapport" });
		const reviewed = await findReviewed(tx, rapport);
		const signature = await signatureOf(tx, { rapport, writer, code, keyId: signingKey.id });
		await registerKey(tx, { signingKey, writer });
		await insertSnapshot(tx, {
			rapportId,
			code,
			...seal({ ...reviewed, signature }, signingKey),
			keyId: signingKey.id,
			signedAt: actor.now,
			personId: writer.personId,
		});
		await updateRapportSigned(tx, { id: rapportId, version });
		return { result: { code }, audit: [rapportEvent({ action: "rapport.signed", rapport, detail: { code } })] };
	});
}

/** The full content names the hash of the public one, so that the two belong together. */
function seal(content: RapportContent, signingKey: SigningKey) {
	const publicContent = canonicalJson(toPublicContent(content));
	const publicSha256 = sha256Hex(publicContent);
	const fullContent = canonicalJson({ ...content, publicSha256 });
	return {
		content: fullContent,
		sha256: sha256Hex(fullContent),
		signature: signingKey.sign(fullContent),
		publicContent,
		publicSha256,
		publicSignature: signingKey.sign(publicContent),
	};
}

async function findReviewed(tx: Tx, { id, kommunId, granskadAt }: RapportRow): Promise<RapportContent> {
	const of = { kommunId, rapportId: id };
	const frozen = await findFrozen(tx, of);
	if (frozen === undefined) throw new Error(`rapport ${id} is granskad and has nothing frozen`);
	return reviewedContent(frozen, { synpunkter: await findAllSynpunkter(tx, of), granskadAt });
}

async function signatureOf(
	tx: Tx,
	{
		rapport: { kommunId, dokumentId },
		writer: { personId, now },
		code,
		keyId,
	}: { rapport: RapportRow; writer: KommunWriter; code: string; keyId: string },
): Promise<NonNullable<RapportContent["signature"]>> {
	const dokument = await findRapportDokument(tx, { kommunId, dokumentId });
	const person = await findPerson(tx, personId);
	if (!dokument || !person) throw noSuchRapport();
	return { title: dokument.undertecknareTitle, name: person.name, signedAt: now, code, keyId };
}

/** What has been signed is verified by the public key, which is kept for ever. */
async function registerKey(
	tx: Tx,
	{ signingKey: { id, publicKey }, writer: { now } }: { signingKey: SigningKey; writer: KommunWriter },
): Promise<void> {
	if (!(await findSigningKey(tx, id))) await insertSigningKey(tx, { id, publicKey, createdAt: now });
}
