import type { IsoDate } from "#app/domain/dates.ts";
import type { FollowUpDokument, FollowUpFordelning, FollowUpMeasure } from "#app/domain/followUp.ts";
import { describeClip, formatPeriodShort } from "#app/domain/format.ts";
import { clipPeriod, parsePeriod } from "#app/domain/periods.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { type FordelningProposal, proposeParts } from "#app/measures/proposal.ts";
import type { FordelningView } from "./FordelningPanel.tsx";

/** The minimum per period, with who has confirmed it; null for measures that have none. */
export function fordelningView({
	dokument,
	measure,
	today,
	may,
}: {
	dokument: FollowUpDokument;
	measure: FollowUpMeasure;
	today: IsoDate;
	may: (permission: Permission) => boolean;
}): FordelningView | null {
	const proposal = findProposal({ dokument, measure, today });
	if (!proposal) return null;
	const { fordelning } = measure;
	const inForce = { from: dokument.inForceFrom, to: dokument.inForceTo };
	return {
		measureId: measure.id,
		version: fordelning?.version ?? 0,
		isAgreed: Boolean(fordelning?.polisConfirmedAt && fordelning.kommunConfirmedAt),
		stateText: stateText(fordelning),
		total: proposal.total,
		wholes: proposal.wholes.map((whole) => `${whole.total} under ${whole.label}`),
		rows: Object.entries(proposal.parts).map(([code, part]) => {
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

/** What the app proposes for a measure as it is today. */
export function findProposal({
	dokument,
	measure,
	today,
}: {
	dokument: FollowUpDokument;
	measure: FollowUpMeasure;
	today: IsoDate;
}): FordelningProposal | null {
	return proposeParts(measure.kind, {
		versions: measure.versions,
		inForce: { from: dokument.inForceFrom, to: dokument.inForceTo },
		periodKind: dokument.periodKind,
		through: today,
		fordelning: measure.fordelning?.parts ?? null,
	});
}

function stateText(fordelning: FollowUpFordelning | null): string {
	const hasPolis = Boolean(fordelning?.polisConfirmedAt);
	const hasKommun = Boolean(fordelning?.kommunConfirmedAt);
	if (hasPolis && hasKommun) return "Båda parter har bekräftat fördelningen.";
	if (hasPolis) return "Polisen har bekräftat, kommunen har inte gjort det än.";
	if (hasKommun) return "Kommunen har bekräftat, polisen har inte gjort det än.";
	return "Fördelningen är appens förslag efter antalet dagar. Den gäller tills båda parter har bekräftat.";
}
