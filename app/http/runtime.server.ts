import { type IsoDate, type IsoInstant, stockholmInstant } from "#app/domain/dates.ts";
import type { SigningKey } from "#app/seal/seal.server.ts";
import type { Db } from "#db/connection.server.ts";

/** What the web part needs to know of the settings; read and checked by app/server/settings.ts. */
export interface RuntimeSettings {
	mode: "production" | "demo";
	sessionSecret: string;
	/** The address people use, e.g. `https://lofteskoll.example.se`; null: whatever address the request came to (demo). */
	origin: string | null;
	/** The day on which the demo's clock stands; not used in production. */
	demoDate: IsoDate;
	/** Whether reminders leave by e-mail, which they do where there is a mail server. */
	sendsLetters: boolean;
}

export interface Runtime {
	db: Db;
	settings: RuntimeSettings;
	/** What reports are signed with here. */
	signingKey: SigningKey;
	clock: () => IsoInstant;
}

const DEMO_HOUR = 14;
let started: Runtime | undefined;

/** Hands the database, the settings, the key and the clock to every loader and action. Once per process (and per test). */
export function startRuntime(runtime: Runtime): void {
	started = runtime;
}

/** @throws Error when nothing has been started */
export function runtime(): Runtime {
	if (!started) throw new Error("startRuntime has not been called");
	return started;
}

/** Real time in production; in the demo the clock stands still at 14.00 Swedish time on the chosen day. */
export function clockFor(settings: RuntimeSettings): () => IsoInstant {
	if (settings.mode === "production") return () => new Date().toISOString();
	const standing = stockholmInstant(settings.demoDate, DEMO_HOUR);
	return () => standing;
}
