import type { IsoInstant } from "#app/domain/dates.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";

/** Somebody who gets the weekly letter of a kommun. */
export interface LetterReader {
	personId: number;
	name: string;
	roles: Role[];
}

/** Whether the person has turned the weekly letter off, for every kommun that they are a member of. */
export async function findAllLetterChoices(
	db: Db | Tx,
	{ personId }: { personId: number },
): Promise<{ kommunId: number; isOff: boolean }[]> {
	const rows = await db
		.selectFrom("membership")
		.leftJoin("paminnelse", (join) =>
			join
				.onRef("paminnelse.person_id", "=", "membership.person_id")
				.onRef("paminnelse.kommun_id", "=", "membership.kommun_id"),
		)
		.select(["membership.kommun_id as kommunId", "paminnelse.is_off"])
		.where("membership.person_id", "=", personId)
		.groupBy("membership.kommun_id")
		.orderBy("membership.kommun_id")
		.execute();
	return rows.map(({ kommunId, is_off }) => ({ kommunId, isOff: is_off === 1 }));
}

/** Whether the person has turned the weekly letter of the kommun off. */
export async function isLetterOff(
	db: Db | Tx,
	{ personId, kommunId }: { personId: number; kommunId: number },
): Promise<boolean> {
	const row = await db
		.selectFrom("paminnelse")
		.select("is_off")
		.where("person_id", "=", personId)
		.where("kommun_id", "=", kommunId)
		.executeTakeFirst();
	return row?.is_off === 1;
}

/** Everybody with a role in the kommun who has not turned the letter off, with their roles; never a demo account. */
export async function findAllLetterReaders(db: Db, { kommunId }: { kommunId: number }): Promise<LetterReader[]> {
	const rows = await db
		.selectFrom("membership")
		.innerJoin("person", "person.id", "membership.person_id")
		.leftJoin("paminnelse", (join) =>
			join
				.onRef("paminnelse.person_id", "=", "membership.person_id")
				.onRef("paminnelse.kommun_id", "=", "membership.kommun_id"),
		)
		.select(["person.id", "person.name", "membership.role", "paminnelse.is_off"])
		.where("membership.kommun_id", "=", kommunId)
		.where("person.is_demo", "=", 0)
		.orderBy("person.id")
		.execute();
	const readers = new Map<number, LetterReader>();
	for (const { id, name, role, is_off } of rows) {
		if (is_off === 1) continue;
		const reader = readers.get(id) ?? { personId: id, name, roles: [] };
		reader.roles.push(role);
		readers.set(id, reader);
	}
	return [...readers.values()];
}

/** Keeps what the person chose, in place of what they chose before. */
export async function replaceLetterChoice(
	tx: Tx,
	{ personId, kommunId, isOff, now }: { personId: number; kommunId: number; isOff: boolean; now: IsoInstant },
): Promise<void> {
	const choice = { is_off: isOff ? 1 : 0, changed_at: now } as const;
	await tx
		.insertInto("paminnelse")
		.values({ person_id: personId, kommun_id: kommunId, ...choice })
		.onConflict((conflict) => conflict.columns(["person_id", "kommun_id"]).doUpdateSet(choice))
		.execute();
}
