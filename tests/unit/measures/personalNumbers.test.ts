import { expect, test } from "vitest";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { measureModule } from "#app/measures/index.ts";

const PERSONNUMMER = "640823-3234";
const UNITS = { unit: "insatser", unitOne: "insats" };
const RECURRING = {
	cadence: { type: "every", every: "week", times: 1 },
	season: null,
	slotOne: "möte",
	slotMany: "möten",
};

/** Settings are texts that are kept and shown like any other. */
test.each<[MeasureKind, object, string]>([
	["count", { minimum: 1, per: "lofte", yearBasis: null, ...UNITS }, "unit"],
	["count", { minimum: 1, per: "lofte", yearBasis: null, ...UNITS }, "unitOne"],
	["ongoing", UNITS, "unit"],
	["recurring", RECURRING, "slotOne"],
	["recurring", RECURRING, "slotMany"],
	["outcome", { unit: "km/h", direction: "down", series: [{ platsId: 1, baseline: null, target: null }] }, "unit"],
])("the settings of %s hold no personal number: %j, %s", (kind, settings, field) => {
	const { settingsSchema } = measureModule(kind);
	expect(settingsSchema.safeParse(settings).success).toBe(true);
	const refused = settingsSchema.safeParse({ ...settings, [field]: PERSONNUMMER });
	expect(refused.error?.issues).toMatchObject([{ path: [field], message: expect.stringContaining("ta bort") }]);
	expect(refused.error?.message).not.toContain("3234");
});
