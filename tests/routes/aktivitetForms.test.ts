import { beforeEach, describe, expect, test } from "vitest";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { type AktivitetScene, type Fields, type Line, makeAktivitetScene } from "./aktivitetScene.ts";
import { formWith } from "./html.ts";

const PERSONNUMMER = "Ring 640823-3234";

let at: AktivitetScene;

beforeEach(async () => {
	at = await makeAktivitetScene();
});

describe("a fråga", () => {
	const ask = async (aktivitetId: number, dokumentId: number) =>
		at.db
			.insertInto("fraga")
			.values({ dokument_id: dokumentId, aktivitet_id: aktivitetId, question: "Vilka veckor?" })
			.returning("id")
			.executeTakeFirstOrThrow();

	test("is answered beside the text, and opened again by emptying the answer", async () => {
		await ask(at.dokument.aktivitetIds.recurring, at.dokument.id);
		const answer = "Skolans veckor, enligt mötet den 3 maj";
		expect((await at.fillIn("recurring", { intent: "answerFraga" }, { answer })).location).toMatch(
			/\?sparat=answerFraga$/,
		);
		const { text } = await at.open("recurring");
		expect(text).toContain(`Svar: ${answer} Besvarad 15 oktober 2018.`);
		expect(text).not.toContain("öppen fråga");
		await at.fillIn("recurring", { intent: "answerFraga" }, { answer: " " });
		expect((await at.open("recurring")).text).toContain("Vilka veckor? öppen fråga");
	});

	test("too long an answer is refused and kept", async () => {
		await ask(at.dokument.aktivitetIds.recurring, at.dokument.id);
		const answer = "a".repeat(501);
		const posting = () => at.fillIn("recurring", { intent: "answerFraga" }, { answer });
		const { page } = await at.expectRefused(posting, { status: 400, field: "answer", message: "högst 500 tecken" });
		expect(formWith(page?.forms ?? [], { intent: "answerFraga" }).answer).toEqual([answer]);
	});

	test("belongs to the aktivitet of the page", async () => {
		const rows = [
			await ask(at.dokument.aktivitetIds.count, at.dokument.id),
			await ask(at.other.aktivitetIds.recurring, at.other.id),
			await ask(at.elsewhere.aktivitetIds.recurring, at.elsewhere.id),
			{ id: at.dokument.fragaId },
			{ id: 99999 },
		];
		for (const { id } of rows) {
			const fields = { intent: "answerFraga", fragaId: String(id), version: "1", answer: "Ja" };
			await at.expectRefused(() => at.post("recurring", fields), { status: 404, message: "Frågan finns inte" });
		}
	});
});

describe("a personnummer", () => {
	test.each<[Line, string, Fields, string]>([
		["recurring", "excuseSlot", { slotKey: "2018-W40" }, "reason"],
		["actions", "decideAtgard", {}, "title"],
		["actions", "completeAtgard", {}, "doneNote"],
		["actions", "makuleraAtgard", {}, "reason"],
		["recurring", "answerFraga", {}, "answer"],
	])("is refused in every text field, and never said again: %s, %s", async (line, intent, typed, field) => {
		const { db, dokument } = at;
		await decideAtgard(db, at.polis.actor, {
			aktivitetId: dokument.aktivitetIds.actions,
			title: "Laga lampan",
			owner: "kommun",
			decidedOn: "2018-09-01",
			dueOn: null,
		});
		await db
			.insertInto("fraga")
			.values({ dokument_id: dokument.id, aktivitet_id: dokument.aktivitetIds.recurring, question: "Vilka veckor?" })
			.execute();
		const posting = () => at.fillIn(line, { intent }, { ...typed, [field]: PERSONNUMMER });
		const { raw, page } = await at.expectRefused(posting, { status: 400, field, message: "ta bort personnumret" });
		expect(raw).not.toContain("3234");
		expect(page?.html).not.toContain("3234");
		expect(formWith(page?.forms ?? [], { intent })[field]).toEqual([""]);
	});
});

test.each(["radera", "constructor"])("the unknown intent %j writes nothing", async (intent) => {
	const before = await at.everythingWritten();
	const message = expect.stringContaining("Formuläret är inte komplett.");
	expect(await at.post("count", { intent })).toMatchObject({ status: 400, body: { message } });
	expect(await at.everythingWritten()).toEqual(before);
});
