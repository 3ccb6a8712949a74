import { beforeAll, describe, expect, test } from "vitest";
import { ROLES, type Role } from "#app/domain/permissions.ts";
import * as oversikt from "#app/routes/intern.$kommun._index/route.tsx";
import * as route from "#app/routes/intern.$kommun.aktivitet.$id/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { ALL_DOKUMENT } from "#seeds/dokument/alla.ts";
import { aktivitetOf, demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { callLoader, signedIn } from "./context.ts";
import { openPage } from "./page.tsx";

let db: Db;

/** Nothing here writes, so that one database will do. */
beforeAll(async () => {
	db = await demoDatabase();
});

async function cookieIn(slug: string, roles: readonly Role[] = ["ledamot"]): Promise<string> {
	const { cookie } = await signedIn({ db, roles, kommun: await kommunOf(db, slug) });
	return cookie;
}

function callFor(slug: string, id: number | string, { cookie, query = "" }: { cookie: string; query?: string }) {
	return { path: `/intern/${slug}/aktivitet/${id}${query}`, params: { kommun: slug, id: String(id) }, cookie };
}

/** Opens an aktivitet of Sävsjö's dokument of 2018. */
async function openSavsjo(words: string, { roles, query }: { roles?: readonly Role[]; query?: string } = {}) {
	const { id } = await aktivitetOf(db, { dokument: "2018–2019", words });
	const cookie = await cookieIn("savsjo", roles);
	return openPage(route, callFor("savsjo", id, { cookie, ...(query && { query }) }));
}

test("the demo has twenty-nine aktiviteter", () => {
	expect(ALL_DOKUMENT.flatMap(({ dokument }) => dokument.aktiviteter)).toHaveLength(29);
});

describe.each(
	ALL_DOKUMENT.map(({ kommun, dokument }) => [dokument.title, kommun, dokument.aktiviteter.length] as const),
)("every aktivitet of %s", (title, slug, count) => {
	test("is drawn in each of its periods, with the same figures as the översikt", async () => {
		const cookie = await cookieIn(slug, ROLES);
		const periods = new Set([await latestPeriodOf(title)]);
		let drawn = 0;
		for (const period of periods) {
			const listed = await openPage(oversikt, {
				path: `/intern/${slug}?period=${period}`,
				params: { kommun: slug },
				cookie,
			});
			const aktiviteter = listed.data.dokument.find((dokument) => dokument.title === title)?.aktiviteter ?? [];
			expect(aktiviteter, period).toHaveLength(count);
			for (const aktivitet of aktiviteter) {
				const call = callFor(slug, aktivitet.id, { cookie, query: `?period=${period}` });
				const { data, html, text } = await openPage(route, call);
				const measures = data.measures.map(({ id, kind, name, status, headline, remarks, chart }) => {
					const why = status === "inget_minimum" ? null : (remarks[0] ?? null);
					return { id, kind, name, status, headline, why, chart };
				});
				expect({ status: data.status, measures }).toEqual({ status: aktivitet.status, measures: aktivitet.measures });
				expect(data.links.filter(({ isCurrent }) => isCurrent).map(({ to }) => to)).toEqual([call.path]);
				for (const { headline } of data.measures) expect(html).toContain(headline);
				expect(text).toContain(aktivitet.quotation);
				expect(text).not.toMatch(/NaN|Infinity|undefined|\[object|\bnull\b/);
				for (const { to } of data.links) periods.add(periodOf(to));
				drawn += 1;
			}
		}
		expect(drawn).toBe(count * periods.size);
		expect(periods.size).toBeGreaterThan(2);
	});
});

describe("the page", () => {
	test("quotes the text, names who is responsible and what counts", async () => {
		const { data, text } = await openSavsjo("riktade insatser");
		expect(data).toMatchObject({
			quotation:
				"Polisen ska genomföra minst femton riktade insatser för att upptäcka fler narkotikabrott främst bland unga.",
			parter: "Polisen",
			status: "efter",
			oversiktTo: "/intern/savsjo?period=2018-T3",
			clip: null,
		});
		expect(text).toContain("Räkna en insats när den är planerad i förväg");
		expect(text).toContain("Minst 15 riktade insatser under hela löftet.");
	});

	test("says that a period is cut", async () => {
		const { data, text } = await openSavsjo("riktade insatser", { query: "?period=2018-T1" });
		expect(data.clip).toBe("gäller från 10 april");
		expect(text).toContain("Tertial 1 2018 gäller från 10 april.");
	});

	test("says what was changed, from when and why", async () => {
		const { text } = await openSavsjo("fasta tidpunkter");
		expect(text).toContain(
			"Ändrat från 1 maj 2018: Öppet tisdag 13:00–16:00 och torsdag 13:00–16:00, utom helgdagar. (Exempeldata: tiderna stod på kommunens hemsida.)",
		);
	});

	test("shows the five latest registreringar, each marked as an example, and the way to all of them", async () => {
		const { data, text } = await openSavsjo("fasta tidpunkter");
		const { rows, total, allTo } = data.latest;
		expect(rows).toHaveLength(5);
		expect(rows.every(({ isExample }) => isExample)).toBe(true);
		expect(rows.map(({ date }) => date)).toEqual([...rows.map(({ date }) => date)].sort().reverse());
		expect(text).toContain(`Visa alla ${total} registreringar`);
		expect(allTo).toMatch(/registreringar\?aktivitet=\d+$/);
	});

	test.each(["2018-T4", "2016-T1", "2019-T1", "2018-Q3", "2018", "skräp", ""])(
		"asked for %j it shows the period that runs",
		async (code) => {
			const { data } = await openSavsjo("riktade insatser", { query: `?period=${code}` });
			expect(data.period).toBe("Tertial 3 2018");
		},
	);

	test("of a dokument that has not begun is its first, where the parties confirm and nobody logs", async () => {
		const early = await demoDatabase();
		const { id } = await aktivitetOf(early, { dokument: "2018–2019", words: "riktade insatser" });
		const kommun = await kommunOf(early, "savsjo");
		const { cookie } = await signedIn({ db: early, roles: ["samordnare"], kommun, now: "2018-04-09T12:00:00.000Z" });
		for (const query of ["", "?period=2018-T2"]) {
			const { data, text } = await openPage(route, callFor("savsjo", id, { cookie, query }));
			expect(data).toMatchObject({ period: "Tertial 1 2018", clip: "gäller från 10 april", status: "inte_igang" });
			expect(data.measures[0]).toMatchObject({ logTo: null });
			expect(text).toContain("Bekräfta för kommunen");
		}
	});
});

describe("what can be done", () => {
	test.each(ROLES)("by %s is offered only when permitted", async (role) => {
		const mayWrite = role === "kommunpolis" || role === "samordnare";
		for (const words of ["riktade insatser", "fasta tidpunkter", "samverkansmöten"]) {
			const { data, forms } = await openSavsjo(words, { roles: [role] });
			expect(forms.length > 0, words).toBe(mayWrite);
			expect(
				data.measures.every(({ logTo, editTo }) => (logTo !== null) === mayWrite && (editTo !== null) === mayWrite),
			);
		}
	});

	test("each party confirms for itself alone", async () => {
		const partsFor = async (role: Role) => {
			const { forms } = await openSavsjo("riktade insatser", { roles: [role] });
			return new Set(forms.flatMap(({ forPart }) => forPart ?? []));
		};
		expect(await partsFor("kommunpolis")).toEqual(new Set(["polis"]));
		expect(await partsFor("samordnare")).toEqual(new Set(["kommun"]));
	});
});

describe("an aktivitet that is not there", () => {
	test.each(["0", "99999", "abc", "-1", "1e1", " ", "1e999"])("answers 404: %j", async (id) => {
		const cookie = await cookieIn("savsjo", ROLES);
		expect((await callLoader(route.loader, callFor("savsjo", id, { cookie }))).status).toBe(404);
	});

	test("answers 404 when it is another kommun's, also to its own member", async () => {
		const { id } = await aktivitetOf(db, { dokument: "Sunne", words: "Fotpatrullering" });
		const cookie = await cookieIn("savsjo", ROLES);
		expect((await callLoader(route.loader, callFor("savsjo", id, { cookie }))).status).toBe(404);
	});
});

function periodOf(to: string): string {
	return new URL(to, "http://localhost").searchParams.get("period") ?? "";
}

/** The last period of the dokument that has begun. */
async function latestPeriodOf(title: string): Promise<string> {
	const { in_force_to: to } = await db
		.selectFrom("dokument")
		.select("in_force_to")
		.where("title", "=", title)
		.executeTakeFirstOrThrow();
	return to !== null && to < "2018-10-15" ? `${to.slice(0, 4)}-T3` : "2018-T3";
}
