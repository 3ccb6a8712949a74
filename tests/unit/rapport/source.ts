import type { FollowUpAktivitet, FollowUpMeasure } from "#app/domain/followUp.ts";
import type { MeasureKind } from "#app/domain/measureKind.ts";
import type { PeriodKind } from "#app/domain/periods.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import type { RapportGenomforande } from "#app/domain/rapportSource.ts";
import type { RapportSource } from "#app/rapport/build.ts";

interface Line {
	measures: Partial<FollowUpMeasure>[];
	lofte?: string;
	heading?: string;
	parter?: ("polis" | "kommun" | "annan")[];
	aktivitetstyp?: string;
	atgarder?: FollowUpAktivitet["atgarder"];
}

interface Facts {
	lines: Line[];
	inForceFrom?: string;
	inForceTo?: string | null;
	period?: string;
	periodKind?: PeriodKind;
	/** The day after the period unless another is asked for. */
	today?: string;
	platser?: { id: number; name: string }[];
	genomforanden?: Partial<RapportGenomforande>[];
}

export const AT_LEAST_TEN = { minimum: 10, per: "lofte", yearBasis: null, unit: "insatser", unitOne: "insats" };

/** A mått of the line's own, with ids in order of the text: 11 is the first mått of the first aktivitet. */
export function measure(kind: MeasureKind, settings: unknown, facts: Partial<FollowUpMeasure> = {}) {
	return { kind, versions: [{ validFrom: "2018-01-01", settings, reason: null }], ...facts };
}

/** A source with only what the test is about said out loud: a dokument of 2018, followed per tertial. */
export function sourceOf(facts: Facts, overrides: Partial<RapportSource> = {}): RapportSource {
	const { inForceFrom = "2018-01-01", inForceTo = "2018-12-31", periodKind = "tertial" } = facts;
	const period = parsePeriod(facts.period ?? "2018-T2");
	if (!period) throw new RangeError(`no period ${facts.period}`);
	return {
		kommun: { name: "Provkommun", scbCode: "1000", slug: "provkommun", lokalpolisomrade: "Provområdet" },
		dokument: {
			id: 1,
			title: "Medborgarlöfte 2018",
			inForceFrom,
			inForceTo,
			signedOn: null,
			undertecknare: [{ title: "Kommunchef", organisation: "Provkommun" }],
			lagesbild: null,
		},
		followUp: {
			dokument: [
				{ id: 1, title: "Medborgarlöfte 2018", inForceFrom, inForceTo, periodKind, aktiviteter: aktiviteterOf(facts) },
			],
			platser: facts.platser ?? [],
			helgkvallar: [],
		},
		period,
		today: facts.today ?? "2018-09-01",
		edition: 1,
		rattelseReason: null,
		isExample: false,
		genomforanden: (facts.genomforanden ?? []).map((one, index) => ({
			id: index + 1,
			revision: 1,
			date: "2018-05-02",
			platsName: null,
			aktivitetIds: [1],
			quantities: [{ measureId: 11, quantity: 1 }],
			biprodukter: [],
			...one,
		})),
		atgarder: [],
		texts: [],
		authors: [],
		...overrides,
	};
}

/** Entries of a mått, one per date. */
export function entriesOn(...dates: string[]): FollowUpMeasure["entries"] {
	return dates.map((date, index) => ({ genomforandeId: index + 1, date, quantity: 1, platsId: null, platsName: null }));
}

/** As many entries as asked, spread over the days of May. */
export function manyEntries(count: number): FollowUpMeasure["entries"] {
	return entriesOn(
		...Array.from({ length: count }, (_, index) => `2018-05-${String(1 + (index % 31)).padStart(2, "0")}`).sort(),
	);
}

function aktiviteterOf({ lines }: Facts): FollowUpAktivitet[] {
	const loften = [...new Set(lines.flatMap(({ lofte }) => lofte ?? []))];
	return lines.map(({ measures, lofte, heading, parter = ["polis"], aktivitetstyp, atgarder }, index) => ({
		id: index + 1,
		position: index + 1,
		quotation: `Aktivitet nummer ${index + 1}`,
		aktivitetstyp: aktivitetstyp ?? `typ ${index + 1}`,
		heading: heading ?? null,
		lofte: lofte ? { id: 100 + loften.indexOf(lofte), position: loften.indexOf(lofte) + 1, quotation: lofte } : null,
		parter: parter.map((code) => ({
			code,
			name: { polis: "Polisen", kommun: "Kommunen", annan: "Föreningarna" }[code],
		})),
		atgarder: atgarder ?? [],
		measures: measures.map((own, at) => ({
			id: 10 * (index + 1) + at + 1,
			kind: "count",
			name: `Mått ${10 * (index + 1) + at + 1}`,
			rakneregel: "Varje insats räknas en gång.",
			isSensitive: false,
			version: 1,
			versions: [],
			entries: [],
			excusedSlots: [],
			fordelning: null,
			...own,
		})),
	}));
}
