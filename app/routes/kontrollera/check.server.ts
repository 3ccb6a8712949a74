import { GENUINE, REASON_TEXT, type Verdict } from "#app/domain/verdict.ts";
import { formatCode } from "#app/domain/verificationCode.ts";
import { type SignedFacts, signedFacts } from "#app/rapport/signedFacts.ts";
import { sealFile } from "#app/seal/sealedFile.server.ts";
import { type Verification, verifyFile } from "#app/seal/verifyFile.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllSigningKeys, findSnapshotByCode, findSnapshotBySha256, type SnapshotRow } from "#db/snapshot.server.ts";

/** What the page says of a code or a file. No figures: those stand in what was published. */
export interface Check {
	verdict: Verdict;
	sentence: string;
	/** What the report says of itself; null unless it is genuine. */
	facts: SignedFacts | null;
	replacedByEdition: number | null;
	/** Where it can be read by anybody; null when it is not published. */
	publicPath: string | null;
	/** Hash by hash, with what each is of. */
	hashes: { of: string; sha256: string }[];
	keyId: string | null;
}

const UNKNOWN_CODE = "Ingen rapport här har den koden. Jämför den tecken för tecken med den på rapporten.";
const GENUINE_CODE =
	"Koden hör till en signerad rapport. Jämför med den du har framför dig: uppgifterna ska vara desamma.";
const NOT_PUBLISHED = "Rapporten är inte publicerad, så inga siffror visas här.";
const DAMAGED = "Koden hör till en rapport här, men det som är sparat av den är inte längre det som signerades.";

const COPY = { intern: "den fullständiga filen", offentlig: "den offentliga filen" } as const;

type Genuine = Extract<Verification, { verdict: "akta" }>;

/** @param code 16 characters, as `parseCode` reads them */
export async function checkCode(db: Db, code: string): Promise<Check> {
	const snapshot = await findSnapshotByCode(db, code);
	if (!snapshot) return without("okand", UNKNOWN_CODE);
	const found = await verifyKept(db, snapshot);
	if (!found) return without("andrad", DAMAGED);
	const sentence = snapshot.state === "publicerad" ? GENUINE_CODE : `${GENUINE_CODE} ${NOT_PUBLISHED}`;
	const hashes = [
		{ of: COPY.intern, sha256: snapshot.sha256 },
		{ of: COPY.offentlig, sha256: snapshot.publicSha256 },
	];
	return { ...genuine(found, snapshot), sentence, hashes };
}

/** @param bytes of a report's .json file, or of anything; nothing of them is kept */
export async function checkFile(db: Db, bytes: Uint8Array): Promise<Check> {
	const found = await verify(db, bytes);
	if (found.verdict !== "akta") return without(found.verdict, REASON_TEXT[found.reason]);
	const check = genuine(found, await findSnapshotBySha256(db, found.sha256));
	return {
		...check,
		sentence: GENUINE,
		hashes: [{ of: COPY[check.facts?.audience ?? "intern"], sha256: found.sha256 }],
	};
}

async function verify(db: Db, bytes: Uint8Array): Promise<Verification> {
	const keys = await findAllSigningKeys(db);
	return verifyFile(bytes, { findPublicKey: (keyId) => keys.find(({ id }) => id === keyId)?.publicKey });
}

/**
 * Not taken at the database's word: both copies that are kept must still be what was signed, with this code and with one
 * another.
 *
 * @returns undefined when they are not
 */
async function verifyKept(db: Db, snapshot: SnapshotRow): Promise<Genuine | undefined> {
	const { publicContent, publicSha256, publicSignature, keyId } = snapshot;
	const open = { content: publicContent, sha256: publicSha256, signature: publicSignature, keyId };
	const full = await verify(db, Buffer.from(sealFile(snapshot)));
	const offentlig = await verify(db, Buffer.from(sealFile(open)));
	if (full.verdict !== "akta" || offentlig.verdict !== "akta") return undefined;
	const belong = full.content.publicSha256 === offentlig.sha256;
	return belong && signedFacts(full.content)?.code === formatCode(snapshot.code) ? full : undefined;
}

/** A genuine file that the database does not know was signed before it was restored from an older copy. */
function genuine({ content, keyId }: Genuine, snapshot: SnapshotRow | undefined): Omit<Check, "sentence" | "hashes"> {
	const replacedByEdition = snapshot?.replacedByEdition ?? null;
	return {
		verdict: replacedByEdition === null ? "akta" : "ersatt",
		facts: signedFacts(content) ?? null,
		replacedByEdition,
		publicPath: snapshot?.state === "publicerad" ? publicPathOf(snapshot) : null,
		keyId,
	};
}

function publicPathOf({ kommunSlug, periodCode, dokumentId, edition }: SnapshotRow): string {
	return `/${kommunSlug}/rapport/${periodCode}?dokument=${dokumentId}&version=${edition}`;
}

function without(verdict: Verdict, sentence: string): Check {
	return { verdict, sentence, facts: null, replacedByEdition: null, publicPath: null, hashes: [], keyId: null };
}
