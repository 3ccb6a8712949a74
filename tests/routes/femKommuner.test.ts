import { beforeEach, describe, expect, test } from "vitest";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { compareSwedish } from "#app/domain/format.ts";
import { NOTIS_SEVERITIES } from "#app/notiser/notis.ts";
import * as route from "#app/routes/intern._index/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { makeKommun, makePerson } from "#tests/factories/kommun.ts";
import { signedIn } from "./context.ts";
import { expectMendedThere } from "./mendedThere.ts";
import { openPage, type Page } from "./page.tsx";

const SLUGS = ["savsjo", "jonkoping", "sunne", "alvesta", "femte"];

let db: Db;
let cookie: string;

/** A police officer in the demo's four kommuner and a fifth; in each of the five an åtgärd of the police is late. */
beforeEach(async () => {
	db = await demoDatabase();
	const { id: kommunId } = await makeKommun(db, { slug: "femte" });
	const samordnare = await makePerson(db, { kommunId, role: "samordnare" });
	await makeDokument(db, samordnare, { title: "Det femte löftet" });
	const officer = await signedIn({ db, roles: ["kommunpolis"], kommun: await kommunOf(db, "savsjo") });
	cookie = officer.cookie;
	for (const [index, slug] of SLUGS.entries()) {
		const kommun = await kommunOf(db, slug);
		if (slug !== "savsjo")
			await db
				.insertInto("membership")
				.values({ person_id: officer.personId, kommun_id: kommun.id, role: "kommunpolis", created_at: "" })
				.execute();
		await decideAtgard(
			db,
			{ ...officer.actor, kommunId: kommun.id },
			{
				aktivitetId: await anyAktivitetIn(kommun.id),
				title: `Sen i ${slug}`,
				owner: "polis",
				decidedOn: "2016-01-01",
				// The later in the list of kommuner, the longer overdue.
				dueOn: `2016-02-0${5 - index}`,
			},
		);
	}
});

describe("a kommunpolis with five kommuner has on one page", () => {
	const linesOf = ({ data }: Page<Awaited<ReturnType<typeof route.loader>>>) => data.notiser;

	test("what needs them in all five, the worst of them all first and the longest overdue before the others", async () => {
		const lines = linesOf(await openPage(route, { path: "/intern?visa=alla", cookie }));
		expect(lines.slice(0, 5).map(({ title }) => title)).toEqual([...SLUGS].reverse().map((slug) => `Sen i ${slug}`));
		expect(new Set(lines.map(({ kommun }) => kommun.slug))).toEqual(new Set(SLUGS));
		expect(new Set(lines.map(({ severity }) => severity)).size).toBeGreaterThan(2);
		const byHand = [...lines].sort(
			(a, b) =>
				NOTIS_SEVERITIES.indexOf(a.severity) - NOTIS_SEVERITIES.indexOf(b.severity) ||
				(a.day ?? "9").localeCompare(b.day ?? "9") ||
				compareSwedish(a.kommun.name, b.kommun.name),
		);
		expect(lines).toEqual(byHand);
	});

	test("the worst without asking for more, and how many there are", async () => {
		const whole = linesOf(await openPage(route, { path: "/intern?visa=alla", cookie }));
		const page = await openPage(route, { path: "/intern", cookie });
		expect(page.data.notiser).toEqual(whole.slice(0, page.data.notiser.length));
		expect(page.data.notisCount).toBe(whole.length);
		expect(page.data.kommuner.map(({ slug }) => slug).sort()).toEqual([...SLUGS].sort());
		const perKommun = page.data.kommuner.reduce((sum, { notisCount }) => sum + notisCount, 0);
		expect(perKommun).toBe(whole.length);
	});

	test("every line one click from where it is mended, also that of a kommun whose dokument has ended", async () => {
		const page = await openPage(route, { path: "/intern?visa=alla", cookie });
		for (const notis of linesOf(page)) {
			expect(page.html).toContain(`href="${notis.to.replaceAll("&", "&amp;")}"`);
			expect(notis.to).toMatch(new RegExp(`^/intern/${notis.kommun.slug}/`));
			await expectMendedThere(notis, cookie);
		}
	});
});

async function anyAktivitetIn(kommunId: number): Promise<number> {
	const { id } = await db
		.selectFrom("aktivitet")
		.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
		.select("aktivitet.id")
		.where("dokument.kommun_id", "=", kommunId)
		.executeTakeFirstOrThrow();
	return id;
}
