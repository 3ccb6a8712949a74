import { beforeEach, describe, expect, test } from "vitest";
import { ROLES } from "#app/domain/permissions.ts";
import * as aktivitet from "#app/routes/intern.$kommun.aktivitet.$id/route.tsx";
import * as route from "#app/routes/intern.$kommun.aktivitet.$id_.matt.$measureId/route.tsx";
import { findMeasure } from "#db/measure.server.ts";
import { type MadeDokument, makeDokument } from "#tests/factories/dokument.ts";
import { makeRapport } from "#tests/factories/rapport.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";
import { callAction, callLoader, signedIn } from "./context.ts";
import { errorTargets, formWith, type PageForm } from "./html.ts";
import { openPage, postForm } from "./page.tsx";

type Line = keyof MadeDokument["measureIds"];
type Fields = Record<string, string | string[]>;

let scene: Scene;
let cookie: string;

beforeEach(async () => {
	scene = await makeScene();
	({ cookie } = await signedIn({ db: scene.db, roles: ["samordnare"], kommun: scene.kommun }));
});

function callFor(line: Line) {
	const { slug } = scene.kommun;
	const id = String(scene.dokument.aktivitetIds[line]);
	const measureId = String(scene.dokument.measureIds[line]);
	return {
		path: `/intern/${slug}/aktivitet/${id}/matt/${measureId}`,
		params: { kommun: slug, id, measureId },
		cookie,
	};
}

const fromSeptember = { validFrom: "1 september 2018", reason: "Ny överenskommelse i rådet" };

/** Opens the page, changes some of its fields, and sends it. */
async function change(line: Line, typed: Fields = {}) {
	const call = callFor(line);
	const { forms } = await openPage(route, call);
	const [form] = forms;
	return postForm(route, { ...call, fields: { ...form, ...fromSeptember, ...typed } });
}

const versionsOf = async (line: Line) => {
	const found = await findMeasure(scene.db, {
		kommunId: scene.kommun.id,
		measureId: scene.dokument.measureIds[line],
	});
	return found?.versions.map(({ validFrom, settings, reason }) => ({ validFrom, settings, reason })) ?? [];
};

/** Refused with these messages, nothing changed; gives the form as it comes back. */
async function expectRefused(
	posted: Awaited<ReturnType<typeof change>>,
	{ line = "count", status = 400, errors }: { line?: Line; status?: number; errors: [string | null, string][] },
) {
	expect(posted).toMatchObject({
		status,
		body: { errors: errors.map(([field, message]) => ({ field, message: expect.stringContaining(message) })) },
	});
	for (const [, message] of errors) expect(posted.page?.text).toContain(message);
	for (const id of errorTargets(posted.page?.html ?? "")) expect(posted.page?.html).toContain(`id="${id}"`);
	expect(await versionsOf(line)).toHaveLength(1);
	return posted.page?.forms[0] ?? {};
}

test("a change makes a new dated version with its reason, and earlier periods keep the old number", async () => {
	const posted = await change("count", { minimum: "20" });
	const page = `/intern/${scene.kommun.slug}/aktivitet/${scene.dokument.aktivitetIds.count}`;
	expect(posted).toMatchObject({ status: 302, location: `${page}?sparat=changeMeasure` });
	expect(await versionsOf("count")).toMatchObject([
		{ validFrom: "2018-01-01", settings: { minimum: 10 }, reason: null },
		{ validFrom: "2018-09-01", settings: { minimum: 20 }, reason: fromSeptember.reason },
	]);
	const { params } = callFor("count");
	const shown = async (query: string) => {
		const { text } = await openPage(aktivitet, { path: `${page}${query}`, params, cookie });
		return text;
	};
	expect(await shown("?period=2018-T2")).toContain("0 av minst 10 insatser");
	expect(await shown("?sparat=changeMeasure")).toContain("Måttet är ändrat.");
	expect(await shown("")).toContain("0 av minst 20 insatser");
	expect(await shown("")).toContain(
		"Ändrat från 1 september 2018: Minst 20 insatser under hela löftet. (Ny överenskommelse i rådet)",
	);
});

test("the page says what holds now, and from when what is decided to come", async () => {
	expect((await openPage(route, callFor("count"))).text).toContain(
		"Nu gäller, sedan 1 januari 2018: Minst 10 insatser under hela löftet.",
	);
	await change("count", { minimum: "20", validFrom: "2018-11-01" });
	expect((await openPage(route, callFor("count"))).text).toContain(
		"Från 1 november 2018 gäller: Minst 20 insatser under hela löftet.",
	);
});

test.each([
	["2017-12-31", "Gäller från: välj en dag när löftet gäller, 1 januari–31 december 2018."],
	["2019-01-01", "Gäller från: välj en dag när löftet gäller, 1 januari–31 december 2018."],
	["", "Gäller från: skriv en dag"],
	["snart", "Gäller från: dagen gick inte att läsa."],
])("a change from %j is refused, and everything typed stays", async (validFrom, message) => {
	const form = await expectRefused(await change("count", { minimum: "20", validFrom }), {
		errors: [["validFrom", message]],
	});
	expect(form).toMatchObject({ minimum: ["20"], validFrom: [validFrom], reason: [fromSeptember.reason] });
});

test("a change from a day when a version begins is refused", async () => {
	await expectRefused(await change("count", { validFrom: "2018-01-01" }), {
		status: 409,
		errors: [["validFrom", "gäller redan det som står nu"]],
	});
});

test("a refusal says everything that is wrong at once, and keeps what was typed", async () => {
	const typed = { minimum: "tio", per: "year", unit: " ", reason: "x" };
	const form = await expectRefused(await change("count", typed), {
		errors: [
			["minimum", "Minsta antal: skriv ett helt tal som är minst 1."],
			["unit", "Räknas i, flera: skriv vad som räknas"],
			["reason", "Orsak: skriv varför, med minst 3 tecken."],
		],
	});
	expect(form).toMatchObject({ minimum: ["tio"], per: ["year"], unitOne: ["insats"], reason: ["x"] });
});

test("a minimum per year asks which year, and forgets nothing else", async () => {
	const form = await expectRefused(await change("count", { minimum: "12", per: "year" }), {
		errors: [["yearBasis", "År räknas som: välj kalenderår eller löftesår."]],
	});
	expect(form).toMatchObject({ minimum: ["12"], per: ["year"] });
});

test("opening hours that cannot be are refused once in words, and stay as they were typed", async () => {
	const hours = {
		"cadence.type": "opening_hours",
		"cadence.hours.1.from": "16",
		"cadence.hours.1.to": "13",
		"cadence.hours.3.from": "halv tre",
		"cadence.hours.5.to": "25:00",
	};
	const posted = await change("recurring", hours);
	expect(posted.status).toBe(400);
	const form = posted.page?.forms[0] ?? {};
	expect(form["cadence.type"]).toEqual(["opening_hours"]);
	expect(form["cadence.hours.1.from"]).toEqual(["16:00"]);
	expect(form["cadence.hours.3.from"]).toEqual(["halv tre"]);
	expect(form["cadence.hours.5.to"]).toEqual(["25:00"]);
	const messages = (posted.body as { errors: { message: string }[] }).errors.map(({ message }) => message);
	expect(messages).toEqual([...new Set(messages)]);
	expect(messages).toContain("Öppettider: skriv båda klockslagen som 13:00, eller lämna dagen tom.");
	for (const id of errorTargets(posted.page?.html ?? "")) expect(posted.page?.html).toContain(`id="${id}"`);
	expect(await versionsOf("recurring")).toHaveLength(1);
});

test("a value that is no number is refused, and stays as it was typed", async () => {
	const { Skolan } = scene.kommun.platsIds;
	const form = await expectRefused(await change("outcome", { [`baseline.${Skolan}`]: "cirka 40" }), {
		line: "outcome",
		errors: [[null, "Utgångsvärde och mål: skriv ett tal"]],
	});
	expect(form).toMatchObject({ [`baseline.${Skolan}`]: ["cirka 40"], [`target.${Skolan}`]: ["38"] });
});

test("a measure without a place left is refused", async () => {
	await expectRefused(await change("outcome", { series: [] }), {
		line: "outcome",
		errors: [["series", "Mätplatser: välj minst en."]],
	});
});

test("another kommun's place is refused", async () => {
	await expectRefused(await change("outcome", { series: [String(scene.elsewhere.platsId)] }), {
		line: "outcome",
		status: 404,
		errors: [[null, "välj platser som finns på kommunens lista"]],
	});
});

test.each<[Line, string]>([
	["count", "unit"],
	["count", "unitOne"],
	["count", "reason"],
	["recurring", "slotOne"],
	["recurring", "slotMany"],
	["outcome", "unit"],
])("a personnummer is refused and never said again: %s, %s", async (line, field) => {
	const posted = await change(line, { [field]: "640823-3234" });
	const form = await expectRefused(posted, { line, errors: [[field, "ta bort personnumret"]] });
	expect(posted.raw + posted.page?.html).not.toContain("3234");
	expect(form[field]).toEqual([""]);
});

test("a change after somebody else's is refused, and nothing is lost", async () => {
	const { forms } = await openPage(route, callFor("count"));
	await change("count", { minimum: "12" });
	const fields = { ...forms[0], ...fromSeptember, minimum: "30", validFrom: "2018-10-01" };
	const posted = await postForm(route, { ...callFor("count"), fields });
	expect(posted.status).toBe(409);
	expect(posted.page?.text).toContain("Måttet har ändrats av någon annan.");
	expect(posted.page?.forms[0]).toMatchObject({ minimum: ["30"], validFrom: ["2018-10-01"] });
	expect(await versionsOf("count")).toHaveLength(2);
});

test("a measure is changed under its own aktivitet and kommun alone", async () => {
	const other = await makeDokument(scene.db, scene.samordnare);
	const { path, params } = callFor("count");
	const fields = {
		intent: "changeMeasure",
		version: "1",
		minimum: "20",
		per: "lofte",
		unit: "x",
		unitOne: "x",
		...fromSeptember,
	};
	for (const wrong of [
		{ measureId: scene.dokument.measureIds.recurring },
		{ measureId: other.measureIds.count },
		{ measureId: scene.elsewhere.measureIds.count },
		{ measureId: scene.elsewhere.measureIds.count, id: scene.elsewhere.aktivitetIds.count },
		{ measureId: `${params.measureId}.0` },
		{ measureId: "abc" },
	]) {
		const ids = Object.fromEntries(Object.entries(wrong).map(([name, id]) => [name, String(id)]));
		const call = { path, params: { ...params, ...ids }, cookie };
		expect((await callLoader(route.loader, call)).status, JSON.stringify(wrong)).toBe(404);
		await expect(postForm(route, { ...call, fields })).rejects.toThrow("answered 404");
		const sensitive = { intent: "changeMeasureSensitivity", version: "1", isSensitive: "ja" };
		await expect(postForm(route, { ...call, fields: sensitive })).rejects.toThrow("answered 404");
	}
	const changed = await scene.db.selectFrom("measure_version").select("id").where("reason", "is not", null).execute();
	expect(changed).toEqual([]);
	const marked = await scene.db.selectFrom("measure").select("id").where("is_sensitive", "=", 1).execute();
	expect(marked).toEqual([]);
});

test.each(ROLES)("%s may open the page only if permitted", async (role) => {
	const person = await signedIn({ db: scene.db, roles: [role], kommun: scene.kommun });
	const answer = await callLoader(route.loader, { ...callFor("count"), cookie: person.cookie });
	expect(answer.status).toBe(role === "kommunpolis" || role === "samordnare" ? 200 : 403);
});

describe("a löfte that was read wrongly", () => {
	const correctCall = (line: Line, validFrom = "2018-01-01") => {
		const call = callFor(line);
		return { ...call, path: `${call.path}?ratta=${validFrom}` };
	};
	async function correct(line: Line, typed: Fields = {}, validFrom?: string) {
		const call = correctCall(line, validFrom);
		const [form] = (await openPage(route, call)).forms;
		return postForm(route, { ...call, fields: { ...form, reason: "Texten säger annat.", ...typed } });
	}

	test("is one of two choices, told apart in words, and begins with what stands", async () => {
		const changed = await openPage(route, callFor("count"));
		expect(changed.html).toMatch(/aria-current="page"[^>]*><strong><svg.*?<\/svg> Ändras från ett datum/);
		expect(changed.html).toContain(`href="${callFor("count").path}?ratta=2018-01-01"`);
		const { html, text, forms } = await openPage(route, correctCall("count"));
		expect(html).toMatch(/aria-current="page"[^>]*><strong><svg.*?<\/svg> Rätta hur löftet lästes/);
		expect(text).toContain("Det du skriver ersätter det som gäller från 1 januari 2018");
		expect(forms[0]).toMatchObject({ intent: ["correctMeasure"], validFrom: ["2018-01-01"], minimum: ["10"] });
	});

	test("opening hours that the text leaves out are put in from the first day", async () => {
		const posted = await correct("recurring", {
			"cadence.type": "opening_hours",
			"cadence.hours.2.from": "13",
			"cadence.hours.2.to": "16",
		});
		expect(posted).toMatchObject({ status: 302, location: `${callFor("recurring").path}?sparat=correctMeasure` });
		expect(await versionsOf("recurring")).toMatchObject([
			{
				validFrom: "2018-01-01",
				settings: { cadence: { type: "opening_hours", hours: [{ weekday: 2, from: "13:00", to: "16:00" }] } },
				reason: "Texten säger annat.",
			},
		]);
		const saved = await openPage(route, {
			...callFor("recurring"),
			path: `${callFor("recurring").path}?sparat=correctMeasure`,
		});
		expect(saved.text).toContain("Måttet är rättat.");
		expect(saved.text).toContain("Allt som har gällt (2)");
		expect(saved.text).toContain("Nej, rättad 2018-10-15 av samordnare");
	});

	test("says which reports it leaves as they are, and nothing where there are none", async () => {
		expect((await openPage(route, correctCall("count"))).text).not.toContain("Rapporten för");
		await makeRapport(scene, { state: "signerad", periodCode: "2018-T1" });
		await makeRapport(scene, { state: "inlamnad" });
		const { text } = await openPage(route, correctCall("count"));
		expect(text).toContain("Rapporten för tertial 1 2018 är signerad och ändras inte.");
		expect(text).toContain("Rapporten för tertial 2 2018 är inlämnad och ändras inte, om den inte återlämnas.");
	});

	test("is any of its versions, each from its own day", async () => {
		await change("count", { minimum: "20" });
		const { text, forms } = await openPage(route, correctCall("count", "2018-09-01"));
		expect(text).toContain("Vilken läsning var fel? Från 1 januari 2018: Minst 10 insatser under hela löftet.");
		expect(forms[0]).toMatchObject({ validFrom: ["2018-09-01"], minimum: ["20"] });
		await correct("count", { minimum: "21" }, "2018-09-01");
		expect(await versionsOf("count")).toMatchObject([
			{ validFrom: "2018-01-01", settings: { minimum: 10 } },
			{ validFrom: "2018-09-01", settings: { minimum: 21 } },
		]);
	});

	test.each<[string, Fields, number, [string | null, string]]>([
		["no reason", { reason: "" }, 400, ["reason", "Orsak: skriv varför"]],
		["nothing that is another", {}, 400, [null, "Ingenting är ändrat."]],
		["a number that is none", { minimum: "tio" }, 400, ["minimum", "Minsta antal: skriv ett helt tal"]],
		["somebody else's change in between", { version: "7", minimum: "8" }, 409, [null, "har ändrats av någon annan"]],
		["a day of its own", { validFrom: "2018-05-01", minimum: "8" }, 409, [null, "har ändrats av någon annan"]],
	])("is refused with %s, and what was typed stays", async (_what, typed, status, error) => {
		const form = await expectRefused(await correct("count", typed), { status, errors: [error] });
		expect(form).toMatchObject({ intent: ["correctMeasure"], minimum: [typed.minimum ?? "10"] });
	});

	test.each(["2017-01-01", "abc", "%00", ""])(
		"an address that asks for the version of %j shows the one that holds",
		async (asked) => {
			const { forms } = await openPage(route, correctCall("count", asked));
			expect(forms[0]).toMatchObject({ intent: ["correctMeasure"], validFrom: ["2018-01-01"] });
		},
	);
});

describe("what a measure is called and what counts", () => {
	async function rename(typed: Fields) {
		const call = callFor("count");
		const form = formWith((await openPage(route, call)).forms, { intent: "changeRakneregel" });
		return postForm(route, { ...call, fields: { ...form, reason: "Tydligare", ...typed } });
	}

	test("is changed with a reason, and seen at once", async () => {
		const { path } = callFor("count");
		const posted = await rename({ name: "Riktad insats", rakneregel: "En planerad insats." });
		expect(posted).toMatchObject({ status: 302, location: `${path}?sparat=changeRakneregel` });
		const { text } = await openPage(route, callFor("count"));
		expect(text).toContain("Ändra måttet riktad insats");
		expect(text).toContain("En planerad insats.");
	});

	test("is refused without a reason or a name, in its own form, and what was typed stays", async () => {
		const posted = await rename({ name: " ", rakneregel: "En planerad insats.", reason: "" });
		expect(posted.status).toBe(400);
		const form = formWith(posted.page?.forms ?? [], { intent: "changeRakneregel" });
		expect(form).toMatchObject({ rakneregel: ["En planerad insats."] });
		expect(posted.page?.text).toContain("Kort namn: skriv vad måttet heter");
		expect(posted.page?.text).toContain("Orsak: skriv varför");
		for (const id of errorTargets(posted.page?.html ?? "")) expect(posted.page?.html).toContain(`id="${id}"`);
	});
});

describe("the places of a measure", () => {
	test("can be added to by whoever sets it up, and are not offered where there are none", async () => {
		expect((await openPage(route, callFor("count"))).text).not.toContain("Saknas en plats?");
		const { text, html } = await openPage(route, callFor("outcome"));
		expect(text).toContain("Saknas en plats?");
		expect(html).not.toContain("/installningar");
		const both = await signedIn({ db: scene.db, roles: ["samordnare", "admin"], kommun: scene.kommun });
		const asAdmin = await openPage(route, { ...callFor("outcome"), cookie: both.cookie });
		expect(asAdmin.html).toContain(`/intern/${scene.kommun.slug}/installningar`);
	});

	test("added ones stand among the choices", async () => {
		const call = callFor("outcome");
		const form = formWith((await openPage(route, call)).forms, { intent: "addPlatser" });
		const posted = await postForm(route, { ...call, fields: { ...form, names: "Ringvägen\nStorgatan" } });
		expect(posted).toMatchObject({ status: 302, location: `${call.path}?sparat=addPlatser` });
		const { text } = await openPage(route, call);
		expect(text).toContain("Ringvägen");
		expect(text).toContain("Storgatan");
		const refused = await postForm(route, { ...call, fields: { ...form, names: " " } });
		expect(refused.page?.text).toContain("Platser: skriv minst en plats");
	});
});

describe("the mark of a sensitive measure", () => {
	const sensitivityForm = (forms: readonly PageForm[]) => formWith(forms, { intent: "changeMeasureSensitivity" });
	/** Its own form, with the box ticked or not. */
	async function mark(isTicked: boolean, typed: Fields = {}) {
		const call = callFor("count");
		const form = sensitivityForm((await openPage(route, call)).forms);
		return postForm(route, { ...call, fields: { ...form, isSensitive: isTicked ? ["ja"] : [], ...typed } });
	}
	const isMarked = async () => {
		const { forms } = await openPage(route, callFor("count"));
		return sensitivityForm(forms).isSensitive !== undefined;
	};

	test("is set and taken away without a date, and no version of what was agreed comes of it", async () => {
		const { path } = callFor("count");
		expect(await isMarked()).toBe(false);
		expect(await mark(true)).toMatchObject({ status: 302, location: `${path}?sparat=changeMeasureSensitivity` });
		expect(await isMarked()).toBe(true);
		const saved = { ...callFor("count"), path: `${path}?sparat=changeMeasureSensitivity` };
		expect((await openPage(route, saved)).text).toContain("Märkningen är sparad.");
		await mark(false);
		expect(await isMarked()).toBe(false);
		expect(await versionsOf("count")).toHaveLength(1);
	});

	test("is refused over somebody else's change, in its own form, and stays ticked as it was", async () => {
		await change("count", { minimum: "12" });
		const posted = await mark(true, { version: "1" });
		expect(posted.status).toBe(409);
		expect(posted.page?.text).toContain("Måttet har ändrats av någon annan.");
		expect(posted.page?.html.match(/Måttet har ändrats av någon annan\./g)).toHaveLength(1);
		expect(posted.page?.forms[0]).toMatchObject({ minimum: ["12"], version: ["2"] });
		expect(sensitivityForm(posted.page?.forms ?? [])).toMatchObject({ isSensitive: ["ja"], version: ["2"] });
		expect(await isMarked()).toBe(false);
	});

	test.each(ROLES)("%s may set it only if permitted", async (role) => {
		const person = await signedIn({ db: scene.db, roles: [role], kommun: scene.kommun });
		const fields = { intent: "changeMeasureSensitivity", version: "1", isSensitive: "ja" };
		const { status } = await callAction(route.action, { ...callFor("count"), cookie: person.cookie, fields });
		const mayMark = role === "kommunpolis" || role === "samordnare";
		expect(status).toBe(mayMark ? 302 : 403);
		expect(await isMarked()).toBe(mayMark);
	});

	test.each(["changeSensitivity", ""])("a form of intent %j is refused", async (intent) => {
		const fields = { intent, version: "1", isSensitive: "ja" };
		expect((await callAction(route.action, { ...callFor("count"), fields })).status).toBe(400);
		expect(await isMarked()).toBe(false);
	});
});
