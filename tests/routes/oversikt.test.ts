import { beforeEach, describe, expect, test } from "vitest";
import { ROLES, type Role } from "#app/domain/permissions.ts";
import type { Status } from "#app/domain/status.ts";
import * as route from "#app/routes/intern.$kommun._index/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { makeDokument } from "#tests/factories/dokument.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { makeKommun } from "#tests/factories/kommun.ts";
import { makeScene } from "#tests/factories/scene.ts";
import { signedIn } from "./context.ts";
import { openPage } from "./page.tsx";

const MOST_URGENT_FIRST: Status[] = ["ej_natt", "efter", "inte_igang", "pa_vag", "natt", "inget_minimum"];

let db: Db;

beforeEach(async () => {
	db = await demoDatabase();
});

/** Opens the översikt as somebody new in the kommun. */
async function open(
	slug: string,
	{ period, role = "ledamot", now }: { period?: string; role?: Role; now?: string } = {},
) {
	const kommun = await kommunOf(db, slug);
	const { cookie } = await signedIn({ db, roles: [role], kommun, ...(now && { now }) });
	const query = period === undefined ? "" : `?period=${period}`;
	return openPage(route, { path: `/intern/${slug}${query}`, params: { kommun: slug }, cookie });
}

describe.each(["savsjo", "jonkoping", "sunne", "alvesta"])("every period of %s", (slug) => {
	test("has what is behind first, and counts what is reached among the aktiviteter with a minimum", async () => {
		const { data: first } = await open(slug);
		const periods = new Set(first.links.map(periodOf));
		for (const period of periods) {
			const { data, text } = await open(slug, { period });
			for (const link of data.links) periods.add(periodOf(link));
			expect(data.dokument, period).not.toEqual([]);
			for (const { aktiviteter, summary } of data.dokument) {
				const statuses = aktiviteter.map(({ status }) => status);
				const ranks = statuses.map((status) => MOST_URGENT_FIRST.indexOf(status));
				expect(ranks, period).toEqual([...ranks].sort((a, b) => a - b));
				const withMinimum = statuses.filter((status) => status !== "inget_minimum");
				const natt = withMinimum.filter((status) => status === "natt").length;
				expect(summary).toEqual({
					natt,
					withMinimum: withMinimum.length,
					withoutMinimum: statuses.length - withMinimum.length,
				});
				expect(text).toContain(
					withMinimum.length > 0 ? `${natt} av ${withMinimum.length} nådda` : "Inget minimum under perioden",
				);
			}
		}
		expect(periods.size).toBeGreaterThan(2);
	});
});

describe("Sävsjö on 15 October 2018", () => {
	test("opens on the tertial that runs, with the riktade insatserna first, since they are behind", async () => {
		const { data, text } = await open("savsjo");
		expect(data.period).toBe("Tertial 3 2018");
		expect(data.dokument.map(({ title }) => title)).toEqual(["Medborgarlöfte i Sävsjö kommun 2018–2019"]);
		const [first] = data.dokument[0]?.aktiviteter ?? [];
		expect(first).toMatchObject({ status: "efter", parter: ["Polisen"] });
		expect(first?.quotation).toMatch(/minst femton riktade insatser/);
		expect(first?.measures.map(({ headline }) => headline)).toEqual([expect.stringContaining("2 av minst 15")]);
		expect(text).toContain("1 utan minimum");
	});

	test("says that the first tertial is cut, and leaves out the dokument that was no longer in force", async () => {
		const { data, text } = await open("savsjo", { period: "2018-T1" });
		expect(data.dokument.map(({ title, clip }) => [title, clip])).toEqual([
			["Medborgarlöfte i Sävsjö kommun 2018–2019", "gäller från 10 april"],
		]);
		expect(text).toContain("Gäller 10 april 2018–9 april 2020. Tertial 1 2018 gäller från 10 april.");
	});

	test("shows the earlier dokument in its own year, and its whole periods are not said to be cut", async () => {
		const { data } = await open("savsjo", { period: "2017-T2" });
		expect(data.dokument.map(({ title, clip }) => [title, clip])).toEqual([
			["Medborgarlöften i Sävsjö kommun 2017", null],
		]);
	});

	test("offers the periods of the year that have begun, and the year before", async () => {
		const { data } = await open("savsjo");
		expect(data.links).toEqual([
			{ label: "‹ 2017", to: "/intern/savsjo?period=2017-T3", isCurrent: false },
			{ label: "T1 2018", to: "/intern/savsjo?period=2018-T1", isCurrent: false },
			{ label: "T2 2018", to: "/intern/savsjo?period=2018-T2", isCurrent: false },
			{ label: "T3 2018", to: "/intern/savsjo?period=2018-T3", isCurrent: true },
		]);
	});

	test.each([
		["2018-Q4", "Kvartal 4 2018"],
		["2018-H1", "Halvår 1 2018"],
		["2018", "År 2018"],
	])("can be asked for %s too", async (period, name) => {
		const { data } = await open("savsjo", { period });
		expect(data.period).toBe(name);
		expect(data.dokument).toHaveLength(1);
	});
});

describe("a period that cannot be shown", () => {
	test.each(["2016-T3", "2019-T1", "2018-T4", "2018-Q5", "9999", "0000-T1", "skräp", ""])(
		"%j says so in words, and offers the others",
		async (period) => {
			const { data, text } = await open("savsjo", { period });
			expect(data).toMatchObject({ period: null, dokument: [] });
			expect(text).toContain("Inget dokument gäller i den här perioden");
			expect(text).toContain("Välj en annan period");
			expect(data.links.map(({ label }) => label)).toEqual(["‹ 2017", "T1 2018", "T2 2018", "T3 2018"]);
			expect(data.links.filter(({ isCurrent }) => isCurrent)).toEqual([]);
		},
	);

	test("before the first dokument begins it is said when it does", async () => {
		const { data, text } = await open("savsjo", { now: "2016-12-21T12:00:00.000Z" });
		expect(data.links).toEqual([]);
		expect(text).toContain("Löftena börjar gälla 1 januari 2017.");
	});

	test("a kommun without dokument is told what is left to do, and by whom", async () => {
		const kommun = await makeKommun(db);
		const { cookie } = await signedIn({ db, roles: ["ledamot"], kommun });
		const call = { path: `/intern/${kommun.slug}`, params: { kommun: kommun.slug }, cookie };
		const { text } = await openPage(route, call);
		expect(text).toContain("Uppföljningen är inte igång än");
		expect(text).toContain("Väntar på att en samordnare lägger in dokumentet.");
	});
});

test("what is registered moves the figure, the status, the order and the summary", async () => {
	const scene = await makeScene(freshDatabase());
	const { slug } = scene.kommun;
	const { cookie } = await signedIn({ db: scene.db, roles: ["kommunpolis"], kommun: scene.kommun });
	const call = { path: `/intern/${slug}`, params: { kommun: slug }, cookie };
	const insatser = async () => {
		const { data } = await openPage(route, call);
		const [dokument] = data.dokument;
		const at = dokument?.aktiviteter.findIndex(({ id }) => id === scene.dokument.aktivitetIds.count) ?? -1;
		return { at, ...dokument?.aktiviteter[at], summary: dokument?.summary };
	};
	const before = await insatser();
	expect(before).toMatchObject({ status: "efter", summary: { natt: 0 } });
	for (let count = 0; count < 11; count++)
		await makeGenomforande(scene.db, scene.polis, { measureId: scene.dokument.measureIds.count });
	const after = await insatser();
	expect(after).toMatchObject({ status: "natt", summary: { natt: 1, withMinimum: before.summary?.withMinimum } });
	expect(after.measures?.[0]?.headline).toContain("11 av minst 10");
	expect(after.at).toBeGreaterThan(before.at);
});

test.each(ROLES)("%s is offered to log only when that is permitted", async (role) => {
	const { data, text } = await open("savsjo", { role });
	const mayLog = role === "kommunpolis" || role === "samordnare";
	expect(data.canLog).toBe(mayLog);
	expect(text.includes("Logga aktivitet")).toBe(mayLog);
});

function periodOf({ to }: { to: string }): string {
	return new URL(to, "http://localhost").searchParams.get("period") ?? "";
}

describe("what waits for the reader", () => {
	test("is told with what there is to do, and leads to it", async () => {
		const samordnare = await open("savsjo", { role: "samordnare" });
		expect(samordnare.text).toContain("Väntar på dig ");
		for (const line of [
			"Väntar Rapport tertial 2 2018 Exempeldata Granska rapporten med rådet. Har väntat sedan 25 september, 20 dagar",
			"Väntar Rapport tertial 1 2018 Exempeldata Publicera rapporten. Har väntat sedan 12 oktober, 3 dagar",
		])
			expect(samordnare.text).toContain(line);
		const undertecknare = await open("alvesta", { role: "undertecknare" });
		expect(undertecknare.html).toContain('href="/intern/alvesta/rapport/2018-T2/signera"');
		expect((await open("savsjo", { role: "admin" })).text).not.toContain("Väntar på dig");
	});

	test("leaves out what is behind, which stands below", async () => {
		const { data } = await open("savsjo", { role: "kommunpolis" });
		expect(data.dokument[0]?.aktiviteter[0]?.status).toBe("efter");
		const kinds = data.waiting.map(({ kind }) => kind);
		expect(kinds).toContain("rapport");
		expect(kinds).not.toContain("efter");
	});

	test("is three things at the most, the rest behind a link", async () => {
		db = freshDatabase();
		const { kommun, samordnare } = await makeScene(db);
		await makeDokument(db, samordnare, { title: "Det andra" });
		const { text, html, data } = await open(kommun.slug, { role: "kommunpolis", now: "2019-03-15T12:00:00.000Z" });
		expect(text).toMatch(
			/Väntar på dig( Försenat Rapport tertial \d \d{4}, [^.]+? Klarmarkera polisens del\. Har väntat sedan [^.]+ dagar){3} 3 till bland dina notiser/,
		);
		expect(data.waiting).toHaveLength(6);
		expect(html).toContain('href="/intern?visa=alla#notiser"');
	});
});
