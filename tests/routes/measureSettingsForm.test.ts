import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MEASURE_KINDS, type MeasureKind } from "#app/domain/measureKind.ts";
import { measureModule } from "#app/measures/index.ts";
import * as route from "#app/routes/intern.$kommun.aktivitet.$id_.matt.$measureId/route.tsx";
import { findMeasure } from "#db/measure.server.ts";
import { demoDatabase } from "#tests/factories/demo.ts";
import { signedIn } from "./context.ts";
import { fieldsIn, formWith, type PageForm } from "./html.ts";
import { openPage } from "./page.tsx";

test("the form gives back what is set for every measure of the demo, of every kind", async () => {
	const db = await demoDatabase();
	const measures = await db
		.selectFrom("measure")
		.innerJoin("aktivitet", "aktivitet.id", "measure.aktivitet_id")
		.innerJoin("dokument", "dokument.id", "aktivitet.dokument_id")
		.innerJoin("kommun", "kommun.id", "dokument.kommun_id")
		.select(["measure.id", "measure.kind", "measure.version", "aktivitet.id as aktivitetId"])
		.select(["kommun.id as kommunId", "kommun.slug"])
		.execute();
	expect(new Set(measures.map(({ kind }) => kind))).toEqual(new Set(MEASURE_KINDS));
	for (const { id, kind, version, aktivitetId, kommunId, slug } of measures) {
		const { cookie } = await signedIn({ db, roles: ["samordnare"], kommun: { id: kommunId } });
		const { forms } = await openPage(route, {
			path: `/intern/${slug}/aktivitet/${aktivitetId}/matt/${id}`,
			params: { kommun: slug, id: String(aktivitetId), measureId: String(id) },
			cookie,
		});
		const stored = await findMeasure(db, { kommunId, measureId: id });
		const form = formWith(forms, { intent: "changeMeasure", version });
		expect(inAnyOrder(settingsIn(kind, form)), `${slug} ${id}`).toEqual(
			inAnyOrder(stored?.versions[stored.versions.length - 1]?.settings),
		);
	}
});

const words = { slotOne: "kväll", slotMany: "kvällar" };
const platser = [
	{ id: 3, name: "Åker" },
	{ id: 1, name: "Vrigstad" },
	{ id: 2, name: 'Rör"vik & <torget>' },
];

test.each<[MeasureKind, object]>([
	["count", { minimum: 4, per: "year", yearBasis: "agreement", unit: "timmar", unitOne: "timme" }],
	["count", { minimum: 1200, per: "period", yearBasis: null, unit: "fordon", unitOne: "fordon" }],
	["coverage", { platsIds: [1, 2, 3], times: 2, per: "year", yearBasis: "calendar" }],
	[
		"recurring",
		{
			cadence: { type: "weekdays", weekdays: [5, 6], withHelgkvallar: true, onlyHelgfria: false },
			season: { fromMonth: 10, toMonth: 3 },
			...words,
		},
	],
	[
		"recurring",
		{
			cadence: { type: "weekdays", weekdays: [], withHelgkvallar: true, onlyHelgfria: true },
			season: null,
			...words,
		},
	],
	["recurring", { cadence: { type: "every", every: "termin", times: 3 }, season: null, ...words }],
	[
		"recurring",
		{
			cadence: {
				type: "opening_hours",
				hours: [
					{ weekday: 2, from: "09:30", to: "16:00" },
					{ weekday: 7, from: "00:00", to: "23:59" },
				],
				onlyHelgfria: true,
			},
			season: { fromMonth: 6, toMonth: 8 },
			...words,
		},
	],
	["milestone", { plannedOn: "2018-12-31" }],
	["milestone", { plannedOn: null }],
	[
		"outcome",
		{
			unit: "km/h",
			direction: "up",
			series: [
				{ platsId: 1, baseline: 1234.5, target: 38.25 },
				{ platsId: 2, baseline: -3, target: null },
				{ platsId: 3, baseline: null, target: 0 },
			],
		},
	],
	["ongoing", { unit: "pass & möten", unitOne: "pass" }],
	["actions", {}],
])("the form gives back what is set: %s %j", (kind, settings) => {
	const html = renderToStaticMarkup(createElement(measureModule(kind).Fields, { settings, platser }));
	expect(inAnyOrder(settingsIn(kind, fieldsIn(html)))).toEqual(inAnyOrder(settings));
});

function formDataOf(fields: PageForm): FormData {
	const form = new FormData();
	for (const [name, values] of Object.entries(fields)) for (const value of values) form.append(name, value);
	return form;
}

/** What the untouched fields of a form mean to the kind. */
function settingsIn(kind: MeasureKind, fields: PageForm): unknown {
	const { settingsFromForm, settingsSchema } = measureModule(kind);
	return settingsSchema.parse(settingsFromForm(formDataOf(fields)));
}

/** The order of places says nothing: the form lists them by name. */
function inAnyOrder(settings: unknown): unknown {
	return JSON.parse(JSON.stringify(settings), (key, value) =>
		key === "platsIds" || key === "series"
			? [...value].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
			: value,
	);
}
