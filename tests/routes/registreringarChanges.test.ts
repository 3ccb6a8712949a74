import { beforeEach, describe, expect, test } from "vitest";
import { signedIn } from "./context.ts";
import { findAllRows } from "./logging.ts";
import { LIST_PATH, makeRegistreringarScene, type RegistreringarScene } from "./registreringarScene.ts";

interface Refused {
	errors: { field: string | null; message: string }[];
	values: Record<string, string[]>;
	conflict?: { revision: number; differences: { label: string; from: string; to: string }[] };
}

let scene: RegistreringarScene;

beforeEach(async () => {
	scene = await makeRegistreringarScene();
});

describe("correcting", () => {
	test("keeps what it said before, and shows what changed and who did it", async () => {
		const id = await scene.register({ note: "Kvällspass" });
		const fields = scene.correction({
			date: "2018-10-14",
			quantity: "2",
			note: "",
			platsId: scene.savsjo.platsId("Rörvik"),
		});
		expect(await scene.post(id, fields)).toMatchObject({
			status: 302,
			location: `${LIST_PATH}/${id}?sparat=correctGenomforande`,
		});
		const { history, facts, revision, forms } = await scene.row(id);
		expect(revision).toBe(2);
		expect(facts).toContainEqual({ label: "Aktivitet och antal", text: "Riktad insats: 2" });
		expect(forms?.defaults).toMatchObject({ quantity: "2", date: "2018-10-14" });
		expect(history.map(({ what, who }) => [what, who])).toEqual([
			["Rättad", "kommunpolis"],
			["Registrerad", "kommunpolis"],
		]);
		expect(history[0]?.changes).toEqual([
			{ label: "Datum", from: "2018-10-15", to: "2018-10-14" },
			{ label: "Aktivitet och antal", from: "Riktad insats: 1", to: "Riktad insats: 2" },
			{ label: "Plats", from: "Sävsjö centrum", to: "Rörvik" },
			{ label: "Anteckning", from: "Kvällspass", to: "–" },
		]);
	});

	test("shows each of several corrections with its own change", async () => {
		const id = await scene.register();
		await scene.post(id, scene.correction({ quantity: "2" }));
		await scene.post(id, scene.correction({ quantity: "3", revision: "2" }));
		const { history } = await scene.row(id);
		expect(history.map(({ changes }) => changes)).toEqual([
			[{ label: "Aktivitet och antal", from: "Riktad insats: 2", to: "Riktad insats: 3" }],
			[{ label: "Aktivitet och antal", from: "Riktad insats: 1", to: "Riktad insats: 2" }],
			[],
		]);
	});

	test("refuses a future date and a personnummer, and changes nothing", async () => {
		const id = await scene.register();
		const future = await scene.post(id, scene.correction({ date: "2018-10-16" }));
		expect(future.status).toBe(400);
		expect((future.body as Refused).errors[0]).toMatchObject({ field: "date" });
		const personal = await scene.post(id, scene.correction({ note: "19640823-3234" }));
		expect(personal.status).toBe(400);
		expect(JSON.stringify(personal.body)).not.toContain("3234");
		expect(await findAllRows(scene.db)).toMatchObject([{ revision: 1, date: "2018-10-15", note: null }]);
	});

	test("when somebody else was first, shows both versions and lets one choose", async () => {
		const id = await scene.register();
		const { cookie: samordnare } = await signedIn({ db: scene.db, roles: ["samordnare"], kommun: scene.savsjo });
		await scene.post(id, scene.correction({ quantity: "2" }), samordnare);

		const answer = await scene.post(id, scene.correction({ quantity: "3", note: "Mitt" }));
		const { conflict, values, errors } = answer.body as Refused;
		expect(answer.status).toBe(409);
		expect(errors).toEqual([]);
		expect(values).toMatchObject({ quantity: ["3"], note: ["Mitt"] });
		expect(conflict).toEqual({
			revision: 2,
			differences: [
				{ label: "Aktivitet och antal", from: "Riktad insats: 2", to: "Riktad insats: 3" },
				{ label: "Anteckning", from: "–", to: "Mitt" },
			],
		});
		expect((await scene.row(id)).revision).toBe(2);

		await scene.post(id, scene.correction({ quantity: "3", note: "Mitt", revision: String(conflict?.revision) }));
		expect(await scene.row(id)).toMatchObject({ revision: 3, history: [{ what: "Rättad" }, { what: "Rättad" }, {}] });
	});

	test("a makulerad one cannot be corrected", async () => {
		const id = await scene.register();
		await scene.post(id, { intent: "makuleraGenomforande", revision: "1", reason: "Fel dag" });
		const answer = await scene.post(id, scene.correction({ quantity: "2" }));
		expect(answer.status).toBe(409);
		expect((answer.body as Refused).errors[0]?.message).toBe("Registreringen är makulerad och kan inte ändras.");
		expect((await scene.row(id)).forms).toBeNull();
	});
});

describe("makulera", () => {
	test("needs a reason, and says it in the history", async () => {
		const id = await scene.register();
		const without = await scene.post(id, { intent: "makuleraGenomforande", revision: "1", reason: " " });
		expect(without.status).toBe(400);
		expect((without.body as Refused).errors[0]).toMatchObject({ field: "reason" });
		expect(
			await scene.post(id, { intent: "makuleraGenomforande", revision: "1", reason: "Registrerad två gånger" }),
		).toMatchObject({
			status: 302,
			location: `${LIST_PATH}/${id}?sparat=makuleraGenomforande`,
		});
		const { makulerad, history, forms } = await scene.row(id);
		expect(makulerad?.reason).toBe("Registrerad två gånger");
		expect(history[0]).toMatchObject({ what: "Makulerad", who: "kommunpolis", reason: "Registrerad två gånger" });
		expect(forms).toBeNull();
	});

	test("is refused when somebody corrected it in between", async () => {
		const id = await scene.register();
		await scene.post(id, scene.correction({ quantity: "2" }));
		const answer = await scene.post(id, { intent: "makuleraGenomforande", revision: "1", reason: "Fel dag" });
		expect(answer.status).toBe(409);
		expect((await scene.row(id)).makulerad).toBeNull();
	});

	test("an unknown intent changes nothing", async () => {
		const id = await scene.register();
		expect((await scene.post(id, { intent: "radera" })).status).toBe(400);
		expect(await findAllRows(scene.db)).toMatchObject([{ revision: 1, makulerad_at: null }]);
	});
});
