import type { IsoDate } from "#app/domain/dates.ts";
import type { FollowUp, FollowUpMeasure } from "#app/domain/followUp.ts";
import { clipPeriod, isInForce, periodOf } from "#app/domain/periods.ts";
import { compareAttention } from "#app/domain/status.ts";
import { evaluateMeasure } from "#app/measures/evaluate.ts";
import { measureModule } from "#app/measures/index.ts";
import { settingsFor } from "#app/measures/moment.ts";
import type { MeasureTile } from "./MeasureTiles.tsx";

/**
 * What can be logged on a day: every mått of the dokument in force then, with its figure as it stands. What the person
 * used last comes first, then what is behind, then the order of the text.
 *
 * @param lastUsed ids of mått, the latest first
 */
export function measureTiles(
	followUp: FollowUp,
	{ date, today, lastUsed }: { date: IsoDate; today: IsoDate; lastUsed: readonly number[] },
): MeasureTile[] {
	const inForce = followUp.dokument.flatMap((dokument) => {
		const period = clipPeriod(periodOf(date, dokument.periodKind), {
			from: dokument.inForceFrom,
			to: dokument.inForceTo,
		});
		return period && isInForce(dokument, date) ? [{ dokument, period }] : [];
	});
	const tiles = inForce.flatMap(({ dokument, period }) =>
		dokument.aktiviteter.flatMap((aktivitet) =>
			aktivitet.measures.flatMap((measure): MeasureTile[] => {
				const asked = askedFor(measure, date);
				if (!asked.quantity) return [];
				const { figure, status } = evaluateMeasure(followUp, { dokument, aktivitet, measure, period, today });
				const { label, unit, isMeasuredValue } = asked.quantity;
				return [
					{
						id: measure.id,
						name: measure.name,
						figure,
						status,
						dokument: inForce.length > 1 ? dokument.title : null,
						rakneregel: measure.rakneregel,
						quantity: label === null ? null : { label, unit, isMeasuredValue },
						platser: followUp.platser.filter((plats) => asked.platsIds.includes(plats.id)),
					},
				];
			}),
		),
	);
	const rank = (tile: MeasureTile) => (lastUsed.includes(tile.id) ? lastUsed.indexOf(tile.id) : lastUsed.length);
	return tiles.sort((a, b) => rank(a) - rank(b) || compareAttention(a.status, b.status));
}

function askedFor(measure: FollowUpMeasure, date: IsoDate) {
	const module = measureModule(measure.kind);
	const settings = module.settingsSchema.parse(settingsFor(measure.versions, date));
	return { quantity: module.quantityField(settings), platsIds: module.platsIds(settings) };
}
