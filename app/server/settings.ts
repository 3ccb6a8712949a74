import { randomBytes } from "node:crypto";
import { isIP } from "node:net";
import * as z from "zod";
import type { RuntimeSettings } from "#app/http/runtime.server.ts";
import { type MailSettings, mailFrom, smtpUrl } from "./mail/mailSettings.ts";

export interface Settings extends RuntimeSettings {
	databasePath: string;
	/** The private key that reports are signed with; made at the first start. */
	signingKeyPath: string;
	host: string;
	port: number;
	/** Which proxies are believed about the visitor's address; Express' `trust proxy`. */
	trustProxy: string;
	/** How reminders are sent; null: they are off, as they always are in the demo. */
	mail: MailSettings | null;
}

/** What is wrong with the environment, one line per variable. */
export class SettingsFault extends Error {
	constructor(readonly faults: readonly string[]) {
		super(faults.join("\n"));
		this.name = "SettingsFault";
	}
}

/** To throw when the service does not start: which setting the cause belongs to. */
export function startFault(databasePath: string, cause: unknown): SettingsFault {
	// By name: the key is read in the built app, which has a class of its own.
	const isKeyFault = cause instanceof Error && cause.name === "SigningKeyFault";
	return isKeyFault ? new SettingsFault([`SIGNING_KEY_PATH: ${cause.message}`]) : databaseFault(databasePath, cause);
}

/** To throw when the database at DATABASE_PATH does not open. */
export function databaseFault(path: string, cause: unknown): SettingsFault {
	const reason = cause instanceof Error ? cause.message : String(cause);
	return new SettingsFault([`DATABASE_PATH: databasen ${path} gick inte att öppna. Finns mappen? (${reason})`]);
}

type Environment = Record<string, string | undefined>;

/**
 * Reads the settings of `npm start` or `npm run demo` from the environment. The demo needs none: it has its own database,
 * a new secret for every start, and answers only on this computer.
 *
 * @throws SettingsFault with every fault, in Swedish
 */
export function readSettings(environment: Environment, mode: Settings["mode"]): Settings {
	if (mode === "production") {
		const given = hasMail(environment) ? parse(PRODUCTION_WITH_MAIL, environment) : parse(PRODUCTION, environment);
		return {
			...common(given),
			mode,
			mail: given.SMTP_URL ? { ...given.SMTP_URL, from: given.MAIL_FROM } : null,
			sendsLetters: given.SMTP_URL !== undefined,
			databasePath: given.DATABASE_PATH,
			signingKeyPath: signingKeyPath(given),
			sessionSecret: given.SESSION_SECRET,
			origin: given.ORIGIN,
			demoDate: DEMO_DATE,
		};
	}
	const given = parse(DEMO, environment);
	return {
		...common(given),
		mode,
		mail: null,
		sendsLetters: false,
		host: LOOPBACK,
		databasePath: given.DATABASE_PATH,
		signingKeyPath: signingKeyPath(given),
		sessionSecret: randomBytes(32).toString("base64"),
		origin: null,
		demoDate: given.DEMO_DATUM,
	};
}

/** The settings of a command on the server (`npm run -s lofteskoll`): which database, and the address for links in it. */
export function readCommandSettings(environment: Environment): { databasePath: string; origin: string } {
	const given = parse(z.object({ DATABASE_PATH: databasePath, ORIGIN: origin }), environment);
	return { databasePath: given.DATABASE_PATH, origin: given.ORIGIN };
}

/** Which database, for a command that needs no more. */
export function readDatabasePath(environment: Environment): string {
	return parse(z.object({ DATABASE_PATH: databasePath }), environment).DATABASE_PATH;
}

function parse<Output>(schema: z.ZodType<Output>, environment: Environment): Output {
	const result = schema.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => isSet(value))));
	if (!result.success) throw new SettingsFault(result.error.issues.map((issue) => issue.message));
	return result.data;
}

/** An empty variable counts as one that is not set. */
function isSet(value: string | undefined): boolean {
	return value !== undefined && value.trim() !== "";
}

/** With one of the two the other must be there as well. */
function hasMail({ SMTP_URL, MAIL_FROM }: Environment): boolean {
	return isSet(SMTP_URL) || isSet(MAIL_FROM);
}

const databasePath = z.string({
	error: "DATABASE_PATH: ange var databasfilen ska ligga, t.ex. data/lofteskoll.sqlite.",
});

const origin = z
	.string({ error: "ORIGIN: ange adressen som människor använder, t.ex. https://lofteskoll.kommunen.se." })
	.refine(isOrigin, {
		error: "ORIGIN: ange bara början av adressen, utan sökväg, t.ex. https://lofteskoll.kommunen.se.",
	})
	.refine((text) => !isOrigin(text) || isSafeOrigin(new URL(text)), {
		error: "ORIGIN: använd https. Lösenord får inte skickas okrypterat. Bara på den egna datorn duger http.",
	})
	.transform((text) => new URL(text).origin);

const port = z
	.string()
	.refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
		error: "PORT: ange ett tal från 0 till 65535.",
	})
	.default("3000")
	.transform(Number);

const trustProxy = z
	.string()
	.trim()
	.refine((text) => text.split(/ *, */).every(isProxy), {
		error: "TRUST_PROXY: ange loopback eller proxyns ip-adress, flera med komma emellan, t.ex. loopback, 10.0.0.5.",
	})
	.default("loopback");

const LOOPBACK = "127.0.0.1";

const COMMON = {
	PORT: port,
	HOST: z.string().default(LOOPBACK),
	TRUST_PROXY: trustProxy,
	SIGNING_KEY_PATH: z.string().optional(),
};

/** When the real documents are in force. */
const DEMO_DATE = "2018-10-15";

const PRODUCTION = z.object({
	...COMMON,
	DATABASE_PATH: databasePath,
	SESSION_SECRET: z
		.string({ error: "SESSION_SECRET: ange en hemlig text på minst 32 tecken, t.ex. från: openssl rand -base64 48" })
		.min(32, { error: "SESSION_SECRET: för kort. Ange minst 32 tecken, t.ex. från: openssl rand -base64 48" }),
	ORIGIN: origin,
	SMTP_URL: z.undefined().optional(),
	MAIL_FROM: z.undefined().optional(),
});

const PRODUCTION_WITH_MAIL = PRODUCTION.extend({ SMTP_URL: smtpUrl, MAIL_FROM: mailFrom });

const DEMO = z.object({
	...COMMON,
	DATABASE_PATH: z.string().default("data/demo.sqlite"),
	DEMO_DATUM: z.iso.date({ error: "DEMO_DATUM: skriv en dag så här: 2018-10-15." }).default(DEMO_DATE),
});

function common(given: { HOST: string; PORT: number; TRUST_PROXY: string }) {
	return { host: given.HOST, port: given.PORT, trustProxy: given.TRUST_PROXY };
}

/** Beside the database and never in it, so that a copied database cannot sign. */
function signingKeyPath(given: { DATABASE_PATH: string; SIGNING_KEY_PATH?: string | undefined }): string {
	return given.SIGNING_KEY_PATH ?? `${given.DATABASE_PATH}.nyckel.pem`;
}

/** What Express takes for `trust proxy`: one of its names, an address, or a network as `10.0.0.0/8`. */
function isProxy(text: string): boolean {
	if (["loopback", "linklocal", "uniquelocal"].includes(text)) return true;
	const [address = "", bits, ...rest] = text.split("/");
	const longest = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
	const isNetwork = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= longest);
	return longest > 0 && isNetwork && rest.length === 0;
}

function isOrigin(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, pathname, search, hash, username } = new URL(text);
	return ["http:", "https:"].includes(protocol) && pathname === "/" && !search && !hash && !username;
}

function isSafeOrigin(url: URL): boolean {
	return url.protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
}
