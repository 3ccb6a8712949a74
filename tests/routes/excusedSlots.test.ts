import { beforeEach, describe, expect, test } from "vitest";
import { excuseSlot } from "#app/commands/excuseSlot.server.ts";
import * as route from "#app/routes/intern.$kommun.aktivitet.$id/route.tsx";
import { type AktivitetScene, type Fields, makeAktivitetScene } from "./aktivitetScene.ts";
import { errorTargets, formWith } from "./html.ts";
import { openPage, postForm } from "./page.tsx";

let at: AktivitetScene;

beforeEach(async () => {
	at = await makeAktivitetScene();
});

describe("an inställt tillfälle", () => {
	const week40 = { slotKey: "2018-W40", reason: "Möteslokalen var stängd" };
	const slot = async (key: string) => {
		const { data } = await at.open("recurring");
		const { excused, chart, remarks } = data.measures[0] ?? {};
		const slots = (chart as { slots: { key: string; state: string }[] }).slots;
		return {
			state: slots.find((one) => one.key === key)?.state,
			excused: excused?.excused,
			remarks: remarks?.join(" "),
		};
	};
	const excuse = (typed: Fields = week40) => at.fillIn("recurring", { intent: "excuseSlot" }, typed);

	test("is shown with its reason, neither done nor missed, and taking it back brings it back", async () => {
		expect(await slot("2018-W40")).toMatchObject({ state: "missed", excused: [] });
		const posted = await excuse();
		expect(posted.status).toBe(302);
		expect(posted.location).toBe(`${at.callFor("recurring").path}?sparat=excuseSlot`);
		const after = await slot("2018-W40");
		expect(after).toMatchObject({ state: "excused", excused: [{ reason: week40.reason }] });
		expect(after.remarks).toContain(`Inställt: v.\u00a040 (${week40.reason}).`);

		const { text, forms } = await openPage(route, at.callFor("recurring", at.polis, "?sparat=excuseSlot"));
		expect(text).toContain("Tillfället är markerat som inställt.");
		expect(text).toContain(`v. 40: ${week40.reason}`);
		const revoked = await at.post("recurring", formWith(forms, { intent: "revokeExcusedSlot" }));
		expect(revoked.location).toMatch(/\?sparat=revokeExcusedSlot$/);
		expect(await slot("2018-W40")).toMatchObject({ state: "missed", excused: [] });
	});

	test("keeps the chosen period in the address", async () => {
		const fields = { intent: "excuseSlot", measureId: String(at.dokument.measureIds.recurring) };
		const call = at.callFor("recurring", at.polis, "?period=2018-T2");
		const posted = await postForm(route, { ...call, fields: { ...fields, slotKey: "2018-W20", reason: "Semester" } });
		expect(posted.location).toBe(`${call.path}&sparat=excuseSlot`);
	});

	test("needs a reason; what was chosen stays chosen and the form stays open", async () => {
		const posting = () => excuse({ slotKey: "2018-W38", reason: "x" });
		const { page } = await at.expectRefused(posting, { status: 400, field: "reason", message: "Orsak: skriv varför" });
		expect(page?.text).toContain("Orsak: skriv varför, med minst 3 tecken.");
		expect(formWith(page?.forms ?? [], { intent: "excuseSlot" })).toMatchObject({
			slotKey: ["2018-W38"],
			reason: ["x"],
		});
		expect(page?.html).toMatch(/<details[^>]* open=""/);
		for (const id of errorTargets(page?.html ?? "")) expect(page?.html).toContain(`id="${id}"`);
	});

	test("must be one that was expected", async () => {
		for (const slotKey of ["2018-W30", "2019-W02", "2018-10-12", "vecka 40", ""])
			await at.expectRefused(() => excuse({ ...week40, slotKey }), {
				status: 400,
				field: "slotKey",
				message: "Tillfälle: välj ett i listan.",
			});
	});

	test("is marked once", async () => {
		await excuse();
		const fields = { intent: "excuseSlot", measureId: String(at.dokument.measureIds.recurring), ...week40 };
		await at.expectRefused(() => at.post("recurring", fields), { status: 409, message: "redan markerat som inställt" });
	});

	test("is taken back once, and who comes second is told even though the row is gone", async () => {
		await excuse();
		const form = formWith((await at.open("recurring")).forms, { intent: "revokeExcusedSlot" });
		await at.post("recurring", form);
		const posting = () => at.post("recurring", form);
		const { page } = await at.expectRefused(posting, { status: 409, message: "inte längre markerat som inställt" });
		expect(page?.text).toContain("Tillfället är inte längre markerat som inställt. Ladda om sidan.");
	});

	test("belongs to the aktivitet of the page", async () => {
		for (const measureId of [at.other.measureIds.recurring, at.elsewhere.measureIds.recurring, 99999]) {
			const fields = { intent: "excuseSlot", measureId: String(measureId), ...week40 };
			await at.expectRefused(() => at.post("recurring", fields), { status: 404, message: "Måttet finns inte" });
		}
		const inSameKommun = await excuseSlot(at.db, at.polis.actor, {
			measureId: at.other.measureIds.recurring,
			...week40,
		});
		const inOther = await excuseSlot(at.db, at.stranger, {
			measureId: at.elsewhere.measureIds.recurring,
			...week40,
		});
		for (const { id } of [inSameKommun, inOther, { id: 99999 }]) {
			const fields = { intent: "revokeExcusedSlot", excusedSlotId: String(id) };
			await at.expectRefused(() => at.post("recurring", fields), { status: 404, message: "Tillfället finns inte" });
		}
	});
});
