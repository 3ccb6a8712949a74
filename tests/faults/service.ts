import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Db, openDatabase } from "#db/connection.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";
import { ORIGIN, SESSION_SECRET, signedIn, startTestRuntime } from "#tests/routes/context.ts";

/** A database file with a kommun, its dokument of 2018 and a police officer who is signed in; as production has it. */
export interface Service extends Scene {
	databasePath: string;
	/** Starts `npm start`'s own command on the database; several at once when called again. */
	start(options?: { largestFileBytes?: number }): Promise<Server>;
	/** The form of one activity, as the log page posts it. */
	newForm(fields?: Record<string, string>): Record<string, string>;
	countRows(): Promise<number>;
	/** Stops what still runs and takes the files away. */
	end(): Promise<void>;
}

export interface Server {
	/** Posts the log form as the officer. The body is the page's text where it is no redirect. */
	log(fields: Record<string, string>): Promise<{ status: number; location: string | null; body: string }>;
	/** Gives up, and rejects, when the signal says so. */
	get(path: string, signal?: AbortSignal): Promise<{ status: number; body: string }>;
	/** Where it answers. */
	address: string;
	/** The most memory that the process has taken so far, in bytes. */
	peakMemory(): number;
	/** What the process has said on stderr. */
	said(): string;
	/** As a power cut does it. */
	kill(): Promise<void>;
}

export async function makeService(): Promise<Service> {
	const folder = mkdtempSync(join(tmpdir(), "lofteskoll-faults-"));
	const databasePath = join(folder, "lofteskoll.sqlite");
	const db = openDatabase(databasePath);
	await migrateToLatest(db);
	const scene = await makeScene(db);
	startTestRuntime({ db, now: new Date().toISOString() });
	const { cookie } = await signedIn({ db, roles: ["kommunpolis"], kommun: scene.kommun });
	const logPath = `/intern/${scene.kommun.slug}/logga`;
	const processes: ChildProcess[] = [];
	return {
		...scene,
		databasePath,
		start: async (options = {}) => {
			const child = spawnServer(databasePath, options);
			processes.push(child);
			return talkTo(child, { cookie, logPath });
		},
		newForm: (fields = {}) => ({
			uuid: crypto.randomUUID(),
			date: "2018-10-12",
			measureIds: String(scene.dokument.measureIds.count),
			quantity: "1",
			platsId: "",
			performedBy: "polis",
			note: "",
			...fields,
		}),
		countRows: () => countGenomforanden(db),
		end: async () => {
			await Promise.all(processes.map(killed));
			await db.destroy();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function countGenomforanden(db: Db): Promise<number> {
	const { count } = await db
		.selectFrom("genomforande")
		.select((eb) => eb.fn.countAll<number>().as("count"))
		.executeTakeFirstOrThrow();
	return count;
}

/** @param options `largestFileBytes`: the process may let no file grow beyond it, so that the disk is full for it */
function spawnServer(databasePath: string, { largestFileBytes }: { largestFileBytes?: number }): ChildProcess {
	const limit = largestFileBytes === undefined ? "" : `ulimit -f ${Math.ceil(largestFileBytes / 1024)} && `;
	const { PATH } = process.env;
	return spawn("bash", ["-c", `${limit}exec "${process.execPath}" build/node/serve.js`], {
		env: {
			NODE_ENV: "production",
			...(PATH && { PATH }),
			DATABASE_PATH: databasePath,
			SESSION_SECRET,
			ORIGIN,
			PORT: "0",
		},
		stdio: ["ignore", "pipe", "pipe"],
	});
}

async function talkTo(child: ChildProcess, { cookie, logPath }: { cookie: string; logPath: string }): Promise<Server> {
	let said = "";
	child.stderr?.on("data", (chunk) => {
		said += chunk;
	});
	const address = await new Promise<string>((resolve, reject) => {
		child.stdout?.on("data", (chunk) => {
			const found = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk));
			if (found) resolve(found[0]);
		});
		child.once("exit", (code) => reject(new Error(`the server stopped with ${code}: ${said}`)));
	});
	return {
		log: async (fields) => {
			const answer = await fetch(address + logPath, {
				method: "POST",
				redirect: "manual",
				headers: { Cookie: cookie, Origin: ORIGIN },
				body: new URLSearchParams(fields),
			});
			return { status: answer.status, location: answer.headers.get("Location"), body: await answer.text() };
		},
		get: async (path, signal) => {
			const answer = await fetch(address + path, {
				redirect: "manual",
				headers: { Cookie: cookie },
				...(signal && { signal }),
			});
			return { status: answer.status, body: await answer.text() };
		},
		address,
		peakMemory: () => {
			const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? [];
			return Number(kilobytes) * 1024;
		},
		said: () => said,
		kill: () => killed(child),
	};
}

async function killed(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise((resolve) => child.once("exit", resolve));
	child.kill("SIGKILL");
	await gone;
}
