import type { IsoDate } from "#app/domain/dates.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import { type ClippedPeriod, clipPeriod, parsePeriod } from "#app/domain/periods.ts";
import { combineStatuses, countNadda, type Status } from "#app/domain/status.ts";
import { measureModule } from "#app/measures/index.ts";
import type { AtgardFact, Entry, ExcusedSlot } from "#app/measures/types.ts";
import {
	RAPPORT_FORMAT,
	type RapportAktivitet,
	type RapportContent,
	type RapportMeasure,
	RULE_VERSION,
} from "#app/rapport/content.ts";

const IN_FORCE = { from: "2018-01-01", to: "2018-12-31" };
const TODAY: IsoDate = "2018-09-03";
const PERIOD = periodOfTest("2018-T2");
const PLATSER = [
	{ id: 1, name: "Hjälmseryd" },
	{ id: 2, name: "Vrigstad" },
	{ id: 3, name: "Ljungavägen" },
];

interface Line {
	kind: MeasureKind;
	quotation: string;
	settings: unknown;
	entries?: Entry[];
	excusedSlots?: ExcusedSlot[];
	atgarder?: AtgardFact[];
}

/** One aktivitet per measure kind; under the löfte stand the first three, the rest under a heading or none. */
const LINES: readonly Line[] = [
	{
		kind: "count",
		quotation: "Minst 10 riktade insatser mot ordningsstörningar under 2018",
		settings: { minimum: 10, per: "lofte", yearBasis: null, unit: "riktade insatser", unitOne: "riktad insats" },
		entries: onDates(["2018-02-03", "2018-05-04", "2018-06-02", "2018-08-25"]),
	},
	{
		kind: "recurring",
		quotation: "Fotpatrullering i centrum varje fredag och lördag samt andra helgkvällar",
		settings: {
			cadence: { type: "weekdays", weekdays: [5, 6], withHelgkvallar: true, onlyHelgfria: false },
			season: null,
			slotOne: "kväll",
			slotMany: "kvällar",
		},
		entries: onDates(["2018-05-04", "2018-05-05", "2018-05-11", "2018-06-01", "2018-06-22", "2018-08-31"]),
		excusedSlots: [{ slotKey: "2018-06-29", reason: "Polisen omdirigerad till Almedalsveckan" }],
	},
	{
		kind: "coverage",
		quotation: "Trygghetsvandring på varje ort, även där ”ingenting händer”",
		settings: { platsIds: [1, 2, 3], times: 1, per: "lofte", yearBasis: null },
		entries: [{ ...entry(50, "2018-05-15"), platsId: 1, platsName: "Hjälmseryd" }],
	},
	{
		kind: "milestone",
		quotation: "Kommunen inrättar en trygghetsgrupp",
		settings: { plannedOn: "2018-06-01" },
		entries: onDates(["2018-06-13"]),
	},
	{
		kind: "outcome",
		quotation: "Sänkta hastigheter på Ljungavägen och vid Vrigstad skola",
		settings: {
			unit: "km/h",
			direction: "down",
			series: [
				{ platsId: 3, baseline: 47, target: 40 },
				{ platsId: 2, baseline: null, target: null },
			],
		},
		entries: [measured(60, "2018-01-20", 46.5), measured(61, "2018-04-10", 44), measured(62, "2018-08-20", 41.5)],
	},
	{
		kind: "ongoing",
		quotation: "Polis och kommun samverkar fortlöpande om ungas miljöer",
		settings: { unit: "timmar", unitOne: "timme" },
		entries: onDates(["2018-05-02", "2018-07-11"], 2.5),
	},
	{
		kind: "actions",
		quotation: "Brister som framkommer vid trygghetsvandringar åtgärdas",
		settings: {},
		atgarder: [
			{ id: 1, title: "Belysning vid gångtunneln", decidedOn: "2018-05-16", dueOn: "2018-08-01", doneOn: null },
			{ id: 2, title: "Beskärning vid resecentrum", decidedOn: "2018-05-16", dueOn: null, doneOn: "2018-06-04" },
		],
	},
];

/**
 * A report of tertial 2 2018 that says something in every part, calculated by the real modules: one aktivitet per
 * measure kind. It is utkast: nobody has reviewed or signed it.
 */
export function rapportContent(overrides: Partial<RapportContent> = {}): RapportContent {
	const aktiviteter = LINES.map(aktivitetOf);
	return {
		...emptyRapportContent(),
		authors: [
			{ part: "polis", name: "Kommunpolis", klarAt: "2018-09-04T08:00:00.000Z" },
			{ part: "kommun", name: "Samordnare", klarAt: "2018-09-05T12:30:00.000Z" },
		],
		summary: countNadda(aktiviteter.map((aktivitet) => aktivitet.status)),
		bedomningar: [
			{
				part: "polis",
				bedomning: "Sommarens patrullering uteblev under tre veckor.",
				begardaBeslut: "Att rådet prioriterar helgkvällarna i höst.",
			},
			{
				part: "kommun",
				bedomning: "Åtgärderna efter vandringarna går framåt, men belysningen är försenad.",
				begardaBeslut: "",
			},
		],
		groups: [
			{ lofteId: 1, quotation: "Vi ska öka tryggheten på Torget och i Vrigstad", aktiviteter: aktiviteter.slice(0, 3) },
			{ lofteId: null, quotation: "Våra gemensamma aktiviteter", aktiviteter: aktiviteter.slice(3, 6) },
			{ lofteId: null, quotation: null, aktiviteter: aktiviteter.slice(6) },
		],
		openAtgarder: [{ title: "Belysning vid gångtunneln", owner: "kommun", dueOn: "2018-08-01", aktivitetId: 7 }],
		next: {
			code: "2018-T3",
			lines: [
				{ aktivitetId: 1, measureName: "Riktade insatser", agreed: "minst 4" },
				{ aktivitetId: 2, measureName: "Fotpatrullering", agreed: "36 kvällar" },
			],
		},
		synpunkter: [
			{
				aktivitetId: null,
				role: "ledamot",
				text: "Bra att åtgärderna syns. Ta med skolorna nästa gång.",
				at: "2018-09-20T16:05:00.000Z",
			},
			{ aktivitetId: 2, role: "undertecknare", text: "Förklara luckan i juli.", at: "2018-09-21T07:15:00.000Z" },
		],
		...overrides,
	};
}

/** The same, reviewed and signed. */
export function signedRapportContent(overrides: Partial<RapportContent> = {}): RapportContent {
	return rapportContent({
		granskadAt: "2018-09-20T17:00:00.000Z",
		signature: {
			title: "Kommunchef",
			name: "Undertecknare",
			signedAt: "2018-09-24T13:37:00.000Z",
			code: "7K3M9QXA2B4C6D8E",
			keyId: "0123456789abcdef",
		},
		publicSha256: "ab".repeat(32),
		...overrides,
	});
}

/** A report of a dokument without a single aktivitet, about which nobody has said anything. */
export function emptyRapportContent(): RapportContent {
	return {
		format: RAPPORT_FORMAT,
		ruleVersion: RULE_VERSION,
		audience: "intern",
		isExample: false,
		edition: 1,
		rattelse: null,
		kommun: { name: "Sävsjö", scbCode: "0684", slug: "savsjo", lokalpolisomrade: "Höglandet" },
		dokument: {
			id: 1,
			title: "Medborgarlöfte för Sävsjö kommun 2018",
			inForceFrom: IN_FORCE.from,
			inForceTo: IN_FORCE.to,
			signedOn: "2017-12-18",
			undertecknare: [
				{ title: "Kommunchef", organisation: "Sävsjö kommun" },
				{ title: "Lokalpolisområdeschef", organisation: "Polisen" },
			],
			lagesbild: "Ordningsstörningar kring Torget, höga hastigheter på Ljungavägen.",
		},
		period: PERIOD,
		authors: [
			{ part: "polis", name: null, klarAt: null },
			{ part: "kommun", name: null, klarAt: null },
		],
		summary: { natt: 0, withMinimum: 0, withoutMinimum: 0 },
		bedomningar: [
			{ part: "polis", bedomning: "", begardaBeslut: "" },
			{ part: "kommun", bedomning: "", begardaBeslut: "" },
		],
		groups: [],
		openAtgarder: [],
		next: null,
		synpunkter: [],
		granskadAt: null,
		signature: null,
		publicSha256: null,
	};
}

function aktivitetOf(line: Line, index: number): RapportAktivitet {
	const measure = measureOf(line, index + 1);
	const isDeviation = isOff(measure.status);
	const entries = (line.entries ?? []).filter(({ date }) => date >= PERIOD.from && date <= PERIOD.to);
	return {
		id: index + 1,
		quotation: line.quotation,
		aktivitetstyp: "prov",
		parter: index === 0 ? ["Polisen", "Sävsjö kommun", "Räddningstjänsten"] : ["Polisen", "Sävsjö kommun"],
		responsible: ["polis", "kommun"],
		status: combineStatuses([measure.status]),
		isDeviation,
		texts: [
			{
				part: "polis",
				kommentar: index === 0 ? "Insatserna lades på kvällar då anmälningarna var flest." : "",
				orsak: isDeviation ? "Personal bands upp av sommarens händelser på andra orter." : "",
				nyPlan: isDeviation ? "Två extra kvällar i september och oktober." : "",
			},
			{
				part: "kommun",
				kommentar: index === 2 ? "Vandringen samlade boende, skola och fastighetsägare." : "",
				orsak: "",
				nyPlan: "",
			},
		],
		measures: [measure],
		platser: entries.length > 0 ? [{ name: entries[0]?.platsName ?? null, quantity: entries.length }] : [],
		veckor: entries.length > 0 ? [{ key: "2018-W18", quantity: entries.length }] : [],
		biprodukter: index === 0 ? [{ code: "beslag", quantity: 3 }] : [],
		genomforanden: entries.map(({ genomforandeId }) => ({ id: genomforandeId, revision: 1 })),
	};
}

function measureOf(line: Line, id: number): RapportMeasure {
	const module = measureModule(line.kind);
	const settings = module.settingsSchema.parse(line.settings);
	const calculation = module.calculate({
		versions: [{ validFrom: IN_FORCE.from, settings }],
		inForce: IN_FORCE,
		periodKind: "tertial",
		period: PERIOD,
		today: TODAY,
		entries: line.entries ?? [],
		excusedSlots: line.excusedSlots ?? [],
		helgkvallar: [{ date: "2018-06-06", name: "Nationaldagen" }],
		platser: PLATSER,
		atgarder: line.atgarder ?? [],
		fordelning: null,
	});
	const { status, figure, headline, remarks, figures, chart, table } = calculation;
	return {
		id,
		kind: line.kind,
		name: `Mått ${module.name.toLowerCase()}`,
		rakneregel: "Varje tillfälle räknas en gång, även när polis och kommun gör det tillsammans.",
		agreed: module.describeSettings(settings, PLATSER),
		isSensitive: false,
		status,
		figure,
		headline,
		remarks: [...remarks],
		figures,
		chart,
		table,
	};
}

function isOff(status: Status): boolean {
	return status === "ej_natt" || status === "efter";
}

function onDates(dates: readonly IsoDate[], quantity = 1): Entry[] {
	return dates.map((date, index) => ({ ...entry(index + 1, date), quantity }));
}

function measured(id: number, date: IsoDate, value: number): Entry {
	return { ...entry(id, date), quantity: value, platsId: 3, platsName: "Ljungavägen" };
}

function entry(genomforandeId: number, date: IsoDate): Entry {
	return { genomforandeId, date, quantity: 1, platsId: null, platsName: null };
}

function periodOfTest(code: string): ClippedPeriod {
	const period = parsePeriod(code);
	const clipped = period && clipPeriod(period, IN_FORCE);
	if (!clipped) throw new RangeError(`no period ${code} in force`);
	return clipped;
}
