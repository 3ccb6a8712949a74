import { sql } from "kysely";
import type { IsoInstant } from "#app/domain/dates.ts";
import type { RapportState } from "#app/domain/rapport.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

/** What was signed. It never changes; the state and what came after do. */
export interface SnapshotRow {
	rapportId: number;
	/** 16 Crockford base32 characters. */
	code: string;
	/** Canonical JSON. */
	content: string;
	sha256: string;
	signature: string;
	publicContent: string;
	publicSha256: string;
	publicSignature: string;
	keyId: string;
	signedAt: IsoInstant;
	edition: number;
	state: RapportState;
	kommunSlug: string;
	kommunName: string;
	dokumentId: number;
	dokumentTitle: string;
	periodCode: string;
	publishedAt: IsoInstant | null;
	/** The latest later edition that is signed. */
	replacedByEdition: number | null;
}

/** What anybody may read of a signed and published report. */
export type PublishedRow = Omit<SnapshotRow, "content" | "sha256" | "signature">;

export interface SigningKeyRow {
	id: string;
	/** Ed25519, SPKI, PEM. */
	publicKey: string;
	createdAt: IsoInstant;
}

export async function findSnapshot(
	db: Db,
	{ kommunId, rapportId }: { kommunId: number; rapportId: number },
): Promise<SnapshotRow | undefined> {
	return selectSnapshot(db)
		.where("rapport.kommun_id", "=", kommunId)
		.where("rapport_snapshot.rapport_id", "=", rapportId)
		.executeTakeFirst();
}

/** By its verification code, in whatever kommun: a code is for anybody who holds the paper. */
export async function findSnapshotByCode(db: Db, code: string): Promise<SnapshotRow | undefined> {
	return selectSnapshot(db).where("rapport_snapshot.code", "=", code).executeTakeFirst();
}

/** By the hash of its full or its public content, in whatever kommun. */
export async function findSnapshotBySha256(db: Db, sha256: string): Promise<SnapshotRow | undefined> {
	return (
		(await selectSnapshot(db).where("rapport_snapshot.sha256", "=", sha256).executeTakeFirst()) ??
		(await selectSnapshot(db).where("rapport_snapshot.public_sha256", "=", sha256).executeTakeFirst())
	);
}

/** Every published edition of the kommun's reports, the newest period first and within it the latest edition. */
export async function findAllPublished(db: Db, { kommunId }: { kommunId: number }): Promise<PublishedRow[]> {
	return selectPublic(db)
		.where("rapport.kommun_id", "=", kommunId)
		.where("rapport.state", "=", "publicerad")
		.orderBy("rapport.period_from", "desc")
		.orderBy("rapport.dokument_id")
		.orderBy("rapport.edition", "desc")
		.execute();
}

/** Every kommun that has published anything, with its newest period. */
export async function findAllNewestPublished(db: Db): Promise<{ kommunId: number; periodCode: string }[]> {
	const rows = await db
		.selectFrom("rapport")
		.select(["kommun_id as kommunId", "period_code as periodCode"])
		.where("state", "=", "publicerad")
		.orderBy("period_from", "desc")
		.orderBy("period_to", "desc")
		.execute();
	const newest = new Map<number, { kommunId: number; periodCode: string }>();
	for (const row of rows) if (!newest.has(row.kommunId)) newest.set(row.kommunId, row);
	return [...newest.values()];
}

export async function insertSnapshot(
	tx: Tx,
	snapshot: Pick<
		SnapshotRow,
		| "rapportId"
		| "code"
		| "content"
		| "sha256"
		| "signature"
		| "publicContent"
		| "publicSha256"
		| "publicSignature"
		| "keyId"
		| "signedAt"
	> & { personId: number },
): Promise<void> {
	await tx
		.insertInto("rapport_snapshot")
		.values({
			rapport_id: snapshot.rapportId,
			code: snapshot.code,
			content: snapshot.content,
			sha256: snapshot.sha256,
			signature: snapshot.signature,
			public_content: snapshot.publicContent,
			public_sha256: snapshot.publicSha256,
			public_signature: snapshot.publicSignature,
			key_id: snapshot.keyId,
			signed_at: snapshot.signedAt,
			signed_by: snapshot.personId,
		})
		.execute();
}

export async function findSigningKey(db: Db, id: string): Promise<SigningKeyRow | undefined> {
	return selectSigningKey(db).where("id", "=", id).executeTakeFirst();
}

/** Every key that the instance has signed with, the newest first. */
export async function findAllSigningKeys(db: Db): Promise<SigningKeyRow[]> {
	return selectSigningKey(db).orderBy("created_at", "desc").orderBy("id").execute();
}

export async function insertSigningKey(tx: Tx, { id, publicKey, createdAt }: SigningKeyRow): Promise<void> {
	await tx.insertInto("signing_key").values({ id, public_key: publicKey, created_at: createdAt }).execute();
}

function selectSigningKey(db: Db) {
	return db.selectFrom("signing_key").select(["id", "public_key as publicKey", "created_at as createdAt"]);
}

function selectSnapshot(db: Db) {
	return selectPublic(db).select(["rapport_snapshot.content", "rapport_snapshot.sha256", "rapport_snapshot.signature"]);
}

function selectPublic(db: Db) {
	return db
		.selectFrom("rapport_snapshot")
		.innerJoin("rapport", "rapport.id", "rapport_snapshot.rapport_id")
		.innerJoin("dokument", "dokument.id", "rapport.dokument_id")
		.innerJoin("kommun", "kommun.id", "rapport.kommun_id")
		.select([
			"rapport_snapshot.rapport_id as rapportId",
			"rapport_snapshot.code",
			"rapport_snapshot.public_content as publicContent",
			"rapport_snapshot.public_sha256 as publicSha256",
			"rapport_snapshot.public_signature as publicSignature",
			"rapport_snapshot.key_id as keyId",
			"rapport_snapshot.signed_at as signedAt",
			"rapport.edition",
			"rapport.state",
			"kommun.slug as kommunSlug",
			"kommun.name as kommunName",
			"rapport.dokument_id as dokumentId",
			"dokument.title as dokumentTitle",
			"rapport.period_code as periodCode",
			"rapport.published_at as publishedAt",
			sql<number | null>`(SELECT max(later.edition) FROM rapport AS later
				WHERE later.dokument_id = rapport.dokument_id AND later.period_code = rapport.period_code
				AND later.edition > rapport.edition AND later.state IN ('signerad', 'publicerad'))`.as("replacedByEdition"),
		]);
}
