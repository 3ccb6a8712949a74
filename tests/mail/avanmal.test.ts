import type { AddressInfo } from "node:net";
import express from "express";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { isFromOwnSite } from "#app/http/sameOrigin.server.ts";
import { action, loader } from "#app/routes/avanmal.$token/route.tsx";
import { createWebApp } from "#app/server/webApp.ts";
import { findAllLetterChoices } from "#db/paminnelse.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { callAction, callLoader, startTestRuntime } from "#tests/routes/context.ts";
import { makePostScene, ORIGIN, type PostScene, seven } from "./postScene.ts";

const ONE_CLICK = { "List-Unsubscribe": "One-Click" };
/** What a mail program says of itself. */
const NO_BROWSER = { Origin: null, "Sec-Fetch-Site": null };

/** The officer's letter has arrived: the token in it, and how the page is asked with it. */
async function letterArrived() {
	const scene = await makePostScene();
	await scene.worker.tick();
	startTestRuntime(scene);
	const { text = "" } = scene.lettersTo(scene.readers.kommunpolis)[0]?.mail ?? {};
	const token = /avanmal\/([\w-]+)/.exec(text)?.[1] ?? "";
	return { scene, call: callWith(token) };
}

function callWith(token: string) {
	return { path: `/avanmal/${token}`, params: { token } };
}

const choicesIn = ({ db, readers }: PostScene) => findAllLetterChoices(db, { personId: readers.kommunpolis.personId });

describe("the address in a letter", () => {
	test("shows whose letter of which kommun it ends, and ends nothing by being opened", async () => {
		const { scene, call } = await letterArrived();
		const body = { name: "Åsa kommunpolis", kommun: "Sävsjö", isOff: false };
		for (let times = 0; times < 2; times++) expect(await callLoader(loader, call)).toMatchObject({ status: 200, body });
		expect(await choicesIn(scene)).toEqual([{ kommunId: scene.kommun.id, isOff: false }]);
	});

	test.each([
		["the page's own form", {}],
		["a mail program, with one click", NO_BROWSER],
	])("ends it when posted to by %s, however often, and only that one's", async (_who, headers) => {
		const { scene, call } = await letterArrived();
		for (let times = 0; times < 2; times++)
			expect((await callAction(action, { ...call, headers, fields: ONE_CLICK })).status).toBe(200);
		expect(await choicesIn(scene)).toEqual([{ kommunId: scene.kommun.id, isOff: true }]);
		expect(await callLoader(loader, call)).toMatchObject({ status: 200, body: { isOff: true } });
		await scene.addAtgard("Röj sly", "2018-10-20");
		scene.setClock(seven("2018-10-22"));
		await scene.worker.tick();
		expect(scene.lettersTo(scene.readers.kommunpolis)).toHaveLength(1);
		const { personId } = scene.readers.samordnare;
		expect(await findAllLetterChoices(scene.db, { personId })).toEqual([{ kommunId: scene.kommun.id, isOff: false }]);
	});

	test("keeps who did it and how, once, in no kommun's history", async () => {
		const { scene, call } = await letterArrived();
		for (let times = 0; times < 2; times++)
			await callAction(action, { ...call, headers: NO_BROWSER, fields: ONE_CLICK });
		const events = await scene.db
			.selectFrom("audit_event")
			.select(["person_id", "kommun_id", "detail"])
			.where("action", "=", "paminnelse.chosen")
			.execute();
		const detail = JSON.stringify({ kommunId: scene.kommun.id, isOff: true, by: "lank" });
		expect(events).toEqual([{ person_id: scene.readers.kommunpolis.personId, kommun_id: null, detail }]);
	});

	test("works in a letter that is a year old, and after its reader has left the kommun", async () => {
		const { scene, call } = await letterArrived();
		startTestRuntime({ ...scene, now: "2019-10-15T12:00:00.000Z" });
		await scene.db.deleteFrom("membership").where("person_id", "=", scene.readers.kommunpolis.personId).execute();
		expect((await callAction(action, { ...call, headers: NO_BROWSER, fields: ONE_CLICK })).status).toBe(200);
		expect(await callLoader(loader, call)).toMatchObject({ body: { isOff: true } });
	});

	test.each(["", "x", "x".repeat(43), "../../intern", "%00"])(
		"with a token that no letter has (%s) there is nothing",
		async (token) => {
			const { scene } = await letterArrived();
			const answer = await callLoader(loader, callWith(token));
			expect(answer).toMatchObject({
				status: 404,
				body: { message: expect.stringContaining("Länken känns inte igen.") },
			});
			const posted = await callAction(action, { ...callWith(token), fields: ONE_CLICK });
			expect(posted.status).toBe(404);
			expect((await choicesIn(scene)).every(({ isOff }) => !isOff)).toBe(true);
		},
	);

	test("takes no other form, and none that another site's page posts", async () => {
		const { scene, call } = await letterArrived();
		const others: Record<string, string>[] = [{}, { "List-Unsubscribe": "" }, { intent: "decline" }];
		for (const fields of others) expect((await callAction(action, { ...call, fields })).status).toBe(400);
		const headers = { Origin: "https://ond.example", "Sec-Fetch-Site": "cross-site" };
		expect((await callAction(action, { ...call, headers, fields: ONE_CLICK })).status).toBe(403);
		expect(await choicesIn(scene)).toEqual([{ kommunId: scene.kommun.id, isOff: false }]);
	});
});

describe("who tells nothing of where they come from may post to no other address", () => {
	const token = "aB3-_".padEnd(43, "x");
	const ADDRESSES: [string, boolean][] = [
		[`/avanmal/${token}`, true],
		[`/avanmal/${token}/`, false],
		[`/avanmal/${token}.data`, false],
		[`/avanmal/${token}?_data=routes%2Flogga-ut`, false],
		[`/avanmal/${token}?index`, false],
		[`/avanmal/${token}x`, false],
		[`/avanmal/${token.slice(1)}`, false],
		[`/Avanmal/${token}`, false],
		[`//avanmal/${token}`, false],
		[`/intern/../avanmal/${token}`, false],
		[`/intern/avanmal/${token}`, false],
		[`/avanmal/${token}/../../logga-ut`, false],
		["/avanmal/", false],
		["/logga-in", false],
		["/", false],
		["/intern/konto", false],
	];

	test.each(ADDRESSES)("%s: %s", (path, isTaken) => {
		expect(isFromOwnSite({ method: "POST", path, site: null, origin: null }, ORIGIN)).toBe(isTaken);
		expect(isFromOwnSite({ method: "POST", path, site: "cross-site", origin: null }, ORIGIN)).toBe(false);
		expect(isFromOwnSite({ method: "POST", path, site: null, origin: "https://ond.example" }, ORIGIN)).toBe(false);
	});

	test("nor is any let through to the app by the web server", async () => {
		const log = vi.mocked(console.error).mockImplementation(() => undefined);
		// There is no app behind: what is let through to it ends as a fault.
		const build = () => Promise.reject(new Error("reached"));
		const app = createWebApp({
			settings: { origin: ORIGIN, trustProxy: "loopback" },
			build,
			files: [express.json()],
			isDev: false,
		});
		const server = app.listen(0, "127.0.0.1");
		onTestFinished(() => void server.close());
		await new Promise((resolve) => server.once("listening", resolve));
		const { port } = server.address() as AddressInfo;
		for (const [path, isTaken] of ADDRESSES.filter(([path]) => !path.includes("/../"))) {
			const body = new URLSearchParams(ONE_CLICK);
			const { status } = await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body });
			expect([path, status]).toEqual([path, isTaken ? 500 : 403]);
		}
		expect(log).toHaveBeenCalledOnce();
		log.mockClear();
	});

	const modules = import.meta.glob<{ action?: typeof action }>("/app/routes/*/route.{ts,tsx}", { eager: true });
	const posting = Object.entries(modules).flatMap(([file, module]) =>
		module.action && !file.includes("avanmal") ? [[file, module.action] as const] : [],
	);

	test.each(posting)("%s", async (file, itsAction) => {
		startTestRuntime({ db: freshDatabase() });
		const path = file
			.replace("/app/routes/", "/")
			.replace(/\/route\.tsx?$/, "")
			.replaceAll(".", "/");
		expect((await callAction(itsAction, { path, headers: NO_BROWSER, fields: ONE_CLICK })).status).toBe(403);
	});

	test("all of them were asked", () => {
		expect(posting.length).toBeGreaterThan(15);
	});
});
