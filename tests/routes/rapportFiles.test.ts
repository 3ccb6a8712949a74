import { beforeAll, describe, expect, test } from "vitest";
import { periodsInForce } from "#app/domain/periods.ts";
import * as publicPage from "#app/routes/$kommun.rapport.$period/route.tsx";
import * as rapportPage from "#app/routes/intern.$kommun.rapport.$period._index/route.tsx";
import type { Db } from "#db/connection.server.ts";
import { findAllDokument } from "#db/dokument.server.ts";
import { demoDatabase } from "#tests/factories/demo.ts";
import { signedIn } from "./context.ts";
import { openPage } from "./page.tsx";
import { type Delivered, disagreements } from "./rapportCells.ts";
import { type Format, fetchFile } from "./rapportFiles.ts";

/** The demo stands at this day. */
const TODAY = "2018-10-15";

const db = await demoDatabase();
const rapporter = await allBegun(db);
const cookies = new Map<string, string>();

beforeAll(async () => {
	for (const { kommun, kommunId } of rapporter)
		if (!cookies.has(kommun)) {
			const { cookie } = await signedIn({ db, roles: ["ledamot"], kommun: { id: kommunId } });
			cookies.set(kommun, cookie);
		}
});

test("the demo's five dokument are all followed up, in every state", async () => {
	expect(new Set(rapporter.map(({ dokumentId }) => dokumentId)).size).toBe(5);
	expect(rapporter.length).toBeGreaterThan(20);
	const states = await db.selectFrom("rapport").select("state").distinct().execute();
	expect(states.map(({ state }) => state).sort()).toEqual(["granskad", "inlamnad", "publicerad", "signerad", "utkast"]);
});

describe("page, PDF, XLSX, CSV and JSON say the same figures, cell by cell", () => {
	test.each(rapporter)("$title, $period", async (rapport) => {
		const delivered = await deliver(rapport);
		expect(await disagreements(delivered)).toEqual([]);
	});
});

describe("so do the public page and the public files", () => {
	const published = rapporter.filter(
		({ isPublished, kommunId }, index) =>
			isPublished && index === rapporter.findLastIndex((other) => other.isPublished && other.kommunId === kommunId),
	);

	test("of every kommun of the demo", () => {
		expect(published.map(({ kommun }) => kommun)).toEqual(["savsjo", "jonkoping", "sunne", "alvesta"]);
	});

	test.each(published)("$title, $period", async (rapport) => {
		expect(await disagreements(await deliver(rapport, "public"))).toEqual([]);
	});
});

describe("the comparison above", () => {
	test.each([
		["xlsx", /^xlsx/],
		["csv", /^csv/],
		["json", /^json/],
		["pdf", /^pdf/],
	] as const)("sees when the %s is of another period", async (form, said) => {
		const [one, other] = await Promise.all(
			["2018-T1", "2018-T2"].map((period) => deliver({ kommun: "savsjo", dokumentId: savsjo2018(), period })),
		);
		if (!one || !other) throw new Error("not delivered");
		const found = await disagreements({ ...one, [form]: other[form] });
		expect(found.filter((line) => said.test(line)).length).toBeGreaterThan(0);
		// A JSON of another period also names other tables.
		if (form !== "json") expect(found.filter((line) => !said.test(line))).toEqual([]);
	});

	test("sees a single figure that differs on the page", async () => {
		const delivered = await deliver({ kommun: "savsjo", dokumentId: savsjo2018(), period: "2018-T1" });
		const changed = delivered.page.replace(
			/(<td[^>]*>)(\d+)(<\/td>)/,
			(_, open, figure, close) => `${open}${Number(figure) + 1}${close}`,
		);
		expect(changed).not.toBe(delivered.page);
		const found = await disagreements({ ...delivered, page: changed });
		expect(found.map((line) => line.split(/[ ,]/)[0]).sort()).toEqual(["csv", "json", "pdf", "xlsx"]);
	});
});

interface Rapport {
	kommun: string;
	dokumentId: number;
	period: string;
}

const delivered = new Map<string, Promise<Delivered>>();

/** The page and its files, fetched once. */
function deliver(rapport: Rapport, audience: "intern" | "public" = "intern"): Promise<Delivered> {
	const key = `${audience} ${rapport.dokumentId} ${rapport.period}`;
	const known = delivered.get(key) ?? fetchAll(rapport, audience);
	delivered.set(key, known);
	return known;
}

async function fetchAll({ kommun, dokumentId, period }: Rapport, audience: "intern" | "public"): Promise<Delivered> {
	const cookie = audience === "intern" ? cookies.get(kommun) : undefined;
	const query = `?dokument=${dokumentId}`;
	const call = { params: { kommun, period }, ...(cookie && { cookie }) };
	const path = `/${kommun}/rapport/${period}${query}`;
	const { html } =
		audience === "intern"
			? await openPage(rapportPage, { path: `/intern${path}`, ...call })
			: await openPage(publicPage, { path, ...call });
	const file = async (format: Format) => {
		const { status, bytes } = await fetchFile(format, { kommun, period, query, ...(cookie && { cookie }) });
		expect(status).toBe(200);
		return bytes;
	};
	return {
		page: html,
		pdf: await file("pdf"),
		xlsx: await file("xlsx"),
		csv: await file("csv"),
		json: await file("json"),
	};
}

function savsjo2018(): number {
	return rapporter.find(({ kommun, period }) => kommun === "savsjo" && period === "2018-T1")?.dokumentId ?? 0;
}

async function allBegun(db: Db): Promise<(Rapport & { kommunId: number; title: string; isPublished: boolean })[]> {
	const published = await db
		.selectFrom("rapport")
		.select(["dokument_id as dokumentId", "period_code as period"])
		.where("state", "=", "publicerad")
		.execute();
	const kommuner = await db.selectFrom("kommun").select(["id", "slug"]).orderBy("id").execute();
	const all = await Promise.all(
		kommuner.map(async ({ id: kommunId, slug: kommun }) =>
			(await findAllDokument(db, { kommunId })).flatMap(
				({ id: dokumentId, title, inForceFrom, inForceTo, periodKind }) =>
					periodsInForce({ from: inForceFrom, to: inForceTo }, periodKind, TODAY).map(({ code: period }) => ({
						kommun,
						kommunId,
						dokumentId,
						title,
						period,
						isPublished: published.some((one) => one.dokumentId === dokumentId && one.period === period),
					})),
			),
		),
	);
	return all.flat();
}
