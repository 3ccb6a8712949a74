import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { beforeEach, describe, expect, test } from "vitest";
import type { SignedOut } from "#app/domain/signedOut.ts";
import { protectSignedIn } from "#app/http/protect.server.ts";
import { ErrorBoundary } from "#app/root.tsx";
import { action as log } from "#app/routes/intern.$kommun.logga/route.tsx";
import type { Scene } from "#tests/factories/scene.ts";
import { makeScene } from "#tests/factories/scene.ts";
import { callAction, NOW, signedIn, startTestRuntime } from "./context.ts";
import { formsIn, textOf } from "./html.ts";

/** Somebody writes for an hour, the session ends, and they press Spara. */
let scene: Scene;
let fields: Record<string, string>;
const NOTE = 'Lugnt på torget.\nTvå samtal om "skotrar" & <buller>.';
/** What a browser says when it posts a form by itself, without JavaScript. */
const BY_ITSELF = { Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };

beforeEach(async () => {
	scene = await makeScene();
	startTestRuntime({ db: scene.db });
	fields = {
		uuid: crypto.randomUUID(),
		date: "2018-10-12",
		measureIds: String(scene.dokument.measureIds.count),
		quantity: "1",
		platsId: "",
		performedBy: "polis",
		note: NOTE,
	};
});

const logPath = "/intern/provkommun/logga?dag=annan";
const logCall = (call: object) => ({ path: logPath, params: { kommun: "provkommun" }, fields, ...call });
const countRows = async () => (await scene.db.selectFrom("genomforande").select("id").execute()).length;

async function drawn(body: unknown): Promise<string> {
	const action = () => {
		throw new Response(JSON.stringify(body), { status: 401, headers: { "Content-Type": "application/json" } });
	};
	const { query, dataRoutes } = createStaticHandler([{ id: "root", path: "*", action, ErrorBoundary }]);
	const context = await query(new Request(`http://localhost${logPath}`, { method: "POST", body: new FormData() }));
	if (context instanceof Response) throw new Error("no page");
	const router = createStaticRouter(dataRoutes, context);
	return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

describe("without JavaScript", () => {
	test("the page says what to do, shows the texts, and sends exactly the same once more after signing in", async () => {
		const answer = await callAction(log, logCall({ headers: BY_ITSELF }));
		expect(answer.status).toBe(401);
		expect(await countRows()).toBe(0);
		const html = await drawn(answer.body);
		const text = textOf(html);
		expect(text).toContain("Du är inte inloggad längre");
		expect(text).toContain("Du har blivit utloggad, så det du skrev är inte sparat. Det finns kvar här.");
		expect(html).toMatch(/<a [^>]*href="\/logga-in"[^>]*target="_blank"|<a [^>]*target="_blank"[^>]*href="\/logga-in"/);
		expect(html).toMatch(/<textarea [^>]*readOnly=""|<textarea [^>]*readonly=""/);
		expect(text).toContain('Två samtal om "skotrar" & <buller>.');

		const [form] = formsIn(html);
		expect(html).toContain(`action="${logPath}"`);
		const { cookie } = await signedIn({ db: scene.db, roles: ["kommunpolis"], kommun: scene.kommun });
		const again = await callAction(log, logCall({ cookie, fields: form, headers: BY_ITSELF }));
		expect(again.status).toBe(302);
		const row = await scene.db.selectFrom("genomforande").select(["note", "uuid"]).executeTakeFirstOrThrow();
		expect(row).toEqual({ note: expect.stringContaining('Två samtal om "skotrar"'), uuid: fields.uuid });
	});

	test.each([
		["a password", { newPassword: "hemligt hemligt hemligt" }],
		["a personal number", { note: "Anna 640823-3234 var där" }],
	])("%s is not shown, and so the form cannot be sent again without it", async (_what, secret) => {
		const { body } = await callAction(log, logCall({ headers: BY_ITSELF, fields: { ...fields, ...secret } }));
		expect(JSON.stringify(body)).not.toMatch(/hemligt|640823/);
		expect((body as SignedOut).again).toBeNull();
		expect(textOf(await drawn(body))).toContain("Kom tillbaka hit, kopiera det du skrev och fyll i sidan på nytt.");
	});

	test("choices and ids are no texts to copy", async () => {
		const { body } = await callAction(log, logCall({ headers: BY_ITSELF }));
		expect((body as SignedOut).texts).toEqual([NOTE]);
	});
});

test("a page that is open keeps what was typed in its form, and says that it is not saved", async () => {
	const answer = await callAction(log, logCall({ headers: { Accept: "*/*" } }));
	expect(answer).toMatchObject({
		status: 401,
		body: {
			errors: [{ field: null, message: expect.stringMatching(/^Du har blivit utloggad, så det är inte sparat\./) }],
			values: { note: [NOTE], uuid: [fields.uuid] },
		},
	});
});

test("a session that has just ended is as none", async () => {
	const { cookie } = await signedIn({ db: scene.db, roles: ["kommunpolis"], kommun: scene.kommun });
	const later = new Date(Date.parse(NOW) + 9 * 3_600_000).toISOString();
	startTestRuntime({ db: scene.db, now: later });
	expect((await callAction(log, logCall({ cookie }))).status).toBe(401);
});

test("another site learns and changes nothing this way", async () => {
	const headers = { ...BY_ITSELF, Origin: "https://ond.example", "Sec-Fetch-Site": "cross-site" };
	const answer = await callAction(
		protectSignedIn(() => null),
		{ path: "/intern", fields, headers },
	);
	expect(answer.status).toBe(403);
	expect(JSON.stringify(answer.body)).not.toContain("torget");
});
