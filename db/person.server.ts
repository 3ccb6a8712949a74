import type { IsoInstant } from "#app/domain/dates.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";
import { findKommunBySlug, type Kommun } from "./kommun.server.ts";

export interface KommunOfMember {
	kommun: Kommun;
	roles: Role[];
}

export interface Member {
	personId: number;
	name: string;
	email: string;
	roles: Role[];
}

export interface PersonWithPassword {
	id: number;
	name: string;
	email: string;
	passwordHash: string | null;
	isDemo: boolean;
}

/** The kommun behind a slug with the person's roles in it; undefined when they have none, as when it does not exist. */
export async function findKommunOfMember(
	db: Db,
	{ personId, slug }: { personId: number; slug: string },
): Promise<KommunOfMember | undefined> {
	const kommun = await findKommunBySlug(db, slug);
	const roles = kommun ? await findAllRoles(db, { personId, kommunId: kommun.id }) : [];
	return kommun && roles.length > 0 ? { kommun, roles } : undefined;
}

/** Everybody with a role in the kommun. Sort by name with `compareSwedish`. */
export async function findAllMembers(db: Db, { kommunId }: { kommunId: number }): Promise<Member[]> {
	const rows = await db
		.selectFrom("membership")
		.innerJoin("person", "person.id", "membership.person_id")
		.select(["person.id", "person.name", "person.email", "membership.role"])
		.where("kommun_id", "=", kommunId)
		.orderBy("person.id")
		.execute();
	const members = new Map<number, Member>();
	for (const row of rows) {
		const member = members.get(row.id) ?? { personId: row.id, name: row.name, email: row.email, roles: [] };
		member.roles.push(row.role);
		members.set(row.id, member);
	}
	return [...members.values()];
}

/** The roles a person has in the kommun; none: not a member. */
export async function findAllRoles(
	db: Db | Tx,
	{ personId, kommunId }: { personId: number; kommunId: number },
): Promise<Role[]> {
	const rows = await db
		.selectFrom("membership")
		.select("role")
		.where("person_id", "=", personId)
		.where("kommun_id", "=", kommunId)
		.execute();
	return rows.map((row) => row.role);
}

/** Every role the person has in any kommun. */
export async function findAllMemberships(
	db: Db | Tx,
	{ personId }: { personId: number },
): Promise<{ kommunId: number; slug: string; role: Role }[]> {
	return db
		.selectFrom("membership")
		.innerJoin("kommun", "kommun.id", "membership.kommun_id")
		.select(["kommun.id as kommunId", "kommun.slug", "membership.role"])
		.where("membership.person_id", "=", personId)
		.orderBy("kommun.id")
		.execute();
}

export async function countAdmins(db: Db | Tx, { kommunId }: { kommunId: number }): Promise<number> {
	const row = await db
		.selectFrom("membership")
		.select((eb) => eb.fn.countAll<number>().as("count"))
		.where("kommun_id", "=", kommunId)
		.where("role", "=", "admin")
		.executeTakeFirstOrThrow();
	return row.count;
}

export async function findPersonByEmail(db: Db | Tx, email: string): Promise<PersonWithPassword | undefined> {
	return withPassword(await selectPerson(db).where("email", "=", email).executeTakeFirst());
}

export async function findPerson(db: Db | Tx, id: number): Promise<PersonWithPassword | undefined> {
	return withPassword(await selectPerson(db).where("id", "=", id).executeTakeFirst());
}

/**
 * The demo account for a role: the one that has it in this kommun and in as few others as there is, or, when no kommun is
 * given, the one that has it in most.
 */
export async function findDemoPerson(
	db: Db,
	{ role, kommunSlug }: { role: Role; kommunSlug: string | null },
): Promise<number | undefined> {
	const rows = (await findAllDemoRoles(db)).filter((row) => row.role === role);
	const kommunerOf = (id: number) => rows.filter((row) => row.personId === id).map((row) => row.slug);
	const ids = [...new Set(rows.map((row) => row.personId))].sort((a, b) => kommunerOf(a).length - kommunerOf(b).length);
	return kommunSlug === null
		? ids.filter((id) => kommunerOf(id).length > 1).at(-1)
		: ids.find((id) => kommunerOf(id).includes(kommunSlug));
}

/** Which roles the demo's accounts have, and where. */
export async function findAllDemoRoles(db: Db): Promise<{ personId: number; slug: string; role: Role }[]> {
	return db
		.selectFrom("person")
		.innerJoin("membership", "membership.person_id", "person.id")
		.innerJoin("kommun", "kommun.id", "membership.kommun_id")
		.select(["person.id as personId", "kommun.slug", "membership.role"])
		.where("person.is_demo", "=", 1)
		.orderBy("person.id")
		.execute();
}

export async function insertPerson(
	tx: Tx,
	person: { email: string; name: string; passwordHash: string | null; isDemo: boolean; now: IsoInstant },
): Promise<number> {
	const row = await tx
		.insertInto("person")
		.values({
			email: person.email,
			name: person.name,
			password_hash: person.passwordHash,
			is_demo: person.isDemo ? 1 : 0,
			created_at: person.now,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	return row.id;
}

/** @param person `passwordHash` null: nobody can sign in to the account until a new password is chosen */
export async function updatePassword(tx: Tx, person: { id: number; passwordHash: string | null }): Promise<void> {
	await tx.updateTable("person").set({ password_hash: person.passwordHash }).where("id", "=", person.id).execute();
}

export async function updateName(tx: Tx, person: { id: number; name: string }): Promise<void> {
	await tx.updateTable("person").set({ name: person.name }).where("id", "=", person.id).execute();
}

/** Makes these the person's roles in the kommun, all of them; none takes the person out of the kommun. */
export async function replaceRoles(
	tx: Tx,
	{ personId, kommunId, roles, now }: { personId: number; kommunId: number; roles: readonly Role[]; now: IsoInstant },
): Promise<void> {
	await tx.deleteFrom("membership").where("person_id", "=", personId).where("kommun_id", "=", kommunId).execute();
	for (const role of roles)
		await tx
			.insertInto("membership")
			.values({ person_id: personId, kommun_id: kommunId, role, created_at: now })
			.execute();
}

function selectPerson(db: Db | Tx) {
	return db.selectFrom("person").select(["id", "name", "email", "password_hash", "is_demo"]);
}

function withPassword(
	row: { id: number; name: string; email: string; password_hash: string | null; is_demo: 0 | 1 } | undefined,
): PersonWithPassword | undefined {
	return (
		row && {
			id: row.id,
			name: row.name,
			email: row.email,
			passwordHash: row.password_hash,
			isDemo: row.is_demo === 1,
		}
	);
}
