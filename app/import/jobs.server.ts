import { Fault } from "#app/domain/fault.ts";
import type { Db } from "#db/connection.server.ts";

/** How far a job has come. null: there is no telling, or it waits for its turn. */
type JobProgress = { done: number; total: number } | null;

/** Something that may take longer than somebody waits for an answer. It goes on while pages are asked how far it has come. */
export interface Job<Result> {
	readonly progress: JobProgress;
	/** undefined while it goes on. */
	readonly outcome: { is: "done"; result: Result } | { is: "failed"; error: unknown } | undefined;
	/** Resolves when it has ended, either way. */
	readonly ended: Promise<void>;
}

/** What a job tells of itself. */
export type ReportProgress = (done: number, total: number) => void;

export interface JobKeeper<Result> {
	/** Begins the job, unless one with that key is known already: two tabs and a double tap get the same. */
	begin(key: string, work: (report: ReportProgress) => Promise<Result>): Job<Result>;
	find(key: string): Job<Result> | undefined;
	/** So that the same key begins anew. One that goes on is not forgotten. */
	forget(key: string): void;
}

/**
 * Keeps the jobs of one sort in this process. One is done at a time, in the order they came, so that many large files do
 * not take the memory of everybody else. Nothing of them outlives the process.
 *
 * @param mostEnded how many that have ended are remembered, the latest used
 */
export function createJobKeeper<Result>({ mostEnded }: { mostEnded: number }): JobKeeper<Result> {
	const jobs = new Map<string, RunningJob<Result>>();
	let previous: Promise<void> = Promise.resolve();

	function find(key: string): RunningJob<Result> | undefined {
		const job = jobs.get(key);
		if (!job) return undefined;
		// The latest used stands last.
		jobs.delete(key);
		jobs.set(key, job);
		return job;
	}

	function dropOldest(): void {
		const ended = [...jobs].filter(([, job]) => job.outcome !== undefined);
		for (const [key] of ended.slice(0, Math.max(0, ended.length - mostEnded))) jobs.delete(key);
	}

	return {
		find,
		begin(key, work) {
			const known = find(key);
			if (known) return known;
			const job = new RunningJob(previous, work);
			previous = job.ended;
			jobs.set(key, job);
			void job.ended.then(dropOldest);
			return job;
		},
		forget(key) {
			if (jobs.get(key)?.outcome) jobs.delete(key);
		},
	};
}

/** A keeper for each database that is used: the ids in their keys are those of one database only. */
export function jobKeepers<Result>(limits: { mostEnded: number }): (db: Db) => JobKeeper<Result> {
	const keepers = new WeakMap<Db, JobKeeper<Result>>();
	return (db) => {
		const keeper = keepers.get(db) ?? createJobKeeper<Result>(limits);
		keepers.set(db, keeper);
		return keeper;
	};
}

class RunningJob<Result> implements Job<Result> {
	progress: JobProgress = null;
	outcome: Job<Result>["outcome"];
	readonly ended: Promise<void>;

	constructor(turn: Promise<void>, work: (report: ReportProgress) => Promise<Result>) {
		const report: ReportProgress = (done, total) => {
			this.progress = { done, total };
		};
		this.ended = turn
			.then(() => work(report))
			.then(
				(result) => {
					this.outcome = { is: "done", result };
				},
				(error: unknown) => {
					// By now there may be no request left to tell of it.
					if (!(error instanceof Fault)) console.error(new Date().toISOString(), error);
					this.outcome = { is: "failed", error };
				},
			);
	}
}

/** Waits until the job has ended, but no longer than this. */
export async function waitAWhile(job: Job<unknown>, mostMs: number): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const enough = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, mostMs);
	});
	await Promise.race([job.ended, enough]);
	clearTimeout(timer);
}
