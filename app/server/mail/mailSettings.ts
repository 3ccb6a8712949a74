import { domainToASCII } from "node:url";
import * as z from "zod";

/** How e-mail leaves, from SMTP_URL and MAIL_FROM. */
export interface MailSettings {
	host: string;
	port: number;
	/** TLS from the first byte (`smtps:`); otherwise the connection begins in the clear. */
	isSecure: boolean;
	/** The server is on this computer: nobody is in between, so neither TLS nor a certificate is asked for. */
	isLoopback: boolean;
	auth: { user: string; password: string } | null;
	from: { name: string; address: string };
}

const PORT = { "smtp:": 587, "smtps:": 465 };
const EXAMPLE = "smtp://användare:lösenord@smtp.kommunen.se:587";

const ESCAPED = "Tecken som : @ / # i lösenordet skrivs procentkodade.";

/** What is wrong is told without a word of what was given: there is a password in it. */
export const smtpUrl = z
	.string({
		error: `SMTP_URL: ange e-postservern, t.ex. ${EXAMPLE}, eller ta bort MAIL_FROM så är påminnelserna avstängda.`,
	})
	.transform((text, context): Omit<MailSettings, "from"> => {
		const server = parseServer(text);
		if (typeof server !== "string") return server;
		context.addIssue({ code: "custom", message: `SMTP_URL: ${server}` });
		return z.NEVER;
	});

/** `Löfteskoll <lofteskoll@kommunen.se>`, or the address alone. */
export const mailFrom = z
	.string({
		error:
			"MAIL_FROM: ange avsändaren, t.ex. Löfteskoll <lofteskoll@kommunen.se>, eller ta bort SMTP_URL så är påminnelserna avstängda.",
	})
	.transform((text, context): MailSettings["from"] => {
		const { name = "", address = text } = /^(?<name>[^<>]*)<(?<address>[^<>]*)>\s*$/.exec(text)?.groups ?? {};
		const from = { name: name.trim().replace(/^"(.*)"$/, "$1") || "Löfteskoll", address: travelling(address.trim()) };
		if (z.email().safeParse(from.address).success && !/\p{Cc}/u.test(from.name)) return from;
		context.addIssue({
			code: "custom",
			message: "MAIL_FROM: skriv avsändaren så här: Löfteskoll <lofteskoll@kommunen.se>.",
		});
		return z.NEVER;
	});

/** An address whose domain has å, ä or ö as it is written between servers. */
function travelling(address: string): string {
	const [, local = "", domain = ""] = /^(.*)@(.*)$/.exec(address) ?? [];
	return `${local}@${domainToASCII(domain)}`;
}

/** The server, or what is wrong with its address. */
function parseServer(text: string): Omit<MailSettings, "from"> | string {
	const url = URL.canParse(text) ? new URL(text) : null;
	const host = url && hostOf(url);
	if (!url || (url.protocol !== "smtp:" && url.protocol !== "smtps:") || !host)
		return `skriv adressen så här: ${EXAMPLE}, eller smtps://… för en server som börjar med TLS. ${ESCAPED}`;
	if ((url.pathname !== "" && url.pathname !== "/") || url.search || url.hash)
		return "ta bort det som står efter värd och port.";
	if ((url.username === "") !== (url.password === ""))
		return `ange både användare och lösenord, eller inget av dem. ${ESCAPED}`;
	const auth = url.username === "" ? null : decoded(url);
	if (auth === undefined) return "användaren eller lösenordet är fel procentkodat. Ett % skrivs %25.";
	return {
		host: host.replace(/^\[(.*)\]$/, "$1"),
		port: url.port === "" ? PORT[url.protocol] : Number(url.port),
		isSecure: url.protocol === "smtps:",
		isLoopback: /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host),
		auth,
	};
}

/** As it is looked up: in an address that is not of the web, å, ä and ö are left as escapes. Empty when it is no host. */
function hostOf({ hostname }: URL): string {
	try {
		return domainToASCII(decodeURIComponent(hostname));
	} catch {
		return "";
	}
}

function decoded({ username, password }: URL): MailSettings["auth"] | undefined {
	try {
		return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
	} catch {
		return undefined;
	}
}
