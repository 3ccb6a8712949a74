import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { FollowUp } from "#app/domain/followUp.ts";
import { parsePeriod, periodsInForce } from "#app/domain/periods.ts";
import { buildRapportContent } from "#app/rapport/build.ts";
import { canonicalJson } from "#app/seal/canonicalJson.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { loadDokument } from "#seeds/load.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { AT_LEAST_TEN, measure, sourceOf } from "./source.ts";

const COUNT = measure("count", AT_LEAST_TEN);

describe("the same facts", () => {
	it("give the same content, in whatever order the rows come", () => {
		const rows = [
			{ id: 1, platsName: "Torget", date: "2018-05-04" },
			{ id: 2, platsName: "Skolan", date: "2018-07-04" },
			{ id: 3, platsName: null, date: "2018-06-04" },
			{ id: 4, platsName: "Skolan", date: "2018-05-05" },
		];
		const atgarder = ["A", "B", "C"].map((title) => ({
			title,
			owner: "polis" as const,
			dueOn: title === "B" ? "2018-07-01" : null,
			doneOn: null,
			decidedOn: "2018-05-01",
			aktivitetId: 1,
		}));
		const build = (genomforanden: typeof rows, decided: typeof atgarder) =>
			canonicalJson(
				buildRapportContent(sourceOf({ lines: [{ measures: [COUNT] }], genomforanden }, { atgarder: decided })),
			);
		const expected = build(rows, atgarder);
		fc.assert(
			fc.property(
				fc.shuffledSubarray(rows, { minLength: rows.length }),
				fc.shuffledSubarray(atgarder, { minLength: atgarder.length }),
				(shuffled, decided) => {
					expect(build(shuffled, decided)).toBe(expected);
				},
			),
		);
	});
});

describe("the five signed dokument", () => {
	let followUps: FollowUp[];

	beforeAll(async () => {
		const db = freshDatabase();
		await loadDokument(db, "2016-01-04T08:00:00.000Z");
		const kommuner = await db.selectFrom("kommun").select("id").execute();
		followUps = await Promise.all(kommuner.map(({ id }) => findFollowUp(db, { kommunId: id })));
	});

	it("give plain JSON in every period of theirs, while it runs and when it is over", () => {
		let count = 0;
		for (const followUp of followUps)
			for (const dokument of followUp.dokument)
				for (const period of periodsInForce(
					{ from: dokument.inForceFrom, to: dokument.inForceTo },
					dokument.periodKind,
					"2020-12-31",
				))
					for (const today of [period.clippedFrom, period.clippedTo, "2021-01-01"]) {
						const source = sourceOf({ lines: [] });
						const content = buildRapportContent({
							...source,
							dokument: { ...source.dokument, ...inForceOf(dokument) },
							followUp,
							period,
							today,
						});
						expect(JSON.parse(JSON.stringify(content))).toStrictEqual(content);
						expect(parsePeriod(content.period.code)?.kind).toBe(dokument.periodKind);
						count += 1;
					}
		expect(count).toBeGreaterThan(5 * 3 * 3);
	});
});

function inForceOf({ id, title, inForceFrom, inForceTo }: FollowUp["dokument"][number]) {
	return { id, title, inForceFrom, inForceTo };
}
