import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Db } from "#db/connection.server.ts";
import { demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { signedIn, startTestRuntime } from "./context.ts";
import { FORMATS, fetchFile } from "./rapportFiles.ts";

/** In the demo's Sävsjö: published in two editions, and not published yet. */
const PUBLISHED = "2017-T1";
const UNPUBLISHED = { signed: "2018-T1", inlamnad: "2018-T2", utkast: "2018-T3" };

let db: Db;
let cookie: string;

beforeEach(async () => {
	db = await demoDatabase();
	startTestRuntime({ db });
	cookie = (await signedIn({ db, roles: ["ledamot"], kommun: await kommunOf(db, "savsjo") })).cookie;
});

describe("a public file", () => {
	test.each([...Object.values(UNPUBLISHED), "2017-T9"])(
		"of %s, which is not published, is not there",
		async (period) => {
			for (const format of FORMATS) expect((await fetchFile(format, { period })).status).toBe(404);
		},
	);

	test("is gone when the publication is recalled", async () => {
		expect((await fetchFile("csv", { period: "2017-T3" })).status).toBe(200);
		await db
			.updateTable("rapport")
			.set({ state: "signerad", published_at: null, published_by: null })
			.where("period_code", "=", "2017-T3")
			.where("state", "=", "publicerad")
			.execute();
		expect((await fetchFile("csv", { period: "2017-T3" })).status).toBe(404);
	});

	test("is not there in a kommun that is not", async () => {
		expect((await fetchFile("csv", { kommun: "storkommun", period: PUBLISHED })).status).toBe(404);
	});

	test.each(FORMATS)("as %s may lie in a cache, and is asked for by the hash of its bytes", async (format) => {
		const { headers, bytes } = await fetchFile(format, { period: PUBLISHED });
		expect(headers.get("Cache-Control")).toBe("public, max-age=60");
		expect(headers.get("ETag")).toBe(`W/"${createHash("sha256").update(bytes).digest("hex")}"`);
		expect(headers.get("Set-Cookie")).toBeNull();
		const again = await fetchFile(format, {
			period: PUBLISHED,
			headers: { "If-None-Match": headers.get("ETag") ?? "" },
		});
		expect(again.status).toBe(304);
		expect(again.bytes).toHaveLength(0);
		expect(again.headers.get("ETag")).toBe(headers.get("ETag"));
		expect(again.headers.get("Cache-Control")).toBe("public, max-age=60");
	});

	test("is known among other tags, made strong by a proxy, and by any; an older one is sent anew", async () => {
		const etag = (await fetchFile("csv", { period: PUBLISHED })).headers.get("ETag") ?? "";
		const older = (await fetchFile("csv", { period: PUBLISHED, query: "?version=1" })).headers.get("ETag") ?? "";
		expect(older).not.toBe(etag);
		const statusOf = async (tag: string) =>
			(await fetchFile("csv", { period: PUBLISHED, headers: { "If-None-Match": tag } })).status;
		expect(await statusOf(etag.replace(/^W\//, ""))).toBe(304);
		expect(await statusOf(`${older}, ${etag}`)).toBe(304);
		expect(await statusOf("*")).toBe(304);
		expect(await statusOf(older)).toBe(200);
		expect(await statusOf(etag.slice('W/"'.length, -1))).toBe(200);
	});

	test("is the same for whoever is signed in", async () => {
		for (const format of FORMATS) {
			const [anybody, member] = await Promise.all([
				fetchFile(format, { period: PUBLISHED }),
				fetchFile(format, { period: PUBLISHED, audience: "public", headers: { Cookie: cookie } }),
			]);
			expect(member.bytes.equals(anybody.bytes)).toBe(true);
		}
	});

	test("tells no name, no registration, and nothing that the council said", async () => {
		const { content } = JSON.parse((await fetchFile("json", { period: PUBLISHED })).bytes.toString("utf8"));
		expect(content.audience).toBe("offentlig");
		expect(content.synpunkter).toEqual([]);
		const internal = JSON.parse(
			(await fetchFile("json", { period: PUBLISHED, cookie })).bytes.toString("utf8"),
		).content;
		expect(internal.audience).toBe("intern");
		const csv = (await fetchFile("csv", { period: PUBLISHED })).bytes.toString("utf8");
		const names = await db.selectFrom("person").select("name").execute();
		for (const { name } of names) {
			expect(JSON.stringify(content)).not.toContain(name);
			expect(csv).not.toContain(name);
		}
	});
});
