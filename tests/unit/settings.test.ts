import express from "express";
import { describe, expect, test } from "vitest";
import { readCommandSettings, readSettings, SettingsFault } from "#app/server/settings.ts";

const GOOD = {
	DATABASE_PATH: "data/lofteskoll.sqlite",
	SESSION_SECRET: "x".repeat(32),
	ORIGIN: "https://lofteskoll.kommunen.se/",
};

function faultsOf(work: () => unknown): readonly string[] {
	try {
		work();
	} catch (error) {
		if (error instanceof SettingsFault) return error.faults;
		throw error;
	}
	return [];
}

describe("production", () => {
	test("answers on this computer only, for the proxy in front, unless told otherwise", () => {
		expect(readSettings(GOOD, "production")).toMatchObject({
			mode: "production",
			databasePath: "data/lofteskoll.sqlite",
			origin: "https://lofteskoll.kommunen.se",
			host: "127.0.0.1",
			port: 3000,
			trustProxy: "loopback",
		});
		expect(readSettings({ ...GOOD, HOST: "0.0.0.0", PORT: "8080" }, "production")).toMatchObject({
			host: "0.0.0.0",
			port: 8080,
		});
	});

	test.each(["loopback", "10.0.0.5", "::1", "10.0.0.0/8", "fd00::/8", "loopback, 10.0.0.5", " uniquelocal "])(
		"believes proxies as Express takes them: %s",
		(text) => {
			const { trustProxy } = readSettings({ ...GOOD, TRUST_PROXY: text }, "production");
			expect(trustProxy).toBe(text.trim());
			expect(() => express().set("trust proxy", trustProxy)).not.toThrow();
		},
	);

	test.each(["true", "1", "proxy.example.se", "10.0.0.5,", "10.0.0.0/33", "10.0.0.0/0", "10.0.0.0/8/8", "/8"])(
		"says which setting is wrong when no proxy can be read: %s",
		(text) => {
			expect(faultsOf(() => readSettings({ ...GOOD, TRUST_PROXY: text }, "production"))).toEqual([
				expect.stringMatching(/^TRUST_PROXY: /),
			]);
		},
	);

	test("keeps the signing key beside the database, unless told where", () => {
		expect(readSettings(GOOD, "production").signingKeyPath).toBe("data/lofteskoll.sqlite.nyckel.pem");
		expect(readSettings({ ...GOOD, SIGNING_KEY_PATH: " " }, "production").signingKeyPath).toBe(
			"data/lofteskoll.sqlite.nyckel.pem",
		);
		const elsewhere = "/etc/lofteskoll/nyckel.pem";
		expect(readSettings({ ...GOOD, SIGNING_KEY_PATH: elsewhere }, "production").signingKeyPath).toBe(elsewhere);
		expect(readSettings({}, "demo").signingKeyPath).toBe("data/demo.sqlite.nyckel.pem");
	});

	test("tells every missing variable at once", () => {
		expect(faultsOf(() => readSettings({ SESSION_SECRET: "", ORIGIN: " " }, "production"))).toEqual([
			expect.stringMatching(/^DATABASE_PATH: /),
			expect.stringMatching(/^SESSION_SECRET: /),
			expect.stringMatching(/^ORIGIN: /),
		]);
	});

	test.each([
		["SESSION_SECRET", "x".repeat(31)],
		["ORIGIN", "http://lofteskoll.kommunen.se"],
		["ORIGIN", "lofteskoll.kommunen.se"],
		["ORIGIN", "https://kommunen.se/lofteskoll"],
		["ORIGIN", "ftp://kommunen.se"],
		["PORT", "65536"],
		["PORT", "-1"],
		["PORT", "tretusen"],
	])("refuses %s=%s, once, without repeating a secret", (name, value) => {
		const faults = faultsOf(() => readSettings({ ...GOOD, [name]: value }, "production"));
		expect(faults).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
		if (name === "SESSION_SECRET") expect(faults.join()).not.toContain(value);
	});

	test.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])(
		"allows %s to try it",
		(ORIGIN) => {
			expect(readSettings({ ...GOOD, ORIGIN }, "production").origin).toBe(ORIGIN);
		},
	);
});

describe("reminders by e-mail", () => {
	const SMTP_URL = "smtp://lofteskoll:hemligt%2Fl%C3%B6sen%3Aord@smtp.kommunen.se";
	const MAIL_FROM = "Löfteskoll i Sävsjö <lofteskoll@kommunen.se>";
	const mailOf = (environment: Record<string, string>) =>
		readSettings({ ...GOOD, MAIL_FROM, ...environment }, "production").mail;

	test("are off until both settings are there", () => {
		expect(readSettings(GOOD, "production")).toMatchObject({ mail: null, sendsLetters: false });
		expect(readSettings({ ...GOOD, SMTP_URL: " ", MAIL_FROM: "" }, "production").mail).toBeNull();
		expect(readSettings({ ...GOOD, SMTP_URL, MAIL_FROM }, "production")).toMatchObject({
			sendsLetters: true,
			mail: {
				host: "smtp.kommunen.se",
				port: 587,
				isSecure: false,
				isLoopback: false,
				auth: { user: "lofteskoll", password: "hemligt/lösen:ord" },
				from: { name: "Löfteskoll i Sävsjö", address: "lofteskoll@kommunen.se" },
			},
		});
	});

	test("never leave the demo", () => {
		expect(readSettings({ SMTP_URL, MAIL_FROM }, "demo")).toMatchObject({ mail: null, sendsLetters: false });
	});

	test.each([
		[
			"smtps://smtp.kommunen.se",
			{ host: "smtp.kommunen.se", port: 465, isSecure: true, isLoopback: false, auth: null },
		],
		["smtp://smtp.kommunen.se:2525/", { port: 2525, isSecure: false }],
		["smtp://localhost:25", { host: "localhost", port: 25, isLoopback: true }],
		["smtp://127.0.0.2", { host: "127.0.0.2", isLoopback: true }],
		["smtp://[::1]:1025", { host: "::1", port: 1025, isLoopback: true }],
		["smtp://127.0.0.1.kommunen.se", { isLoopback: false }],
		["smtp://localhost.kommunen.se", { isLoopback: false }],
		["smtp://mejl.sävsjö.se", { host: "mejl.xn--svsj-loa5i.se" }],
		["smtp://LOCALHOST:25", { host: "localhost", port: 25, isLoopback: true }],
		["smtp://a%40b:p%25%23%3F%5B@[2001:db8::1]", { host: "2001:db8::1", auth: { user: "a@b", password: "p%#?[" } }],
	])("%s", (url, expected) => {
		expect(mailOf({ SMTP_URL: url })).toMatchObject(expected);
	});

	test.each([
		["lofteskoll@kommunen.se", { name: "Löfteskoll", address: "lofteskoll@kommunen.se" }],
		['"Löfteskoll, BRÅ" <brå@kommunen.se>', null],
		["Sävsjö <lofteskoll@sävsjö.se>", { name: "Sävsjö", address: "lofteskoll@xn--svsj-loa5i.se" }],
		["Löfteskoll <lofteskoll@>", null],
		['"Löfteskoll, BRÅ" <bra@kommunen.se>', { name: "Löfteskoll, BRÅ", address: "bra@kommunen.se" }],
	])("from %s", (from, expected) => {
		const read = () => mailOf({ SMTP_URL, MAIL_FROM: from })?.from;
		if (expected) expect(read()).toEqual(expected);
		else expect(faultsOf(read)).toEqual([expect.stringMatching(/^MAIL_FROM: /)]);
	});

	test.each([
		{ SMTP_URL, MAIL_FROM: "" },
		{ SMTP_URL: "", MAIL_FROM },
		{ SMTP_URL: "smtp.kommunen.se:587", MAIL_FROM },
		{ SMTP_URL: "https://lofteskoll:hemligt@kommunen.se", MAIL_FROM },
		{ SMTP_URL: "smtp://:hemligt@smtp.kommunen.se", MAIL_FROM },
		{ SMTP_URL: "smtp://lofteskoll@smtp.kommunen.se", MAIL_FROM },
		{ SMTP_URL: "smtp://lofteskoll:hemligt@%", MAIL_FROM },
		{ SMTP_URL: "smtp://lofteskoll:hemligt@smtp%20kommunen.se", MAIL_FROM },
		{ SMTP_URL: "smtp://lofteskoll:hemligt%@smtp.kommunen.se", MAIL_FROM },
		{ SMTP_URL: "smtp://lofteskoll:hemligt@smtp.kommunen.se/hemligt", MAIL_FROM },
		{ SMTP_URL: "smtp://lofteskoll:hemligt@smtp.kommunen.se?pool=hemligt", MAIL_FROM },
		{ SMTP_URL, MAIL_FROM: "Löfteskoll" },
		{ SMTP_URL, MAIL_FROM: "Löfteskoll <lofteskoll@kommunen.se>, Ond <ond@exempel.se>" },
		{ SMTP_URL, MAIL_FROM: "Löfteskoll\r\nBcc: ond@exempel.se <lofteskoll@kommunen.se>" },
	])("%j is refused, once, without repeating the password", (environment) => {
		const faults = faultsOf(() => readSettings({ ...GOOD, ...environment }, "production"));
		expect(faults).toEqual([expect.stringMatching(/^(SMTP_URL|MAIL_FROM): /)]);
		expect(faults.join()).not.toContain("hemligt");
	});

	test("are told about together with everything else that is wrong", () => {
		expect(faultsOf(() => readSettings({ ...GOOD, PORT: "x", SMTP_URL: "x" }, "production"))).toHaveLength(3);
	});
});

describe("the demo", () => {
	test("needs nothing, and has a new secret every time", () => {
		const settings = readSettings({}, "demo");
		expect(settings).toMatchObject({
			mode: "demo",
			databasePath: "data/demo.sqlite",
			host: "127.0.0.1",
			demoDate: "2018-10-15",
			origin: null,
		});
		expect(settings.sessionSecret.length).toBeGreaterThanOrEqual(32);
		expect(readSettings({}, "demo").sessionSecret).not.toBe(settings.sessionSecret);
	});

	test("answers on this computer only, whatever the environment says: anybody may sign in to it", () => {
		expect(readSettings({ HOST: "0.0.0.0" }, "demo").host).toBe("127.0.0.1");
	});

	test("moves its clock", () => {
		expect(readSettings({ DEMO_DATUM: "2017-05-01" }, "demo").demoDate).toBe("2017-05-01");
		for (const DEMO_DATUM of ["1 maj 2017", "2017-02-30"])
			expect(faultsOf(() => readSettings({ DEMO_DATUM }, "demo"))).toEqual([expect.stringMatching(/^DEMO_DATUM: /)]);
	});
});

test("a command needs the database and the address for links", () => {
	expect(readCommandSettings(GOOD)).toEqual({
		databasePath: "data/lofteskoll.sqlite",
		origin: "https://lofteskoll.kommunen.se",
	});
	expect(faultsOf(() => readCommandSettings({}))).toHaveLength(2);
});
