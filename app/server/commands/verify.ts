import { readFileSync } from "node:fs";
import { GENUINE, REASON_TEXT, verdictWord } from "#app/domain/verdict.ts";
import { signedFacts } from "#app/rapport/signedFacts.ts";
import { keyIdOf } from "#app/seal/seal.server.ts";
import { type Verification, verifyFile } from "#app/seal/verifyFile.server.ts";
import { findAllSigningKeys, findSnapshotBySha256 } from "#db/snapshot.server.ts";
import { readDatabasePath } from "../settings.ts";
import { UsageFault, type Values } from "./command.ts";
import { withDatabaseToRead } from "./openDatabase.ts";

type PublicKeys = ReadonlyMap<string, string>;

/**
 * `verifiera FIL [--nyckel PUBLIK.pem]`: whether a report's .json file is what was signed, with nothing sent anywhere.
 * With a public key it needs no database; without, the database of the instance knows the keys, and the later editions.
 *
 * @throws Error with the reason, unless the file is genuine
 */
export async function verifyReportFile({ nyckel }: Values, [file, ...more]: string[]): Promise<void> {
	if (!file || more.length > 0) throw new UsageFault("Ange filen att kontrollera: verifiera FIL");
	if (nyckel === undefined && !process.env.DATABASE_PATH?.trim())
		throw new UsageFault("Ange --nyckel PUBLIK.pem, med nyckeln från sidan /kontrollera, eller DATABASE_PATH.");
	const bytes = read(file);
	if (nyckel !== undefined) {
		report(genuine(bytes, publicKeysIn(read(nyckel), nyckel)), {
			sentence: `${verdictWord("akta", null)}. ${GENUINE} Om den har ersatts av en senare version ser du på sidan /kontrollera.`,
		});
		return;
	}
	await withDatabaseToRead(
		readDatabasePath(process.env),
		async (db) => {
			const keys = await findAllSigningKeys(db);
			const found = genuine(bytes, new Map(keys.map(({ id, publicKey }) => [id, publicKey])));
			const replacedBy = (await findSnapshotBySha256(db, found.sha256))?.replacedByEdition ?? null;
			report(found, { sentence: `${verdictWord(replacedBy === null ? "akta" : "ersatt", replacedBy)}. ${GENUINE}` });
		},
		{ orElse: ", eller använd --nyckel" },
	);
}

type Genuine = Extract<Verification, { verdict: "akta" }>;

function genuine(bytes: Uint8Array, publicKeys: PublicKeys): Genuine {
	const found = verifyFile(bytes, { findPublicKey: (keyId) => publicKeys.get(keyId) });
	if (found.verdict === "akta") return found;
	throw new Error(`${verdictWord(found.verdict, null)}. ${REASON_TEXT[found.reason]}`);
}

function report({ content, sha256, keyId }: Genuine, { sentence }: { sentence: string }): void {
	const facts = signedFacts(content);
	console.log(sentence);
	if (facts) {
		console.log(`  Kommun:      ${facts.kommun}`);
		console.log(`  Dokument:    ${facts.dokument}`);
		console.log(`  Period:      ${facts.period}, version ${facts.edition}`);
		console.log(`  Signerad:    ${facts.signed}`);
		console.log(`  Kontrollkod: ${facts.code}`);
	}
	console.log(`  SHA-256:     ${sha256}`);
	console.log(`  Nyckel:      ${keyId}`);
}

/** One or several public keys, one after the other in PEM. */
function publicKeysIn(file: Buffer, path: string): PublicKeys {
	const keys = file.toString("utf8").match(/-----BEGIN PUBLIC KEY-----[^-]*-----END PUBLIC KEY-----/g) ?? [];
	try {
		if (keys.length > 0) return new Map(keys.map((pem) => [keyIdOf(pem), pem]));
	} catch {
		// Told below.
	}
	throw new Error(`${path} är ingen publik Ed25519-nyckel i PEM-format. Hämta nyckeln på sidan /kontrollera.`);
}

function read(path: string): Buffer {
	try {
		return readFileSync(path);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : error;
		throw new Error(
			code === "ENOENT" ? `Filen ${path} finns inte.` : `Filen ${path} går inte att läsa (${String(code)}).`,
		);
	}
}
