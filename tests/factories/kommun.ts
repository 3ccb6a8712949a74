import { createDemoPersons } from "#app/commands/createDemoPersons.server.ts";
import { createKommun } from "#app/commands/createKommun.server.ts";
import type { IsoInstant } from "#app/domain/dates.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { Actor } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";

/** 15 October 2018, 14.00 in Sweden. */
const NOW: IsoInstant = "2018-10-15T12:00:00.000Z";

const NOBODY: Actor = { personId: null, kommunId: null, now: NOW };

export type KommunActor = Actor & { personId: number; kommunId: number };

/** A kommun with two places, Torget and Skolan, unless others are asked for. */
export async function makeKommun(
	db: Db,
	{ slug = "provkommun", platser = ["Torget", "Skolan"] }: { slug?: string; platser?: readonly string[] } = {},
): Promise<{ id: number; slug: string; platsIds: Record<string, number> }> {
	const { kommunId } = await createKommun(db, NOBODY, {
		scbCode: String(1000 + (await countKommuner(db))),
		name: slug,
		slug,
		lokalpolisomrade: null,
		undertecknareTitle: "Kommunchef",
		platser: platser.map((name) => ({ name, kind: "plats" })),
		helgkvallYears: [2018],
	});
	const rows = await findAllPlatser(db, { kommunId });
	return { id: kommunId, slug, platsIds: Object.fromEntries(rows.map((plats) => [plats.name, plats.id])) };
}

/** A person with these roles in the kommun, as the actor of commands. */
export async function makePerson(
	db: Db,
	{ kommunId, role = "kommunpolis", now = NOW }: { kommunId: number; role?: Role; now?: IsoInstant },
): Promise<KommunActor> {
	const [personId] = await createDemoPersons(db, NOBODY, [
		{ email: `${crypto.randomUUID()}@exempel.se`, name: role, memberships: [{ kommunId, role }] },
	]);
	if (personId === undefined) throw new Error("no person was made");
	return { personId, kommunId, now };
}

async function countKommuner(db: Db): Promise<number> {
	const { count } = await db
		.selectFrom("kommun")
		.select((eb) => eb.fn.countAll<number>().as("count"))
		.executeTakeFirstOrThrow();
	return count;
}
