import { describe, expect, test } from "vitest";
import type { FollowUpDokument, FollowUpMeasure } from "#app/domain/followUp.ts";
import { kommandeFrom } from "#app/mote/kommande.ts";

function measure(overrides: Pick<FollowUpMeasure, "kind" | "name"> & { settings: unknown; dates?: string[] }) {
	const { settings, dates = [], ...rest } = overrides;
	return {
		id: 1,
		rakneregel: "",
		isSensitive: false,
		version: 1,
		versions: [{ validFrom: "2018-01-01", settings, reason: null }],
		entries: dates.map((date, index) => ({
			genomforandeId: index,
			date,
			quantity: 1,
			platsId: null,
			platsName: null,
		})),
		excusedSlots: [],
		fordelning: null,
		...rest,
	} satisfies FollowUpMeasure;
}

function dokument(overrides: Partial<FollowUpDokument> = {}, ...measures: FollowUpMeasure[]): FollowUpDokument {
	return {
		id: 1,
		title: "Löftet",
		inForceFrom: "2018-01-01",
		inForceTo: "2019-06-30",
		periodKind: "tertial",
		aktiviteter: [
			{
				id: 1,
				position: 1,
				quotation: "Vi gör något",
				aktivitetstyp: "prov",
				heading: null,
				lofte: null,
				parter: [],
				atgarder: [],
				measures,
			},
		],
		...overrides,
	};
}

const recurring = (fromMonth: number, toMonth: number) =>
	measure({
		kind: "recurring",
		name: "Fotpatrull",
		settings: {
			cadence: { type: "every", every: "week", times: 1 },
			season: { fromMonth, toMonth },
			slotOne: "kväll",
			slotMany: "kvällar",
		},
	});
const milestone = (plannedOn: string | null, dates: string[] = []) =>
	measure({ kind: "milestone", name: "Öppna poliskontor", settings: { plannedOn }, dates });

const PERIOD_END = "2018-12-31 Tertial 3 2018 slutar, och dess rapport kan klarmarkeras från och med 1 januari 2019";

describe("what begins or ends within four months of 15 October 2018", () => {
	test.each<[string, FollowUpDokument, string[]]>([
		["the end of the period that runs", dokument(), [PERIOD_END]],
		[
			"a dokument's end, which ends its last period",
			dokument({ inForceTo: "2018-11-30" }),
			[
				"2018-11-30 Löftet slutar gälla",
				"2018-11-30 Tertial 3 2018 slutar, och dess rapport kan klarmarkeras från och med 1 december 2018",
			],
		],
		[
			"a dokument's beginning, and nothing of a period that does not run yet",
			dokument({ inForceFrom: "2019-01-01" }),
			["2019-01-01 Löftet börjar gälla"],
		],
		["nothing of a dokument that has ended", dokument({ inForceTo: "2018-10-14" }), []],
		["no end where none is agreed", dokument({ inForceTo: null }), [PERIOD_END]],
		[
			"no period that ends later",
			dokument({ periodKind: "half_year", inForceTo: null, inForceFrom: "2019-03-01" }),
			[],
		],
		[
			"a planned day",
			dokument({}, milestone("2018-12-01")),
			["2018-12-01 Öppna poliskontor, planerat klart", PERIOD_END],
		],
		["no planned day of what is done", dokument({}, milestone("2018-12-01", ["2018-09-01"])), [PERIOD_END]],
		[
			"no planned day that has passed or lies far ahead",
			dokument({}, milestone("2018-10-14"), milestone("2019-02-16")),
			[PERIOD_END],
		],
		["no day where none is planned", dokument({}, milestone(null)), [PERIOD_END]],
		[
			"a season over the new year",
			dokument({}, recurring(11, 1)),
			["2018-11-01 Fotpatrull, säsongen börjar", PERIOD_END, "2019-01-31 Fotpatrull, säsongen slutar"],
		],
		[
			"no season beyond the dokument",
			dokument({ inForceTo: "2018-12-31" }, recurring(11, 1)),
			["2018-11-01 Fotpatrull, säsongen börjar", "2018-12-31 Löftet slutar gälla", PERIOD_END],
		],
	])("is %s", (_, one, expected) => {
		expect(kommandeFrom([one], "2018-10-15").map(({ day, text }) => `${day} ${text}`)).toEqual(expected);
	});

	test("is said once where several dokument share it", () => {
		const all = kommandeFrom([dokument(), dokument({ id: 2, title: "Ett annat" })], "2018-10-15");
		expect(all.map(({ day, text }) => `${day} ${text}`)).toEqual([PERIOD_END]);
	});
});
