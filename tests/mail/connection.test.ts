import { expect, onTestFinished, test } from "vitest";
import { MailServerFault, openMailConnection } from "#app/server/mail/connection.server.ts";
import type { MailSettings } from "#app/server/mail/mailSettings.ts";
import { type MailServer, startMailServer } from "./mailServer.ts";

const PASSWORD = "hemligt/lösen:ord";
const auth = { user: "lofteskoll", password: PASSWORD };
const MESSAGE = Buffer.from(
	[
		'Content-Type: multipart/alternative; boundary="x"',
		"",
		...["--x", "Content-Type: text/plain", "", "Hej", "--x", "Content-Type: text/html", "", "<p>Hej", "--x--", ""],
	].join("\r\n"),
);

async function serverWith(options: Parameters<typeof startMailServer>[0]): Promise<MailServer> {
	const server = await startMailServer(options);
	onTestFinished(() => server.stop());
	return server;
}

async function faultOf(settings: MailSettings): Promise<string> {
	const fault = await openMailConnection(settings).catch((error: unknown) => error);
	if (!(fault instanceof MailServerFault)) throw new Error("it was let in");
	return fault.message;
}

const withSignIn = (onSignIn: (username: string, password: string) => boolean) => ({
	authOptional: false,
	allowInsecureAuth: true,
	onAuth: (
		{ username = "", password = "" }: { username?: string; password?: string | null },
		_session: unknown,
		done: (error: Error | null, answer?: { user: string }) => void,
	) =>
		onSignIn(username, password ?? "")
			? done(null, { user: username })
			: done(
					Object.assign(new Error(`Fel: ${username} med ${password}, ring anna@kommunen.se`), { responseCode: 535 }),
				),
});

test("signs in with the user and the password, and sends one message after another", async () => {
	const server = await serverWith(withSignIn((user, password) => user === auth.user && password === PASSWORD));
	const connection = await openMailConnection({ ...server.settings, auth });
	expect(await connection.send({ to: "anna@savsjo.example", message: MESSAGE })).toEqual({ is: "sent" });
	expect(await connection.send({ to: "bo@savsjo.example", message: MESSAGE })).toEqual({ is: "sent" });
	connection.close();
	expect(server.taken.map(({ to }) => to)).toEqual([["anna@savsjo.example"], ["bo@savsjo.example"]]);
});

test("what the server says when it lets nobody in is told without the password, the user or anybody's address", async () => {
	const server = await serverWith(withSignIn(() => false));
	const message = await faultOf({ ...server.settings, auth });
	expect(message).toContain("535");
	for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), auth.user, "anna@kommunen.se"])
		expect(message).not.toContain(secret);
});

test("whoever is asked to sign in and cannot is told so", async () => {
	const server = await serverWith({ disabledCommands: ["STARTTLS", "AUTH"] });
	expect(await faultOf({ ...server.settings, auth })).not.toContain(PASSWORD);
	expect(server.taken).toEqual([]);
});

test("a server on another computer gets nothing, not even the password, without TLS", async () => {
	let isAsked = false;
	const server = await serverWith({
		...withSignIn(() => {
			isAsked = true;
			return true;
		}),
		disabledCommands: ["STARTTLS"],
	});
	await faultOf({ ...server.settings, auth, isLoopback: false });
	expect(isAsked).toBe(false);
});

test.each([
	["STARTTLS", { disabledCommands: [] }, false],
	["TLS from the first byte", { secure: true, disabledCommands: [] }, true],
])(
	"a certificate that nobody vouches for is refused from another computer, and taken from this one (%s)",
	async (_how, options, isSecure) => {
		const server = await serverWith(options);
		const settings = { ...server.settings, isSecure };
		expect(await faultOf({ ...settings, isLoopback: false })).toMatch(/certificate|self.signed/i);
		const connection = await openMailConnection(settings);
		expect(await connection.send({ to: "anna@savsjo.example", message: MESSAGE })).toEqual({ is: "sent" });
		connection.close();
	},
);

test("nobody at the port", async () => {
	const server = await startMailServer();
	await server.stop();
	expect(await faultOf(server.settings)).toMatch(/ECONNREFUSED/);
});

test("an answer that repeats a personal number is not repeated", async () => {
	const server = await serverWith({
		onRcptTo: (_address, _session, done) =>
			done(Object.assign(new Error("ingen 640823-3234 här"), { responseCode: 550 })),
	});
	const connection = await openMailConnection(server.settings);
	expect(await connection.send({ to: "anna@savsjo.example", message: MESSAGE })).toEqual({
		is: "refused",
		why: "svaret visas inte",
	});
	connection.close();
});

test("an address that would be more than one, or a command, is not sent to", async () => {
	const server = await serverWith({});
	const connection = await openMailConnection(server.settings);
	for (const to of ["a@b.se>\r\nRCPT TO:<ond@exempel.se", "a@b.se> SIZE=1 <x@y.se", ""])
		expect((await connection.send({ to, message: MESSAGE })).is).not.toBe("sent");
	connection.close();
	expect(server.taken).toEqual([]);
});

test("an attempt can be stopped", async () => {
	const server = await serverWith({ onConnect: () => undefined });
	const stopping = new AbortController();
	const opening = openMailConnection(server.settings, stopping.signal);
	stopping.abort();
	await expect(opening).rejects.toThrow(MailServerFault);
});
