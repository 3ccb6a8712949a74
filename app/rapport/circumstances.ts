import { BIPRODUKTER } from "#app/domain/biprodukter.ts";
import { isoWeek } from "#app/domain/dates.ts";
import type { FollowUpMeasure } from "#app/domain/followUp.ts";
import { compareSwedish } from "#app/domain/format.ts";
import type { RapportGenomforande } from "#app/domain/rapportSource.ts";
import { measureModule } from "#app/measures/index.ts";
import { settingsFor, sumQuantities } from "#app/measures/moment.ts";
import type { RapportAktivitet } from "./content.ts";

type Circumstances = Pick<RapportAktivitet, "platser" | "veckor" | "biprodukter" | "genomforanden">;

/**
 * Where and in which weeks an aktivitet was done in the period, what came of it besides, and from which registrations.
 * A registration that counts for two measures of the same aktivitet was done once: the larger quantity counts.
 *
 * @param genomforanden those of the whole dokument in the period
 */
export function circumstancesOf(
	genomforanden: readonly RapportGenomforande[],
	{ aktivitetId, measures }: { aktivitetId: number; measures: readonly FollowUpMeasure[] },
): Circumstances {
	const own = genomforanden
		.filter((one) => one.aktivitetIds.includes(aktivitetId))
		.sort((a, b) => a.id - b.id)
		.map((one) => ({ ...one, quantity: quantityOf(one, measures) }));
	const platser = groupBy(own, ({ platsName }) => platsName);
	const veckor = groupBy(own, ({ date }) => isoWeek(date).key);
	const biprodukter = own.flatMap((one) => one.biprodukter);
	return {
		platser: [...platser].map(([name, done]) => ({ name, quantity: sumQuantities(done) })).sort(byQuantityThenName),
		veckor: [...veckor]
			.map(([key, done]) => ({ key, quantity: sumQuantities(done) }))
			.sort((a, b) => (a.key < b.key ? -1 : 1)),
		biprodukter: BIPRODUKTER.map((code) => ({
			code,
			quantity: sumQuantities(biprodukter.filter((biprodukt) => biprodukt.code === code)),
		})).filter(({ quantity }) => quantity > 0),
		genomforanden: own.map(({ id, revision }) => ({ id, revision })),
	};
}

/** A measured value (42 km/h) is no amount of anything: one measurement is one. */
function quantityOf({ date, quantities }: RapportGenomforande, measures: readonly FollowUpMeasure[]): number {
	const amounts = measures.flatMap((measure) => {
		const found = quantities.find(({ measureId }) => measureId === measure.id);
		if (!found) return [];
		const field = measureModule(measure.kind).quantityField(settingsFor(measure.versions, date));
		return [field?.isMeasuredValue ? 1 : found.quantity];
	});
	return Math.max(0, ...amounts);
}

type PlatsQuantity = RapportAktivitet["platser"][number];

/** Most first; what has no place comes last. */
function byQuantityThenName(a: PlatsQuantity, b: PlatsQuantity): number {
	if (a.name === null || b.name === null) return a.name === null ? 1 : -1;
	return b.quantity - a.quantity || compareSwedish(a.name, b.name);
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
	const groups = new Map<Key, Row[]>();
	for (const row of rows) {
		const group = groups.get(keyOf(row));
		if (group) group.push(row);
		else groups.set(keyOf(row), [row]);
	}
	return groups;
}
