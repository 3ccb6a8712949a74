import { beforeEach, describe, expect, test } from "vitest";
import * as review from "#app/routes/intern.$kommun.dokument.nytt.$id._index/route.tsx";
import * as aktivitet from "#app/routes/intern.$kommun.dokument.nytt.$id.aktivitet.$key/route.tsx";
import alvesta from "#seeds/loften/alvesta-2017.txt?raw";
import savsjo from "#seeds/loften/savsjo-2017.txt?raw";
import { callLoader } from "./context.ts";
import { makeUtkastScene, type UtkastScene } from "./dokumentNyttScene.ts";
import { errorTargets, formWith } from "./html.ts";
import { postForm } from "./page.tsx";

let scene: UtkastScene;
let id: number;

beforeEach(async () => {
	scene = await makeUtkastScene();
	id = await scene.begin(savsjo);
});

/** The key of the aktivitet whose words hold these. */
async function keyOf(words: string, of = id): Promise<string> {
	const { data } = await scene.open(of);
	return data.aktiviteter.find(({ quotation }) => quotation.includes(words))?.key ?? "";
}

const cardOf = async (words: string, of = id) => {
	const { data } = await scene.open(of);
	return data.aktiviteter.find(({ quotation }) => quotation.includes(words));
};

describe("how it is followed", () => {
	test("preselects nothing that nobody has decided", async () => {
		const key = await keyOf("samverkansmöten");
		const { forms } = await scene.openAktivitet(id, key);
		const form = formWith(forms, { intent: "changeMeasure" });
		expect(form).toMatchObject({ minimum: ["4"], unit: ["samverkansmöten"] });
		expect(form.yearBasis).toBeUndefined();
		await scene.edit(id, key, { intent: "changeMeasureKind" }, { kind: "recurring" });
		const recurring = formWith((await scene.openAktivitet(id, key)).forms, { intent: "changeMeasure" });
		expect(recurring["cadence.every"]).toEqual([""]);
	});

	test("is refused with every fault at once, beside what was typed", async () => {
		const key = await keyOf("riktade insatser");
		const refused = await scene.edit(
			id,
			key,
			{ intent: "changeMeasure" },
			{ minimum: "många", unit: "", rakneregel: "" },
		);
		expect(refused.status).toBe(400);
		expect(errorTargets(refused.page?.html ?? "")).toEqual(["minimum", "unit", "rakneregel"]);
		const form = formWith(refused.page?.forms ?? [], { intent: "changeMeasure" });
		expect(form).toMatchObject({ minimum: ["många"], unit: [""], rakneregel: [""] });
	});

	test("is saved, and leads back to its card", async () => {
		const key = await keyOf("samverkansmöten");
		const saved = await scene.edit(id, key, { intent: "changeMeasure" }, { per: "year", yearBasis: "calendar" });
		expect(saved.location).toBe(`/intern/${scene.kommun.slug}/dokument/nytt/${id}?sparat=changeAktivitet#${key}`);
		expect(await cardOf("samverkansmöten")).toMatchObject({
			measures: [{ agreed: "Minst 4 samverkansmöten per kalenderår.", missing: [] }],
		});
	});

	test("can be two ways, each with its own form", async () => {
		const key = await keyOf("öppna ett poliskontor");
		const added = await scene.edit(id, key, { intent: "addMeasure" }, { kind: "count" });
		const [, shown = ""] = /\?matt=(\w+)&/.exec(added.location ?? "") ?? [];
		const { data, forms } = await scene.openAktivitet(id, key, `?matt=${shown}`);
		expect(data.measures).toMatchObject([
			{ isShown: false, agreed: "Görs en gång. Löftet anger ingen dag." },
			{ isShown: true, agreed: null, missing: expect.arrayContaining(["minsta antal"]) },
		]);
		expect(formWith(forms, { intent: "changeMeasure" }).measureKey).toEqual([shown]);
		expect((await cardOf("öppna ett poliskontor"))?.faults[0]?.message).toContain("Minsta antal:");
		await scene.edit(id, key, { intent: "removeMeasure", measureKey: shown });
		expect((await cardOf("öppna ett poliskontor"))?.measures).toHaveLength(1);
	});
});

describe("the places of a coverage", () => {
	test("that are new come onto the kommun's list and into the answer at once", async () => {
		const other = await scene.begin(alvesta);
		const card = await cardOf("samtliga kommundelar", other);
		const fraga = card?.fragor.find(({ fields }) => fields?.about === "places");
		const { forms } = await scene.open(other);
		const form = forms.find(({ fragaKey, how, at }) => fragaKey?.[0] === fraga?.key && how?.[0] === "fields" && !at);
		const fields = { ...form, names: "Moheda\r\nVislanda\r\n" };
		const answered = await postForm(review, { ...scene.reviewCall(other), fields });
		expect(answered.status).toBe(302);
		expect((await cardOf("samtliga kommundelar", other))?.measures[0]?.agreed).toMatch(/Moheda och Vislanda/);
		const names = await scene.db
			.selectFrom("plats")
			.select("name")
			.where("kommun_id", "=", scene.kommun.id)
			.where("name", "in", ["Moheda", "Vislanda"])
			.execute();
		expect(names).toHaveLength(2);
	});

	test("can all be chosen in one press", async () => {
		const other = await scene.begin(alvesta);
		const card = await cardOf("samtliga kommundelar", other);
		const fragaKey = card?.fragor.find(({ fields }) => fields?.about === "places")?.key ?? "";
		await scene.answer(other, { intent: "answerFraga", fragaKey, at: "once", names: "" });
		const { data } = await scene.openAktivitet(other, card?.key ?? "");
		expect(data.measures[0]?.agreed).toContain(`av ${data.platser.length} platser`);
	});
});

describe("who and where", () => {
	test("is refused with every fault at once, and saved", async () => {
		const key = await keyOf("lämplig lokal");
		const which = { intent: "changeAktivitet" };
		const refused = await scene.edit(id, key, which, { parts: [], otherParts: "", aktivitetstyp: "" });
		expect(refused.page?.text).toContain("Ansvarig: välj minst en part");
		expect(refused.page?.text).toContain("Aktivitetstyp: skriv ett kort namn");
		const wrong = await scene.edit(id, key, which, { quotation: "Något annat" });
		expect(wrong.status).toBe(400);
		const { data } = await scene.open(id);
		const [lofte] = data.loften;
		const saved = await scene.edit(id, key, which, {
			parts: ["kommun"],
			otherParts: "Räddningstjänsten",
			lofteKey: lofte?.key ?? "",
		});
		expect(saved.status).toBe(302);
		expect(await cardOf("lämplig lokal")).toMatchObject({ parter: "Kommunen och Räddningstjänsten", lofte: "Löfte 1" });
	});

	test("is not there for an aktivitet that is left out, or never was", async () => {
		const key = await keyOf("lämplig lokal");
		await scene.answer(id, { intent: "leaveOutAktivitet", aktivitetKey: key });
		for (const wanted of [key, "a999", "__proto__"])
			expect((await callLoader(aktivitet.loader, scene.aktivitetCall(id, wanted))).status).toBe(404);
	});

	test("keeps what was typed when somebody else was first", async () => {
		const key = await keyOf("lämplig lokal");
		const { forms } = await scene.openAktivitet(id, key);
		await scene.edit(id, key, { intent: "changeAktivitet" }, { aktivitetstyp: "lokal" });
		const late = await postForm(aktivitet, {
			...scene.aktivitetCall(id, key),
			fields: { ...formWith(forms, { intent: "changeAktivitet" }), aktivitetstyp: "upplåten lokal" },
		});
		expect(late.status).toBe(409);
		const form = formWith(late.page?.forms ?? [], { intent: "changeAktivitet" });
		expect(form.aktivitetstyp).toEqual(["upplåten lokal"]);
	});
});
