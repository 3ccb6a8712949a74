import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { SiteHeader } from "#app/features/SiteHeader.tsx";
import { findNotiser } from "#app/notiser/findNotiser.server.ts";
import { loader as frame } from "#app/root.tsx";
import { loader as count } from "#app/routes/intern.notiser[.json]/route.ts";
import type { Db } from "#db/connection.server.ts";
import { demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { callLoader, NOW, signedIn, startTestRuntime } from "./context.ts";
import { textOf } from "./html.ts";

const JSON_PATH = "/intern/notiser.json";
const PERSON = { name: "Kim Ek", email: "kim@exempel.se" };

let db: Db;

beforeEach(async () => {
	db = await demoDatabase();
});

/** The header as it is drawn on the server. */
async function headerOf(props: Pick<Parameters<typeof SiteHeader>[0], "person" | "notiser">): Promise<string> {
	const Component = () => <SiteHeader homeTo="/intern" {...props} />;
	const { query, dataRoutes } = createStaticHandler([{ id: "page", path: "*", Component }]);
	const context = await query(new Request("http://localhost/intern"));
	if (context instanceof Response) throw new Error("no page");
	const router = createStaticRouter(dataRoutes, context);
	return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

describe("the bell", () => {
	test.each([
		[7, "Notiser, 7 7"],
		[99, "Notiser, 99 99"],
		[140, "Notiser, 140 99+"],
		[0, "Notiser"],
		[null, "Notiser"],
	])("says how many there are (%s), and leads to them", async (number, said) => {
		const html = await headerOf({ person: PERSON, notiser: { count: number } });
		const [bell = ""] = /<a [^>]*class="notis-bell".*?<\/a>/s.exec(html) ?? [];
		expect(bell).toContain('href="/intern#notiser"');
		expect(textOf(bell.replaceAll("</span>", "</span> "))).toBe(said);
	});

	test("is not there for whoever is not signed in", async () => {
		expect(await headerOf({ person: null, notiser: { count: 3 } })).not.toContain("notis-bell");
	});
});

describe("the number", () => {
	test("is the same in the frame of every page and where the open page asks", async () => {
		const { cookie, personId } = await signedIn({
			db,
			roles: ["samordnare"],
			kommun: await kommunOf(db, "sunne"),
		});
		const { length } = await findNotiser(db, { personId, today: "2018-10-15", now: NOW });
		expect(length).toBeGreaterThan(2);
		for (const path of ["/intern", "/intern/konto", "/intern/sunne"])
			expect((await callLoader(frame, { path, cookie })).body).toMatchObject({
				person: { notiser: { count: length } },
			});
		const { status, body, headers } = await callLoader(count, { path: JSON_PATH, cookie });
		expect({ status, body }).toEqual({ status: 200, body: { count: length } });
		expect(headers.get("Cache-Control")).toBe("no-store");
	});

	test("is nothing that a public page carries, whoever asks for it", async () => {
		const { cookie } = await signedIn({ db, roles: ["samordnare"], kommun: await kommunOf(db, "sunne") });
		for (const call of [{ path: "/" }, { path: "/sunne", params: { kommun: "sunne" } }])
			expect((await callLoader(frame, { ...call, cookie })).body).toMatchObject({ person: null });
	});

	test("is told nobody who is not signed in", async () => {
		startTestRuntime({ db });
		expect(await callLoader(count, { path: JSON_PATH })).toMatchObject({ status: 302 });
	});

	test("that cannot be counted takes no page with it", async () => {
		const kommun = await kommunOf(db, "sunne");
		const { cookie } = await signedIn({ db, roles: ["samordnare"], kommun });
		await db.updateTable("measure_version").set({ settings: '{"unreadable":true}' }).execute();
		const said = vi.mocked(console.error).mockImplementation(() => undefined);
		expect((await callLoader(frame, { path: "/intern/konto", cookie })).body).toMatchObject({
			person: { notiser: { count: null } },
		});
		expect(said).toHaveBeenCalledOnce();
		said.mockClear();
	});
});
