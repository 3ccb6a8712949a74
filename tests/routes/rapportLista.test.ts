import { beforeEach, expect, test } from "vitest";
import * as list from "#app/routes/intern.$kommun.rapport._index/route.tsx";
import { makeDokument } from "#tests/factories/dokument.ts";
import { signedIn } from "./context.ts";
import { insertTestKommun } from "./kommun.ts";
import { openPage } from "./page.tsx";
import { makeRapportScene, type RapportScene } from "./rapportScene.ts";

let at: RapportScene;

beforeEach(async () => {
	at = await makeRapportScene();
});

test("every period that has begun is there, the newest first, also the ones that nobody has written in", async () => {
	await makeDokument(at.db, at.writers.samordnare, { title: "Det nya", inForceFrom: "2018-07-15", inForceTo: null });
	await makeDokument(at.db, at.writers.samordnare, { title: "Nästa år", inForceFrom: "2019-01-01", inForceTo: null });
	const { data, text } = await at.list(at.polis);
	expect(data.lines.map(({ period, dokument }) => `${period}: ${dokument}`)).toEqual([
		"Tertial 3 2018: Det nya",
		"Tertial 3 2018: Medborgarlöfte 2018",
		"Tertial 2 2018: Det nya",
		"Tertial 2 2018: Medborgarlöfte 2018",
		"Tertial 1 2018: Medborgarlöfte 2018",
	]);
	expect(text).toContain("gäller från 15 juli");
	expect(text).toContain("inget skrivet än");
	expect(data.lines[0]?.to).toMatch(/\?dokument=\d+$/);
	expect(data.lines[4]?.to).toMatch(/\/2018-T1$/);
});

test("what waits for the reader comes first", async () => {
	await at.makeInState("granskad");
	const mineOf = async (who: Parameters<typeof at.list>[0]) =>
		(await at.list(who)).data.lines.filter(({ isMine }) => isMine).map(({ period }) => period);
	expect(await mineOf(await at.as("undertecknare"))).toEqual(["Tertial 2 2018"]);
	expect(await mineOf(at.samordnare)).toEqual(["Tertial 1 2018"]);
	expect(await mineOf(await at.as("ledamot"))).toEqual([]);
	expect((await at.list(at.samordnare)).text).toContain("Väntar på dig Tertial 1 2018");
});

test("is empty in words where no löfte is in force", async () => {
	const kommun = await insertTestKommun(at.db, { slug: "nykommun" });
	const { cookie } = await signedIn({ db: at.db, roles: ["ledamot"], kommun });
	const { text } = await openPage(list, { path: "/intern/nykommun/rapport", params: { kommun: "nykommun" }, cookie });
	expect(text).toContain("Inga rapporter än");
});
