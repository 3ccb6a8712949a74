import { randomUUID } from "node:crypto";
import { setImmediate as turnOfOthers } from "node:timers/promises";
import { claimLetter } from "#app/commands/claimLetter.server.ts";
import { queueLetters } from "#app/commands/queueLetters.server.ts";
import { giveUpLetters, settleLetter } from "#app/commands/settleLetter.server.ts";
import type { IsoInstant } from "#app/domain/dates.ts";
import { hashToken, newToken } from "#app/http/token.server.ts";
import type { LetterContent } from "#app/notiser/digest.ts";
import { weekDue } from "#app/notiser/digestTimes.ts";
import { nextTry, turnAt } from "#app/notiser/sendTimes.ts";
import { renderLetter } from "#app/outputs/mail/letter.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllKommunerToWrite, isLetterWaiting, type WrittenLetter } from "#db/outbox.server.ts";
import { type MailConnection, openMailConnection } from "./connection.server.ts";
import type { MailSettings } from "./mailSettings.ts";
import { messageOf } from "./message.server.ts";

const TICK_MS = 60_000;
/** Well within what the web server gives everything to stop (`listen.ts`). */
const PATIENCE_MS = 5_000;

/** Writes and sends the weekly letters. */
export interface LetterWorker {
	/** One round: writes the letters that are due, then sends what waits. While one is under way, no other begins. */
	tick(): Promise<void>;
	/** A round at once, and then one every minute. */
	start(): void;
	/** No more rounds; resolves when the letter under way has its answer, or the mail server has been waited for long enough. */
	stop(): Promise<void>;
}

interface WorkerParts {
	db: Db;
	mail: MailSettings;
	/** Where this instance is reached, for the links. */
	origin: string;
	clock: () => IsoInstant;
	/** Told what whoever runs the instance ought to know; never a name, an address or a password. */
	log?: (line: string) => void;
	/** How long stopping waits for the mail server, in milliseconds. */
	patienceMs?: number;
}

/** The one that writes and sends letters in this process. Several processes on one database send each letter once. */
export function createLetterWorker({
	db,
	mail,
	origin,
	clock,
	log = console.error,
	patienceMs = PATIENCE_MS,
}: WorkerParts): LetterWorker {
	const write = letterWriter(origin);
	const stopping = new AbortController();
	const outOfPatience = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	let underWay: Promise<void> | undefined;
	/** How often in a row the mail server could not be reached, and when to try again. */
	let failures = 0;
	let nextConnect: IsoInstant = "";

	const say = (line: string) => log(`${clock()} Påminnelser: ${line}`);
	const sayFault = (doing: string, error: unknown) =>
		say(`${doing} gick inte. ${error instanceof Error ? error.message : String(error)}`);

	async function writeDue(): Promise<void> {
		const now = clock();
		const week = weekDue(now);
		if (week === null) return;
		for (const kommun of await findAllKommunerToWrite(db, { week })) {
			// Nothing that SQLite does lets anybody else in between.
			await turnOfOthers();
			if (stopping.signal.aborted) return;
			// One kommun's fault keeps no other's letters back; it is tried again in a minute.
			await queueLetters(db, { kommun, week, now, write }).catch((error) =>
				sayFault(`att skriva breven för ${kommun.slug}`, error),
			);
		}
	}

	async function sendWaiting(): Promise<void> {
		const now = clock();
		const { abandoned, stale } = await giveUpLetters(db, { now });
		if (abandoned > 0) say(`${abandoned} brev avbröts på vägen och skickas inte igen.`);
		if (stale > 0) say(`${stale} brev har väntat för länge och skickas inte.`);
		const turn = turnAt(now);
		if (nextConnect > turn.until && nextConnect <= turn.orAfter) return;
		if (!(await isLetterWaiting(db, turn))) return;
		const connection = await connect(now);
		if (!connection) return;
		try {
			while (connection.isOpen() && !stopping.signal.aborted && (await sendNext(connection)));
		} finally {
			connection.close();
		}
	}

	/** Before any letter is taken: while the server is down they wait as they are. */
	async function connect(now: IsoInstant): Promise<MailConnection | undefined> {
		try {
			const connection = await openMailConnection(mail, stopping.signal);
			if (failures > 0) say("e-postservern svarar igen.");
			failures = 0;
			return connection;
		} catch (error) {
			failures++;
			nextConnect = nextTry(now, failures);
			if (!stopping.signal.aborted) sayFault("att nå e-postservern", error);
			return undefined;
		}
	}

	/** @returns whether there was one */
	async function sendNext(connection: MailConnection): Promise<boolean> {
		const letter = await claimLetter(db, { now: clock() });
		if (!letter) return false;
		const message = await messageOf(letter, { from: mail.from, now: letter.claimedAt });
		const outcome = await connection.send({ to: letter.person.email, message }, outOfPatience.signal);
		await settleLetter(db, { letter, outcome, now: clock() });
		if (outcome.is !== "sent") say(`brev ${letter.id} blev ${OUTCOME_WORDS[outcome.is]}: ${outcome.why}`);
		return true;
	}

	async function round(): Promise<void> {
		try {
			await writeDue();
			await sendWaiting();
		} catch (error) {
			sayFault("en omgång", error);
		}
	}

	function tick(): Promise<void> {
		underWay ??= round().finally(() => {
			underWay = undefined;
		});
		return underWay;
	}

	return {
		tick,
		start: () => {
			timer = setInterval(() => void tick(), TICK_MS);
			void tick();
		},
		stop: async () => {
			clearInterval(timer);
			stopping.abort();
			const patience = setTimeout(() => outOfPatience.abort(), patienceMs);
			await underWay;
			clearTimeout(patience);
		},
	};
}

const OUTCOME_WORDS = {
	later: "inte mottaget nu och försöks igen",
	refused: "inte mottaget",
	unknown: "kanske mottaget och skickas inte igen",
};

/** Makes letters with an identity and an address to unsubscribe of their own. */
function letterWriter(origin: string): (content: LetterContent) => WrittenLetter {
	const { hostname } = new URL(origin);
	return (content) => {
		const token = newToken();
		const unsubscribeUrl = `${origin}/avanmal/${token}`;
		return {
			messageId: `<${randomUUID()}@${hostname}>`,
			...renderLetter(content, { origin, unsubscribeUrl }),
			unsubscribeUrl,
			unsubscribeHash: hashToken(token),
		};
	};
}
