import { type ChildProcess, spawn } from "node:child_process";
import { createPublicKey } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** The built commands, run as an operator runs them. `npm test` has built them. */
const ORIGIN = "http://localhost:4321";
const folder = mkdtempSync(join(tmpdir(), "lofteskoll-server-"));
const databasePath = join(folder, "production.sqlite");
const production = {
	DATABASE_PATH: databasePath,
	SESSION_SECRET: "a secret of at least thirty-two characters",
	ORIGIN,
	PORT: "0",
};

let server: ChildProcess;
let address: string;

beforeAll(async () => {
	server = start("serve.js", [], production);
	address = await new Promise<string>((resolve, reject) => {
		server.stdout?.on("data", (chunk) => {
			const found = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk));
			if (found) resolve(found[0]);
		});
		server.once("exit", (code) => reject(new Error(`the server stopped with ${code}`)));
	});
});

afterAll(() => {
	server.kill("SIGKILL");
	rmSync(folder, { recursive: true, force: true });
});

function start(file: string, args: string[], env: Record<string, string>): ChildProcess {
	const { PATH, HOME } = process.env;
	return spawn(process.execPath, [`build/node/${file}`, ...args], {
		env: { NODE_ENV: "production", ...(PATH && { PATH }), ...(HOME && { HOME }), ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
}

async function run(file: string, args: string[], env: Record<string, string>) {
	const child = start(file, args, env);
	const output = { stdout: "", stderr: "" };
	child.stdout?.on("data", (chunk) => {
		output.stdout += chunk;
	});
	child.stderr?.on("data", (chunk) => {
		output.stderr += chunk;
	});
	const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
	return { code, ...output };
}

const get = (path: string) => fetch(`${address}${path}`, { redirect: "manual" });
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
	fetch(`${address}${path}`, {
		method: "POST",
		redirect: "manual",
		headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: ORIGIN, ...headers },
		body,
	});

describe("every answer", () => {
	test("allows only our own files and the page's own scripts", async () => {
		const answer = await get("/logga-in");
		const html = await answer.text();
		const policy = answer.headers.get("Content-Security-Policy") ?? "";
		const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
		expect(policy).toContain("default-src 'self'; script-src 'self' 'nonce-");
		expect(policy).toContain("frame-ancestors 'none'");
		const scripts = html.match(/<script\b[^>]*>/g) ?? [];
		expect(scripts.length).toBeGreaterThan(2);
		for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
		expect(html, "the data that the browser starts from").toContain("streamController.enqueue(");
		expect(html).toContain("streamController.close()");
		expect(html).not.toMatch(/<style|\son[a-z]+="/);
		expect((await get("/logga-in")).headers.get("Content-Security-Policy")).not.toBe(policy);
	});

	test("carries the other headers, and does not say what it runs on", async () => {
		const { headers } = await get("/logga-in");
		expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
		expect(headers.get("Referrer-Policy")).toBe("same-origin");
		expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
		expect(headers.get("Permissions-Policy")).toContain("geolocation=()");
		expect(headers.get("Cache-Control")).toBe("no-store");
		expect(headers.get("X-Powered-By")).toBeNull();
	});
});

describe("the server", () => {
	test("is healthy", async () => {
		expect(await (await get("/halsa")).json()).toEqual({ status: "ok" });
	});

	test("lets browsers keep the built files for ever, and knows which there are", async () => {
		const [file] = readdirSync("build/client/assets");
		const answer = await get(`/assets/${file}`);
		expect(answer.status).toBe(200);
		expect(answer.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
		expect((await get("/assets/finns-inte.js")).status).toBe(404);
		expect((await get("/assets/../../server/index.js")).status).toBe(404);
	});

	test("has an error page in Swedish", async () => {
		const answer = await get("/finns/inte");
		expect(answer.status).toBe(404);
		expect(await answer.text()).toContain("Sidan finns inte</h1>");
	});

	test("says that an address cannot be decoded, and that is nobody's fault here", async () => {
		const answer = await get("/%E0%A4%A");
		expect(answer.status).toBe(400);
		expect(await answer.text()).toBe("Adressen går inte att läsa.");
	});

	test("says that an address of another server cannot be read, and that is nobody's fault here", async () => {
		const { hostname, port } = new URL(address);
		const answer = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
			const asked = httpRequest({ hostname, port, path: "http://ond.example/savsjo" }, async (incoming) =>
				resolve({ status: incoming.statusCode, text: Buffer.concat(await incoming.toArray()).toString() }),
			);
			asked.on("error", reject);
			asked.end();
		});
		expect(answer).toEqual({ status: 400, text: "Adressen går inte att läsa." });
	});

	test.each(["TRACE", "OPTIONS", "PUT", "PROPFIND"])("does not answer %s", async (method) => {
		const status = await new Promise<number | undefined>((resolve, reject) => {
			const asked = httpRequest(`${address}/logga-in`, { method, headers: { Origin: ORIGIN } }, (answer) => {
				answer.resume();
				resolve(answer.statusCode);
			});
			asked.on("error", reject);
			asked.end();
		});
		expect(status).toBe(405);
	});

	test("has no demo accounts", async () => {
		expect((await post("/demo/logga-in", "kommun=savsjo&roll=admin")).status).toBe(404);
		expect(await (await get("/logga-in")).text()).not.toContain("/demo/logga-in");
	});

	test("refuses what another site sends, also as Remix' own data request", async () => {
		for (const path of ["/logga-in", "/logga-in.data"]) {
			const answer = await post(path, "email=a@b.se&password=x", { Origin: "https://ond.example" });
			expect(answer.status).toBe(403);
			expect(await answer.text()).toContain("annan webbplats");
		}
		expect((await post("/logga-in", "email=a@b.se&password=x")).status).toBe(401);
	});

	test("reads no more than a form is long", async () => {
		const refused = await post("/logga-in", "x".repeat(2 * 1024 * 1024 + 1));
		expect(refused.status).toBe(413);
		const page = await refused.text();
		expect(page).toContain("Det du skickade är för stort</h1>");
		expect(page).toContain("Ett formulär får vara högst 2 MB. Gå tillbaka, så finns det du skrev kvar");
		const status = await new Promise<number | undefined>((resolve, reject) => {
			const options = { method: "POST", headers: { Origin: ORIGIN } };
			const chunked = httpRequest(`${address}/logga-in`, options, (answer) => resolve(answer.statusCode));
			chunked.on("error", reject);
			chunked.write("x");
			chunked.end();
		});
		expect(status).toBe(411);
	});
});

describe("a start that cannot succeed says why and exits with 1", () => {
	test("settings", async () => {
		const { code, stderr } = await run("serve.js", [], { ...production, SESSION_SECRET: "kort", ORIGIN: "" });
		expect(code).toBe(1);
		expect(stderr).toContain("SESSION_SECRET: för kort.");
		expect(stderr).toContain("ORIGIN: ange adressen");
		expect(stderr).not.toContain("    at ");
	});

	test("a port in use", async () => {
		const occupant = createServer();
		await new Promise<void>((resolve) => occupant.listen(0, "127.0.0.1", resolve));
		const { port } = occupant.address() as AddressInfo;
		const { code, stderr } = await run("serve.js", [], { ...production, PORT: String(port) });
		occupant.close();
		expect(code).toBe(1);
		expect(stderr).toContain(`Port ${port} används redan.`);
	});

	test("a database that cannot be opened", async () => {
		const { code, stderr } = await run("serve.js", [], {
			...production,
			DATABASE_PATH: join(folder, "saknas/x.sqlite"),
		});
		expect(code).toBe(1);
		expect(stderr).toContain("DATABASE_PATH");
	});

	test("a signing key that is damaged, which is left as it is", async () => {
		const keyPath = join(folder, "skadad.pem");
		writeFileSync(keyPath, "inte en nyckel");
		const { code, stderr } = await run("serve.js", [], {
			...production,
			DATABASE_PATH: join(folder, "annan.sqlite"),
			SIGNING_KEY_PATH: keyPath,
		});
		expect(code).toBe(1);
		expect(stderr).toMatch(/SIGNING_KEY_PATH: nyckelfilen .* är skadad eller ingen Ed25519-nyckel\./);
		expect(stderr).not.toContain("    at ");
		expect(readFileSync(keyPath, "utf8")).toBe("inte en nyckel");
	});
});

describe("the signing key", () => {
	test("is made at the first start, beside the database, and only its public half is published", async () => {
		const keyPath = `${databasePath}.nyckel.pem`;
		expect(statSync(keyPath).mode & 0o777).toBe(0o600);
		const secret = readFileSync(keyPath, "utf8").split("\n")[1] ?? "";
		expect(secret.length).toBeGreaterThan(40);
		const published = await (await get("/kontrollera/nycklar.pem")).text();
		expect(createPublicKey(readFileSync(keyPath)).export({ type: "spki", format: "pem" })).toBe(published);
		expect(await (await get("/kontrollera")).text()).toContain(published.split("\n")[1]);
		for (const file of [databasePath, `${databasePath}-wal`])
			expect(readFileSync(file).includes(Buffer.from(secret, "base64").subarray(16)), file).toBe(false);
	});
});

describe("lofteskoll", () => {
	const env = { DATABASE_PATH: databasePath, ORIGIN };
	const first = ["--kommun-kod", "0684", "--kommun", "Sävsjö", "--epost", "admin@savsjo.example", "--namn", "Admin"];

	test("skapa-admin makes the kommun and a link that works in the running server", async () => {
		const { code, stdout } = await run("lofteskoll.js", ["skapa-admin", ...first], env);
		expect(code).toBe(0);
		const path = new RegExp(`${ORIGIN}(/inbjudan/[\\w-]{43})`).exec(stdout)?.[1];
		const page = await get(path ?? "");
		expect(page.status).toBe(200);
		expect(await page.text()).toContain("admin@savsjo.example");
		const password = "password=fyra+hastar+pa+rad&repeatedPassword=fyra+hastar+pa+rad";
		const accepted = await post(path ?? "", password);
		expect(accepted.headers.get("Location")).toBe("/intern/savsjo");
		const cookie = accepted.headers.get("Set-Cookie")?.split(";")[0] ?? "";
		const personer = await fetch(`${address}/intern/savsjo/personer`, { headers: { Cookie: cookie } });
		expect(personer.status).toBe(200);
	});

	test("skapa-admin says what is wrong with what it was given", async () => {
		const { code, stderr } = await run("lofteskoll.js", ["skapa-admin", ...first, "--epost", "ingen adress"], env);
		expect(code).toBe(1);
		expect(stderr).toContain("E-post: skriv hela adressen");
	});

	test("sakerhetskopiera copies the database in use, never over another file", async () => {
		const copy = join(folder, "kopia.sqlite");
		expect((await run("lofteskoll.js", ["sakerhetskopiera", copy], env)).code).toBe(0);
		expect((await run("lofteskoll.js", ["sakerhetskopiera", copy], env)).code).toBe(1);
		expect((await run("lofteskoll.js", ["migrera"], { DATABASE_PATH: copy })).code).toBe(0);
	});

	test.each([["hjalp"], ["--help"]])("%s shows the commands", async (...args) => {
		const { code, stdout } = await run("lofteskoll.js", args, {});
		expect(code).toBe(0);
		expect(stdout).toContain("skapa-admin");
	});

	test.each(["tabort-allt", "skapa-admin --okand"])("%s exits with 2 and the help", async (line) => {
		const args = line.split(" ");
		const { code, stderr } = await run("lofteskoll.js", args, env);
		expect(code).toBe(2);
		expect(stderr).toContain("Användning:");
	});
});

test("SIGTERM lets it finish and exit with 0", async () => {
	const { stderr, code } = await new Promise<{ stderr: string; code: number | null }>((resolve) => {
		let stderr = "";
		server.stderr?.on("data", (chunk) => {
			stderr += chunk;
		});
		server.once("exit", (code) => resolve({ code, stderr }));
		server.kill("SIGTERM");
	});
	expect(code).toBe(0);
	expect(stderr).toBe("");
});
