import { beforeAll, describe, expect, test } from "vitest";
import { action as changeAktivitet } from "#app/routes/intern.$kommun.aktivitet.$id/route.tsx";
import { action as changeCalendar } from "#app/routes/intern.$kommun.kalender/route.tsx";
import { action as log } from "#app/routes/intern.$kommun.logga/route.tsx";
import { action as changeRapport } from "#app/routes/intern.$kommun.rapport.$period._index/route.tsx";
import { action as sign } from "#app/routes/intern.$kommun.rapport.$period.signera/route.tsx";
import { action as check } from "#app/routes/kontrollera/route.tsx";
import { action as signIn } from "#app/routes/logga-in/route.tsx";
import { makeScene, type Scene } from "#tests/factories/scene.ts";
import { processorTime } from "#tests/processorTime.ts";
import { callAction, ORIGIN, signedIn } from "./context.ts";

/** Forms that no page of ours posts, made to break the server. They are refused like any other mistake. */
let scene: Scene;
let cookie: string;

beforeAll(async () => {
	scene = await makeScene();
	({ cookie } = await signedIn({ db: scene.db, roles: ["kommunpolis", "undertecknare"], kommun: scene.kommun }));
});

type Handler = Parameters<typeof callAction>[0];

function post(action: unknown, fields: Record<string, string | readonly string[]>) {
	const params = { kommun: scene.kommun.slug, id: String(scene.dokument.aktivitetIds.count), period: "2018-T2" };
	return callAction(action as Handler, { path: "/prov", params, cookie, fields });
}

const FORMS: [string, unknown, Record<string, string>][] = [
	["signing in", signIn, { email: "a@exempel.se", password: "" }],
	["logging", log, { date: "2018-10-12" }],
	["confirming a fördelning", changeAktivitet, { intent: "confirmFordelning", version: "0", forPart: "polis" }],
	["writing in a report", changeRapport, { intent: "saveRapportText", dokumentId: "1", part: "polis" }],
	["signing", sign, { intent: "signRapport", rapportId: "1" }],
	["checking a file", check, {}],
];

describe.each(FORMS)("%s", (_name, action, fields) => {
	test.each([
		[
			"what every object inherits",
			["__proto__", "constructor", "toString", "__proto__.polluted", "part.__proto__.polluted"],
		],
		[
			"a path of many parts",
			[`a${".a".repeat(10_000)}`, `part${".0".repeat(200_000)}`, `quantities${".1".repeat(10_000)}`],
		],
		["a path through a single value", ["date.x", "email.0", "measureIds.0.x", "version.0"]],
		["no name at all", ["", ".", "..", "\u0000"]],
	])("refuses names of %s", async (_what, names) => {
		for (const name of names) {
			const { status } = await post(action, { ...fields, [name]: "x" });
			expect(status, name.slice(0, 30)).toBe(400);
		}
		expect("polluted" in {}).toBe(false);
	});

	test("refuses a hundred thousand fields at once", async () => {
		const many = Array.from({ length: 100_000 }, () => "x");
		expect((await post(action, { ...fields, measureIds: many })).status).toBe(400);
		const named = Object.fromEntries(many.map((value, index) => [`f${index}`, value]));
		expect((await post(action, { ...fields, ...named })).status).toBe(400);
	});

	test("looks through a long text in no time", async () => {
		const phones = "tel 0101010008 ".repeat(100_000);
		const milliseconds = await processorTime(async () => {
			expect((await post(action, { ...fields, note: phones, email: phones })).status).toBe(400);
		});
		expect(milliseconds).toBeLessThan(3000);
	});
});

test.each(["constructor", "toString", "__proto__", "hasOwnProperty", ""])("there is no intent %j", async (intent) => {
	for (const action of [changeAktivitet, changeRapport, sign])
		expect((await post(action, { intent })).status).toBe(400);
});

test.each([
	["part", "raddningstjanst"],
	["part", "__proto__"],
	["dokumentId", "1 OR 1=1"],
	["dokumentId", "1e999"],
	["dokumentId", "-1"],
	["version", "-1"],
	["version", "1.5"],
	["version", "NaN"],
	["version", ""],
])("a report is not changed where %s is %j", async (name, value) => {
	const fields = { dokumentId: String(scene.dokument.id), part: "polis", version: "0", bedomning: "Text" };
	for (const intent of ["saveRapportText", "markKlar"])
		expect((await post(changeRapport, { ...fields, intent, [name]: value })).status).toBe(400);
	expect(await scene.db.selectFrom("rapport").select("id").execute()).toEqual([]);
});

test("a file to check is one file: a text, an empty name or several are told so or read as one", async () => {
	const of = (...files: (File | string)[]) => {
		const multipart = new FormData();
		for (const file of files) multipart.append("file", file);
		return callAction(check as Handler, { path: "/kontrollera", multipart });
	};
	const none = new File(["hej"], "640823-3234.json");
	expect((await of("{}")).status).toBe(400);
	expect((await of()).status).toBe(400);
	expect((await of(new File([], ""))).status).toBe(400);
	for (const files of [[none], [none, none], [new File([], "tom.json")]]) {
		const { status, body } = await of(...files);
		expect(status).toBe(200);
		expect(body).toMatchObject({ check: { verdict: "okand" } });
		expect(JSON.stringify(body)).not.toContain("640823");
	}
});

test.each(["0000", "0500", "1989", "2200", "9999"])("there is no calendar of %s", async (year) => {
	expect((await post(changeCalendar, { year, ticked: [] })).status).toBe(400);
});

test("a body that is no form is refused", async () => {
	for (const [type, body] of [
		["application/json", "{}"],
		["multipart/form-data; boundary=x", "--y"],
		["multipart/form-data", "x"],
		["text/plain", "password=x"],
	] as const) {
		const headers = { Origin: ORIGIN, "Sec-Fetch-Site": "same-origin", "Content-Type": type };
		const request = new Request(`${ORIGIN}/logga-in`, { method: "POST", headers, body });
		const call = (signIn as Handler)({ request, params: {}, context: { cspNonce: "", clientIp: "192.0.2.1" } });
		await expect(call, type).rejects.toMatchObject({ init: { status: 400 } });
	}
});
