import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { addHours, earliest, type IsoDate, type IsoInstant, stockholmInstant } from "#app/domain/dates.ts";
import { ROLES, type Role } from "#app/domain/permissions.ts";
import { createLetterWorker, type LetterWorker } from "#app/server/mail/worker.server.ts";
import { type Db, openDatabase } from "#db/connection.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { type KommunActor, makePerson } from "#tests/factories/kommun.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";
import { type MailServer, startMailServer } from "./mailServer.ts";

export const ORIGIN = "https://lofteskoll.kommunen.se";
/** Monday 15 October 2018, 07.00 in Sweden. */
export const MONDAY: IsoInstant = "2018-10-15T05:00:00.000Z";

/** Sävsjö in a database file of its own, one person of every role who gets letters, and a mail server. */
export interface PostScene extends Scene {
	databasePath: string;
	post: MailServer;
	readers: Record<Role, KommunActor & { email: string }>;
	/** The clock that the worker reads. */
	setClock(now: IsoInstant): void;
	/** Turns the clock on so many minutes, with one round of the worker each. */
	pass(minutes: number): Promise<void>;
	worker: LetterWorker;
	/** What the worker has told whoever runs the instance. */
	said: string[];
	/** Another process on the same file. */
	anotherWorker(): { db: Db; worker: LetterWorker };
	/** An åtgärd of the police, due on the day. */
	addAtgard(title: string, dueOn: IsoDate): Promise<void>;
	/** Messages that this person has got. */
	lettersTo(reader: { email: string }): MailServer["taken"];
	findOutbox(): Promise<{ state: string; attempts: number; personId: number; last_error: string | null }[]>;
}

export async function makePostScene({ now = MONDAY }: { now?: IsoInstant } = {}): Promise<PostScene> {
	const folder = mkdtempSync(join(tmpdir(), "lofteskoll-mail-"));
	const databasePath = join(folder, "lofteskoll.sqlite");
	const opened: Db[] = [];
	const open = () => {
		const db = openDatabase(databasePath);
		opened.push(db);
		return db;
	};
	const db = open();
	const post = await startMailServer();
	onTestFinished(async () => {
		await post.stop();
		await Promise.all(opened.map((each) => each.destroy()));
		rmSync(folder, { recursive: true, force: true });
	});
	await migrateToLatest(db);
	const scene = await makeScene(db);
	await db.updateTable("kommun").set({ name: "Sävsjö" }).where("id", "=", scene.kommun.id).execute();
	const readers = await makeReaders(scene);

	let clock = now;
	const said: string[] = [];
	const workerOn = (on: Db) =>
		createLetterWorker({
			db: on,
			mail: post.settings,
			origin: ORIGIN,
			clock: () => clock,
			log: (line) => said.push(line),
			patienceMs: 300,
		});
	const worker = workerOn(db);
	return {
		...scene,
		databasePath,
		post,
		readers,
		worker,
		said,
		setClock: (to) => {
			clock = to;
		},
		pass: async (minutes) => {
			for (let minute = 0; minute < minutes; minute++) {
				clock = addHours(clock, 1 / 60);
				await worker.tick();
			}
		},
		anotherWorker: () => {
			const another = open();
			return { db: another, worker: workerOn(another) };
		},
		addAtgard: async (title, dueOn) => {
			await decideAtgard(db, scene.polis, {
				aktivitetId: scene.dokument.aktivitetIds.actions,
				title,
				owner: "polis",
				decidedOn: earliest(dueOn, "2018-09-03"),
				dueOn,
			});
		},
		lettersTo: ({ email }) => post.taken.filter(({ to }) => to.includes(email)),
		findOutbox: () =>
			db
				.selectFrom("outbox")
				.select(["state", "attempts", "person_id as personId", "last_error"])
				.orderBy("id")
				.execute(),
	};
}

/** 07.00 Swedish time on a day. */
export function seven(date: IsoDate): IsoInstant {
	return stockholmInstant(date, 7);
}

async function makeReaders({ db, kommun }: Scene): Promise<PostScene["readers"]> {
	const made = [];
	for (const role of ROLES) {
		const email = `${role}@savsjo.example`;
		const actor = await makePerson(db, { kommunId: kommun.id, role });
		await db
			.updateTable("person")
			.set({ is_demo: 0, email, name: `Åsa ${role}` })
			.where("id", "=", actor.personId)
			.execute();
		made.push([role, { ...actor, email }]);
	}
	return Object.fromEntries(made);
}
