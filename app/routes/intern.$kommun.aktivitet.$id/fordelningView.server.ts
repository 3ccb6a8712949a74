import type { IsoDate } from "#app/domain/dates.ts";
import type { FollowUpDokument, FollowUpFordelning, FollowUpMeasure } from "#app/domain/followUp.ts";
import { describeClip, formatPeriodShort } from "#app/domain/format.ts";
import { clipPeriod, parsePeriod } from "#app/domain/periods.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { measureModule } from "#app/measures/index.ts";
import type { FordelningWhole, MeasureKind } from "#app/measures/types.ts";
import type { FordelningView } from "./FordelningPanel.tsx";

/** The minimum per period, with who has confirmed it; null for measures that have none. */
export function fordelningView({
	dokument,
	measure,
	settings,
	may,
}: {
	dokument: FollowUpDokument;
	measure: FollowUpMeasure;
	settings: unknown;
	today: IsoDate;
	may: (permission: Permission) => boolean;
}): FordelningView | null {
	const wholes = findFordelningWholes({ dokument, measure, settings });
	if (!wholes) return null;
	const proposed = proposedParts(wholes);
	const { fordelning } = measure;
	const inForce = { from: dokument.inForceFrom, to: dokument.inForceTo };
	return {
		measureId: measure.id,
		version: fordelning?.version ?? 0,
		isAgreed: Boolean(fordelning?.polisConfirmedAt && fordelning.kommunConfirmedAt),
		stateText: stateText(fordelning),
		total: wholes.reduce((sum, whole) => sum + whole.total, 0),
		wholes: wholes.map((whole) => `${whole.total} under ${whole.label}`),
		rows: [...proposed].map(([code, part]) => {
			const period = parsePeriod(code);
			const clipped = period && clipPeriod(period, inForce);
			return {
				code,
				label: period ? formatPeriodShort(period) : code,
				clip: clipped ? describeClip(clipped) : null,
				part: fordelning?.parts[code] ?? part,
				proposed: part,
			};
		}),
		confirmFor: [
			...(may("confirmForPolis")
				? [{ part: "polis" as const, name: "polisen", isConfirmed: Boolean(fordelning?.polisConfirmedAt) }]
				: []),
			...(may("confirmForKommun")
				? [{ part: "kommun" as const, name: "kommunen", isConfirmed: Boolean(fordelning?.kommunConfirmedAt) }]
				: []),
		],
	};
}

/** The whole numbers agreed for the löfte or its years; null when there is nothing to spread over periods. */
export function findFordelningWholes({
	dokument,
	measure,
	settings,
}: {
	dokument: FollowUpDokument;
	measure: Pick<FollowUpMeasure, "kind">;
	settings: unknown;
}): FordelningWhole[] | null {
	const module = measureModule(measure.kind as MeasureKind);
	const inForce = { from: dokument.inForceFrom, to: dokument.inForceTo };
	return module.fordelningWholes?.(module.settingsSchema.parse(settings), inForce, dokument.periodKind) ?? null;
}

/** Agreement years cut periods: a period's part is the sum of its stretches'. */
export function proposedParts(wholes: readonly FordelningWhole[]): Map<string, number> {
	const parts = new Map<string, number>();
	for (const { periodCode, part } of wholes.flatMap((whole) => whole.parts))
		parts.set(periodCode, (parts.get(periodCode) ?? 0) + part);
	return parts;
}

function stateText(fordelning: FollowUpFordelning | null): string {
	const hasPolis = Boolean(fordelning?.polisConfirmedAt);
	const hasKommun = Boolean(fordelning?.kommunConfirmedAt);
	if (hasPolis && hasKommun) return "Båda parter har bekräftat fördelningen.";
	if (hasPolis) return "Polisen har bekräftat, kommunen har inte gjort det än.";
	if (hasKommun) return "Kommunen har bekräftat, polisen har inte gjort det än.";
	return "Fördelningen är appens förslag efter antalet dagar. Den gäller tills båda parter har bekräftat.";
}
