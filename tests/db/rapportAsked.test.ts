import { expect, test } from "vitest";
import { findAskedRapport } from "#app/rapport/askedRapport.server.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { makeScene } from "#tests/factories/scene.ts";

test("of two dokument that share a period, the address without a choice means the last one that has begun", async () => {
	const scene = await makeScene();
	const { db, samordnare, kommun, dokument } = scene;
	const later = await makeDokument(db, samordnare, { title: "Nästa löfte", inForceFrom: "2018-07-01" });
	const ask = async (today: string, chosen: number | null = null) => {
		const query = new URLSearchParams(chosen === null ? "" : { dokument: String(chosen) });
		return findAskedRapport(db, { kommunId: kommun.id, periodCode: "2018-T2", query, today });
	};
	expect((await ask("2018-06-30")).dokument.id).toBe(dokument.id);
	expect((await ask("2018-07-01")).dokument.id).toBe(later.id);
	expect((await ask("2018-07-01", dokument.id)).dokument.id).toBe(dokument.id);
	await expect(ask("2018-06-30", later.id)).rejects.toMatchObject({
		code: "not_found",
		message: "Dokumentet börjar gälla 1 juli 2018. Rapporten finns från och med då.",
	});
});
