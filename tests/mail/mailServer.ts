import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { MailSettings } from "#app/server/mail/mailSettings.ts";
import { mailSettingsAt } from "./mailSettingsAt.ts";
import { type Mail, readMail } from "./readMail.ts";

/** A real mail server in this process, which keeps what it takes. */
export interface MailServer {
	settings: MailSettings;
	/** Every message taken, in order, as it travelled and as it is read. */
	taken: { to: string[]; raw: string; mail: Mail }[];
	/** How many have connected. */
	connections: number;
	/** Breaks every connection. */
	cut(): void;
	/** From now on nobody answers at the port. */
	stop(): Promise<void>;
	/** Answers again, at the same port. */
	start(): Promise<void>;
	/** Decides what the next recipients are answered, "silence" where they get no answer at all; undefined: taken. */
	answerRecipient: (address: string) => number | "silence" | undefined;
	/**
	 * Decides what becomes of the next messages: an answer, or "cut" where the connection breaks instead of one, and "lost"
	 * where it breaks though the message was taken; undefined: taken.
	 */
	answerMessage: (to: string[]) => MessageAnswer | Promise<MessageAnswer>;
	/** Decides what the next senders are answered. */
	answerSender: () => number | undefined;
}

type MessageAnswer = number | "cut" | "lost" | undefined;

/** Starts it on a free port of this computer, without TLS unless asked for. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
	let running: SMTPServer | undefined;
	let port = 0;
	const server: MailServer = {
		settings: mailSettingsAt(0),
		taken: [],
		connections: 0,
		answerRecipient: () => undefined,
		answerMessage: () => undefined,
		answerSender: () => undefined,
		cut: () => {
			for (const connection of running?.connections ?? []) connection._socket.destroy();
		},
		stop: () => new Promise((resolve) => (running ? running.close(() => resolve()) : resolve())),
		start: async () => {
			running = new SMTPServer({
				authOptional: true,
				disabledCommands: ["STARTTLS"],
				disableReverseLookup: true,
				logger: false,
				onConnect: (_session, done) => {
					server.connections++;
					done();
				},
				onMailFrom: (_address, _session, done) => done(refusal(server.answerSender())),
				onRcptTo: ({ address }, _session, done) => {
					const answer = server.answerRecipient(address);
					if (answer !== "silence") done(refusal(answer));
				},
				onData: async (stream, session, done) => {
					// Nothing to read where the connection breaks meanwhile.
					const raw = Buffer.concat(await stream.toArray().catch(() => [])).toString("latin1");
					if (!raw) return;
					const to = session.envelope.rcptTo.map(({ address }) => address);
					const answer = await server.answerMessage(to);
					if (answer === undefined || answer === "lost") server.taken.push({ to, raw, mail: readMail(raw) });
					if (answer === "cut" || answer === "lost") server.cut();
					else done(refusal(answer));
				},
				...options,
			});
			const listening = running;
			listening.on("error", () => undefined);
			await new Promise<void>((resolve) => listening.listen(port, "127.0.0.1", resolve));
			port = (listening.server.address() as AddressInfo).port;
			server.settings = mailSettingsAt(port);
		},
	};
	await server.start();
	return server;
}

function refusal(responseCode: number | undefined): Error | null {
	return responseCode === undefined ? null : Object.assign(new Error("Nej, inte nu"), { responseCode });
}
