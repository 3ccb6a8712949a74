import { sql } from "kysely";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { ROLES } from "#app/domain/permissions.ts";
import { verifyFile } from "#app/seal/verifyFile.server.ts";
import type { Db } from "#db/connection.server.ts";
import { aktivitetOf, demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { makePerson } from "#tests/factories/kommun.ts";
import { testSigningKey } from "#tests/factories/signingKey.ts";
import { signedIn, startTestRuntime } from "./context.ts";
import { FORMATS, fetchFile } from "./rapportFiles.ts";

/** In the demo's Sävsjö: published in two editions, signed, inlämnad and utkast. */
const PUBLISHED = "2017-T1";
const SIGNED = "2018-T1";
const INLAMNAD = "2018-T2";
const UTKAST = "2018-T3";

let db: Db;
let cookie: string;

beforeEach(async () => {
	db = await demoDatabase();
	startTestRuntime({ db });
	cookie = (await signedIn({ db, roles: ["ledamot"], kommun: await kommunOf(db, "savsjo") })).cookie;
});

describe("a file's answer", () => {
	test.each([
		["pdf", "application/pdf"],
		["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
		["csv", "text/csv; charset=utf-8; header=present"],
		["json", "application/json; charset=utf-8"],
	] as const)("says that a %s is one, to save", async (format, type) => {
		const { status, headers } = await fetchFile(format, { period: SIGNED, cookie });
		expect(status).toBe(200);
		expect(headers.get("Content-Type")).toBe(type);
		expect(headers.get("Content-Disposition")).toBe(
			`attachment; filename="medborgarlofte-savsjo-2018-T1-version-1.${format}"; filename*=UTF-8''medborgarl%C3%B6fte-s%C3%A4vsj%C3%B6-2018-T1-version-1.${format}`,
		);
	});

	test.each([
		[UTKAST, "medborgarlofte-savsjo-2018-T3-version-1-utkast.csv"],
		[INLAMNAD, "medborgarlofte-savsjo-2018-T2-version-1-inlamnad.csv"],
		[PUBLISHED, "medborgarlofte-savsjo-2017-T1-version-2.csv"],
	])("of %s is named so that a draft is not taken for the report", async (period, name) => {
		const { headers } = await fetchFile("csv", { period, cookie });
		expect(headers.get("Content-Disposition")).toContain(`filename="${name}"`);
	});

	test("is kept by no cache while it is internal", async () => {
		expect((await fetchFile("json", { period: SIGNED, cookie })).headers.get("Cache-Control")).toBe("no-store");
	});

	test("begins as files of its kind do", async () => {
		const beginning = async (format: "pdf" | "xlsx") =>
			(await fetchFile(format, { period: SIGNED, cookie })).bytes.toString("latin1", 0, 4);
		expect(await beginning("pdf")).toBe("%PDF");
		expect(await beginning("xlsx")).toBe("PK\u0003\u0004");
	});
});

describe("the version in the address", () => {
	test("names an edition that has been replaced; without it the latest is meant", async () => {
		const editionOf = async (query: string) =>
			contentOf((await fetchFile("json", { period: PUBLISHED, query, cookie })).bytes).edition;
		expect(await editionOf("")).toBe(2);
		expect(await editionOf("?version=1")).toBe(1);
		const publicly = async (query: string) =>
			contentOf((await fetchFile("json", { period: PUBLISHED, query })).bytes).edition;
		expect(await publicly("")).toBe(2);
		expect(await publicly("?version=1")).toBe(1);
	});

	test.each(["?version=3", "?version=0", "?version=x", "?version=", "?dokument=9999", "?dokument=x"])(
		"%s is no report",
		async (query) => {
			for (const signedInAs of [cookie, undefined]) {
				const { status } = await fetchFile("csv", {
					period: PUBLISHED,
					query,
					...(signedInAs && { cookie: signedInAs }),
				});
				expect(status).toBe(404);
			}
		},
	);
});

describe("a file that is not there", () => {
	test.each([
		["2018-T4", "Adressen innehåller ingen period."],
		["2018-Q3", "Medborgarlöftet följs upp per tertial."],
		["1999-T1", "Inget medborgarlöfte gällde i tertial 1 1999."],
		["2019-T1", "Perioden har inte börjat."],
		["__proto__", "Adressen innehåller ingen period."],
	])("%s answers 404 with the app's error page, in Swedish", async (period, said) => {
		for (const format of FORMATS) {
			const { status, headers, bytes } = await fetchFile(format, { period, cookie });
			expect(status).toBe(404);
			expect(headers.get("Content-Type")).toBe("text/html; charset=utf-8");
			expect(headers.get("Content-Disposition")).toBeNull();
			const html = bytes.toString("utf8");
			expect(html).toMatch(/^<!DOCTYPE html>\s*<html lang="sv">/);
			expect(html).toContain('<h1 class="ds-heading" data-size="xl">Sidan finns inte</h1>');
			expect(html).toContain(said);
		}
	});

	test("does not echo the address as markup", async () => {
		const { bytes } = await fetchFile("csv", { period: "<script>alert(1)</script>", cookie });
		expect(bytes.toString("utf8")).not.toContain("<script");
	});

	test("a fault of ours is said as one, and told in the log only", async () => {
		const said = vi.mocked(console.error).mockImplementation(() => undefined);
		await db.destroy();
		const { status, bytes } = await fetchFile("csv", { period: PUBLISHED });
		expect(status).toBe(500);
		expect(bytes.toString("utf8")).toContain("Något gick fel hos oss");
		expect(bytes.toString("utf8")).not.toMatch(/Error|SELECT|driver/);
		expect(said.mock.calls).toHaveLength(1);
		said.mockClear();
	});
});

describe("an internal file", () => {
	test.each(ROLES)("is for %s", async (role) => {
		const person = await signedIn({ db, roles: [role], kommun: await kommunOf(db, "savsjo") });
		expect((await fetchFile("csv", { period: UTKAST, cookie: person.cookie })).status).toBe(200);
	});

	test("is not there for a person with every role in another kommun", async () => {
		const stranger = await signedIn({ db, roles: ROLES, kommun: await kommunOf(db, "sunne") });
		for (const format of FORMATS)
			expect((await fetchFile(format, { period: SIGNED, cookie: stranger.cookie })).status).toBe(404);
	});

	test("sends whoever is not signed in to the sign-in page, and back", async () => {
		for (const format of FORMATS) {
			const { status, headers } = await fetchFile(format, { period: SIGNED, audience: "intern" });
			expect(status).toBe(302);
			expect(headers.get("Location")).toBe(
				`/logga-in?till=${encodeURIComponent(`/intern/savsjo/rapport/${SIGNED}.${format}`)}`,
			);
		}
	});
});

describe("the JSON file", () => {
	const verdictOf = (bytes: Buffer) =>
		verifyFile(bytes, { findPublicKey: (id) => (id === testSigningKey().id ? testSigningKey().publicKey : undefined) });

	test("of a signed report is authentic, the internal one and the public one", async () => {
		for (const asked of [{ period: SIGNED, cookie }, { period: PUBLISHED, cookie }, { period: PUBLISHED }])
			expect(verdictOf((await fetchFile("json", asked)).bytes)).toMatchObject({ verdict: "akta" });
	});

	test("is exactly what was signed, with its seal", async () => {
		const row = await db
			.selectFrom("rapport_snapshot")
			.innerJoin("rapport", "rapport.id", "rapport_snapshot.rapport_id")
			.selectAll("rapport_snapshot")
			.where("period_code", "=", PUBLISHED)
			.where("edition", "=", 2)
			.executeTakeFirstOrThrow();
		const internal = (await fetchFile("json", { period: PUBLISHED, cookie })).bytes.toString("utf8");
		expect(internal).toContain(`{"content":${row.content},`);
		expect(internal).toContain(`"signature":"${row.signature}"`);
		const published = (await fetchFile("json", { period: PUBLISHED })).bytes.toString("utf8");
		expect(published).toContain(`{"content":${row.public_content},`);
		expect(published).toContain(`"sha256":"${row.public_sha256}"`);
		expect(published).not.toContain(row.signature);
	});

	test.each([INLAMNAD, UTKAST])("of %s says itself that nobody has signed it", async (period) => {
		const { bytes } = await fetchFile("json", { period, cookie });
		expect(JSON.parse(bytes.toString("utf8"))).toMatchObject({ signature: null, keyId: null });
		expect(verdictOf(bytes)).toEqual({ verdict: "okand", reason: "unsigned" });
	});
});

describe("once a report is signed", () => {
	test("nothing that happens in the register afterwards changes a byte of any file", async () => {
		const files = async () => [
			...(await Promise.all(FORMATS.map((format) => fetchFile(format, { period: SIGNED, cookie })))),
			...(await Promise.all(FORMATS.map((format) => fetchFile(format, { period: PUBLISHED })))),
			...(await Promise.all(
				FORMATS.map((format) => fetchFile(format, { period: PUBLISHED, query: "?version=1", cookie })),
			)),
		];
		const before = await files();
		const draft = await fetchFile("csv", { period: UTKAST, cookie });
		await changeEverything();
		const after = await files();
		expect(after.map(({ status }) => status)).toEqual(before.map(() => 200));
		for (const [index, { bytes, headers }] of after.entries()) {
			expect(bytes.equals(before[index]?.bytes ?? Buffer.alloc(0)), `file ${index}`).toBe(true);
			expect(headers.get("Content-Disposition")).toBe(before[index]?.headers.get("Content-Disposition"));
		}
		expect((await fetchFile("csv", { period: UTKAST, cookie })).bytes.equals(draft.bytes)).toBe(false);
	});

	/** Late entries, new names on kommun, places, dokument and mått, and a mått that has become sensitive. */
	async function changeEverything(): Promise<void> {
		const { id: kommunId } = await kommunOf(db, "savsjo");
		const actor = await makePerson(db, { kommunId });
		const aktivitet = await aktivitetOf(db, { dokument: "2018", words: "riktade insatser" });
		for (const date of ["2018-04-20", "2018-04-21"])
			await makeGenomforande(db, actor, { measureId: aktivitet.measureId, date });
		await sql`UPDATE kommun SET name = 'Nya kommunen', lokalpolisomrade = 'Annat område' WHERE id = ${kommunId}`.execute(
			db,
		);
		await sql`UPDATE plats SET name = 'Nytt namn ' || id`.execute(db);
		await sql`UPDATE person SET name = 'Någon annan'`.execute(db);
		await sql`UPDATE dokument SET title = 'Ny titel', lagesbild = 'Ny lägesbild'`.execute(db);
		await sql`UPDATE measure SET name = 'Nytt mått', rakneregel = 'Ny regel.', is_sensitive = 1`.execute(db);
	}
});

function contentOf(bytes: Buffer): { edition: number; audience: string } {
	return JSON.parse(bytes.toString("utf8")).content;
}
