import { Readable } from "node:stream";
import type { NodemailerError } from "nodemailer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { LetterOutcome } from "#app/commands/settleLetter.server.ts";
import { containsPersonalNumber } from "#app/domain/personalData.ts";
import type { MailSettings } from "./mailSettings.ts";

/** An open connection to the mail server, signed in. */
export interface MailConnection {
	/**
	 * Hands a message over. Never throws: what went wrong is in the outcome.
	 *
	 * @param signal breaks the connection, whatever the server is doing
	 */
	send(mail: { to: string; message: Buffer }, signal?: AbortSignal): Promise<LetterOutcome>;
	/** Whether another one can be sent. */
	isOpen(): boolean;
	close(): void;
}

/** The mail server cannot be reached, or lets nobody in. The message holds neither password nor e-mail address. */
export class MailServerFault extends Error {
	constructor(message: string) {
		super(message);
		this.name = "MailServerFault";
	}
}

const CONNECT_MS = 20_000;
/** What a server may take to answer (RFC 5321, 4.5.3.2): one that looks a letter over, or slows strangers down, takes minutes. */
const SILENCE_MS = 5 * 60_000;
/** Shorter than what a letter that was cut off is given (`sendTimes.ts`): one that is still on its way is not given up. */
const LONGEST_SEND_MS = 8 * 60_000;

/**
 * Connects and signs in. To a server that is not on this computer nothing is sent without TLS.
 *
 * @param signal stops the attempt
 * @throws MailServerFault
 */
export async function openMailConnection(settings: MailSettings, signal?: AbortSignal): Promise<MailConnection> {
	const connection = new SMTPConnection(optionsOf(settings));
	let isOpen = true;
	const hasEnded = () => {
		isOpen = false;
	};
	// What is under way hears of it too; an error that nobody listens for would end the process.
	connection.on("error", hasEnded);
	connection.on("end", hasEnded);
	await signIn(connection, settings, signal).catch((error) => {
		connection.close();
		throw new MailServerFault(reasonOf(error, settings));
	});
	return {
		isOpen: () => isOpen,
		close: () => (isOpen ? connection.quit() : connection.close()),
		send: async ({ to, message }, signal) => {
			const { error, isHandedOver } = await handOver(connection, {
				from: settings.from.address,
				to,
				message,
				signal,
			});
			if (!error) return { is: "sent" };
			// Ends the message that was refused, so that the next one can begin.
			if (isOpen)
				await answerOf(connection, { signal }, (answer) => connection.reset(answer)).catch(() => connection.close());
			return outcomeOf(error, { isHandedOver, why: reasonOf(error, settings) });
		},
	};
}

function optionsOf({ host, port, isSecure, isLoopback }: MailSettings) {
	return {
		host,
		port,
		secure: isSecure,
		requireTLS: !isLoopback,
		tls: { rejectUnauthorized: !isLoopback },
		connectionTimeout: CONNECT_MS,
		greetingTimeout: CONNECT_MS,
		dnsTimeout: CONNECT_MS,
		socketTimeout: SILENCE_MS,
	};
}

function signIn(connection: SMTPConnection, { auth }: MailSettings, signal?: AbortSignal): Promise<void> {
	return answerOf(connection, { signal }, (answer) =>
		connection.connect((error) => {
			if (error || !auth) return answer(error);
			connection.login({ user: auth.user, pass: auth.password }, answer);
		}),
	);
}

/** What comes of asking the server something, also when it hangs up instead of answering. */
function answerOf(
	connection: SMTPConnection,
	{ signal }: { signal?: AbortSignal | undefined },
	ask: (answer: (error?: Error | null) => void) => void,
): Promise<void> {
	return new Promise((resolve, reject) => {
		const onError = (error: Error) => answer(error);
		const onEnd = () => answer(new Error("anslutningen bröts"));
		const onAbort = () => answer(new Error("servern stoppas"));
		const answer = (error?: Error | null) => {
			connection.off("error", onError);
			connection.off("end", onEnd);
			signal?.removeEventListener("abort", onAbort);
			if (error) reject(error);
			else resolve();
		};
		connection.on("error", onError);
		connection.on("end", onEnd);
		signal?.addEventListener("abort", onAbort);
		ask(answer);
	});
}

/**
 * Sends one message. It is read only when the server has said that it takes it; from then on the message may be on its way,
 * whatever happens to the connection.
 */
function handOver(
	connection: SMTPConnection,
	{ from, to, message, signal }: { from: string; to: string; message: Buffer; signal: AbortSignal | undefined },
): Promise<{ error: NodemailerError | null; isHandedOver: boolean }> {
	let isHandedOver = false;
	const stream = new Readable({
		read() {
			isHandedOver = true;
			this.push(message);
			this.push(null);
		},
	});
	return new Promise((resolve) => {
		const settle = (error: NodemailerError | null) => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", onAbort);
			resolve({ error, isHandedOver });
		};
		const breakOff = (why: string) => {
			connection.close();
			settle(new Error(why));
		};
		const onAbort = () => breakOff("servern stoppas");
		const timer = setTimeout(() => breakOff("inget svar i tid"), LONGEST_SEND_MS);
		signal?.addEventListener("abort", onAbort);
		connection.send({ from, to: [to] }, stream, (error) => settle(error));
	});
}

/**
 * An answer decides: 5xx is no, 4xx not now. A sender that is refused is the settings' fault and not the letter's, so it
 * waits until they are mended. No answer means not now too, unless the message had left by then.
 */
function outcomeOf(
	error: NodemailerError,
	{ isHandedOver, why }: { isHandedOver: boolean; why: string },
): LetterOutcome {
	const code = error.responseCode ?? 0;
	const isAnswer = code >= 400 && code < 600;
	if (isHandedOver && !isAnswer) return { is: "unknown", why };
	return { is: error.permanent && error.command !== "MAIL FROM" ? "refused" : "later", why };
}

const LONGEST_REASON = 200;

/** What the server or the network said, on one line, without the password and without anybody's address. */
function reasonOf(error: unknown, { auth }: MailSettings): string {
	const said = error instanceof Error ? error.message : String(error);
	const secrets = auth ? [auth.password, auth.user].flatMap(spellings) : [];
	const clean = secrets
		.reduce((text, secret) => text.replaceAll(secret, "***"), said.replace(/[\s\p{C}]+/gu, " "))
		.replace(/[^\s<>]+@[^\s<>]+/g, "***")
		.trim();
	return containsPersonalNumber(clean) ? "svaret visas inte" : clean.slice(0, LONGEST_REASON);
}

function spellings(secret: string): string[] {
	return [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64")];
}
