import { beforeAll, describe, expect, test } from "vitest";
import type { FollowUp, FollowUpDokument } from "#app/domain/followUp.ts";
import { periodsInForce } from "#app/domain/periods.ts";
import { type EvaluatedMeasure, evaluateDokument } from "#app/measures/evaluate.ts";
import { measureModule } from "#app/measures/index.ts";
import { FEWER_THAN_FIVE, type PublicFinding } from "#app/measures/types.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { DAY_OR_WEEK } from "./leaks.ts";

/** What anybody may read of the demo's five dokument, in every period that had begun on its day. */
const TODAY = "2018-10-15";
const SLUGS = ["savsjo", "jonkoping", "sunne", "alvesta"];

interface Said {
	where: string;
	measure: EvaluatedMeasure;
	settings: unknown;
	open: PublicFinding;
	sensitive: PublicFinding;
}

const kommuner = new Map<string, FollowUp>();
let all: Said[] = [];

beforeAll(async () => {
	const db = await demoDatabase();
	for (const slug of SLUGS) kommuner.set(slug, await findFollowUp(db, { kommunId: (await kommunOf(db, slug)).id }));
	all = [...kommuner.values()].flatMap((followUp) =>
		followUp.dokument.flatMap((dokument) => saidOf(followUp, dokument)),
	);
});

/** Every measure of a dokument in every period of its own that had begun. */
function saidOf(followUp: FollowUp, dokument: FollowUpDokument): Said[] {
	const { title, inForceFrom: from, inForceTo: to, periodKind } = dokument;
	const periods = periodsInForce({ from, to }, periodKind, to === null || to > TODAY ? TODAY : to);
	return periods.flatMap((period) =>
		(evaluateDokument(followUp, dokument, { period, today: TODAY })?.aktiviteter ?? [])
			.flatMap((aktivitet) => aktivitet.measures)
			.map((measure) => {
				const { publish } = measureModule(measure.kind);
				return {
					where: `${title}, ${period.code}, ${measure.name}`,
					measure,
					settings: dokument.aktiviteter
						.flatMap(({ measures }) => measures)
						.find(({ id }) => id === measure.id)
						?.versions.map((version) => version.settings),
					open: publish(measure.calculation, { isSensitive: false }),
					sensitive: publish(measure.calculation, { isSensitive: true }),
				};
			}),
	);
}

test("all five dokument and every kind are among them", () => {
	expect([...kommuner.values()].flatMap(({ dokument }) => dokument)).toHaveLength(5);
	expect(new Set(all.map(({ measure }) => measure.kind)).size).toBe(7);
	expect(all.length).toBeGreaterThan(100);
});

describe("what anybody may read of the demo", () => {
	test("holds no day, week, weekday or month", () => {
		for (const { where, settings, open, sensitive } of all) {
			// The parties' own words for what they count may name a weekday, as the signed text does.
			const said = JSON.stringify([open, sensitive]).replaceAll(wordsOf(settings), "");
			expect(said, where).not.toMatch(DAY_OR_WEEK);
		}
	});

	test("names no place but those of the agreement's own set", () => {
		for (const { where, measure, settings, open, sensitive } of all) {
			const own = new Set(measureModule(measure.kind).platsIds((settings as unknown[]).at(-1)));
			const said = JSON.stringify([open, sensitive]);
			for (const { platser } of kommuner.values())
				for (const { id, name } of platser) if (!own.has(id)) expect(said, where).not.toContain(`"${name}`);
		}
	});

	test("says none of the titles of åtgärder and none of the reasons for what was inställt", () => {
		const secrets = [...kommuner.values()]
			.flatMap(({ dokument }) => dokument.flatMap(({ aktiviteter }) => aktiviteter))
			.flatMap(({ atgarder, measures }) => [
				...atgarder.map(({ title }) => title),
				...measures.flatMap(({ excusedSlots }) => excusedSlots.map(({ reason }) => reason)),
			]);
		expect(secrets.length).toBeGreaterThan(5);
		for (const { where, open, sensitive } of all)
			for (const secret of secrets) expect(JSON.stringify([open, sensitive]), where).not.toContain(secret);
	});

	test("keeps the report's own figures", () => {
		for (const { where, measure, open } of all) expect(open.figures, where).toEqual(measure.calculation.figures);
	});
});

describe("what anybody may read when every measure is sensitive", () => {
	test("holds no sum, no chart, no table and no number below five of what was done", () => {
		for (const { where, sensitive } of all) {
			const { figures, chart, table } = sensitive;
			expect([chart, table, figures.cumulative], where).toEqual([null, null, null]);
			if (typeof figures.thisPeriod === "number") expect(figures.thisPeriod, where).toBeGreaterThanOrEqual(5);
		}
	});

	test("says so in words wherever a number was hidden", () => {
		const hidden = all.filter(({ sensitive }) => sensitive.figures.thisPeriod === FEWER_THAN_FIVE);
		expect(hidden.length).toBeGreaterThan(20);
		for (const { where, measure, sensitive } of hidden) {
			if (measure.kind === "milestone") continue;
			expect(sensitive.headline, where).toMatch(/^Färre än 5 /);
			expect(sensitive.figure, where).toMatch(/^färre än 5 /);
		}
	});
});

function wordsOf(settings: unknown): RegExp {
	const words = JSON.stringify(settings).matchAll(/"(?:unit|unitOne|slotOne|slotMany)":"([^"]*)"/g);
	return new RegExp([...words].map(([, word]) => word).join("|") || "(?!)", "gi");
}
