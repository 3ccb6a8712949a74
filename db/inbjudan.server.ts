import type { IsoInstant } from "#app/domain/dates.ts";
import { isRole, type Role } from "#app/domain/permissions.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

/** An invitation that is neither accepted nor revoked; it may have expired. */
export interface OpenInbjudan {
	id: number;
	kommunId: number;
	kommunName: string;
	kommunSlug: string;
	email: string;
	name: string;
	roles: Role[];
	/** Who made the link that now works; the invited person where whoever runs the instance did. */
	createdBy: number;
	expiresAt: IsoInstant;
}

/** The open invitation behind a link, expired or not. */
export async function findOpenInbjudan(db: Db | Tx, tokenHash: string): Promise<OpenInbjudan | undefined> {
	const row = await selectOpen(db).where("inbjudan.token_hash", "=", tokenHash).executeTakeFirst();
	return row && toInbjudan(row);
}

/** One of the kommun's open invitations, expired or not. */
export async function findOpenInbjudanById(
	db: Db | Tx,
	{ kommunId, id }: { kommunId: number; id: number },
): Promise<OpenInbjudan | undefined> {
	const row = await selectOpen(db)
		.where("inbjudan.kommun_id", "=", kommunId)
		.where("inbjudan.id", "=", id)
		.executeTakeFirst();
	return row && toInbjudan(row);
}

/** The kommun's open invitations, newest first; expired ones stay until they are renewed or revoked. */
export async function findAllOpenInbjudningar(
	db: Db | Tx,
	{ kommunId }: { kommunId: number },
): Promise<OpenInbjudan[]> {
	const rows = await selectOpen(db).where("inbjudan.kommun_id", "=", kommunId).orderBy("inbjudan.id", "desc").execute();
	return rows.map(toInbjudan);
}

export async function insertInbjudan(
	tx: Tx,
	inbjudan: {
		kommunId: number;
		email: string;
		name: string;
		roles: readonly Role[];
		tokenHash: string;
		createdBy: number;
		now: IsoInstant;
		expiresAt: IsoInstant;
	},
): Promise<number> {
	const row = await tx
		.insertInto("inbjudan")
		.values({
			kommun_id: inbjudan.kommunId,
			email: inbjudan.email,
			name: inbjudan.name,
			roles: JSON.stringify(inbjudan.roles),
			token_hash: inbjudan.tokenHash,
			created_at: inbjudan.now,
			created_by: inbjudan.createdBy,
			expires_at: inbjudan.expiresAt,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	return row.id;
}

/** A new link in place of the old one, which stops working. */
export async function updateInbjudanLink(
	tx: Tx,
	inbjudan: { id: number; tokenHash: string; createdBy: number; expiresAt: IsoInstant },
): Promise<void> {
	await tx
		.updateTable("inbjudan")
		.set({ token_hash: inbjudan.tokenHash, created_by: inbjudan.createdBy, expires_at: inbjudan.expiresAt })
		.where("id", "=", inbjudan.id)
		.execute();
}

export async function updateInbjudanAccepted(tx: Tx, inbjudan: { id: number; now: IsoInstant }): Promise<void> {
	await tx.updateTable("inbjudan").set({ accepted_at: inbjudan.now }).where("id", "=", inbjudan.id).execute();
}

export async function updateInbjudanRevoked(tx: Tx, inbjudan: { id: number; now: IsoInstant }): Promise<void> {
	await tx.updateTable("inbjudan").set({ revoked_at: inbjudan.now }).where("id", "=", inbjudan.id).execute();
}

/** Takes every open link back that the e-mail has to the kommun. */
export async function updateAllInbjudningarRevoked(
	tx: Tx,
	{ kommunId, email, now }: { kommunId: number; email: string; now: IsoInstant },
): Promise<void> {
	await tx
		.updateTable("inbjudan")
		.set({ revoked_at: now })
		.where("kommun_id", "=", kommunId)
		.where("email", "=", email)
		.where("accepted_at", "is", null)
		.where("revoked_at", "is", null)
		.execute();
}

function selectOpen(db: Db | Tx) {
	return db
		.selectFrom("inbjudan")
		.innerJoin("kommun", "kommun.id", "inbjudan.kommun_id")
		.select([
			"inbjudan.id",
			"inbjudan.kommun_id",
			"kommun.name as kommun_name",
			"kommun.slug as kommun_slug",
			"inbjudan.email",
			"inbjudan.name",
			"inbjudan.roles",
			"inbjudan.created_by",
			"inbjudan.expires_at",
		])
		.where("accepted_at", "is", null)
		.where("revoked_at", "is", null);
}

function toInbjudan(row: Awaited<ReturnType<ReturnType<typeof selectOpen>["executeTakeFirstOrThrow"]>>): OpenInbjudan {
	const roles: unknown[] = JSON.parse(row.roles);
	return {
		id: row.id,
		kommunId: row.kommun_id,
		kommunName: row.kommun_name,
		kommunSlug: row.kommun_slug,
		email: row.email,
		name: row.name,
		roles: roles.filter((role): role is Role => typeof role === "string" && isRole(role)),
		createdBy: row.created_by,
		expiresAt: row.expires_at,
	};
}
