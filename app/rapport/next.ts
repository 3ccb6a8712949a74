import type { FollowUp, FollowUpDokument, FollowUpMeasure } from "#app/domain/followUp.ts";
import { formatNumber, formatPeriod, lowerFirst } from "#app/domain/format.ts";
import { type ClippedPeriod, clipPeriod, nextPeriod, type Period } from "#app/domain/periods.ts";
import { measureModule } from "#app/measures/index.ts";
import { settingsFor } from "#app/measures/moment.ts";
import { proposeParts } from "#app/measures/proposal.ts";
import type { Plats } from "#app/measures/types.ts";
import type { RapportContent } from "./content.ts";

/** What the agreement asks of the period after; null when the dokument has ended by then. */
export function nextOf(
	{ platser }: Pick<FollowUp, "platser">,
	dokument: FollowUpDokument,
	period: Period,
): RapportContent["next"] {
	const next = clipPeriod(nextPeriod(period), { from: dokument.inForceFrom, to: dokument.inForceTo });
	if (!next) return null;
	const lines = dokument.aktiviteter.flatMap((aktivitet) =>
		aktivitet.measures.map((measure) => ({
			aktivitetId: aktivitet.id,
			measureName: measure.name,
			agreed: agreedFor(measure, { dokument, next, platser }),
		})),
	);
	return { code: next.code, lines };
}

/** "Minst 3 i tertial 3 2018. Minst 15 riktade insatser under hela löftet." */
function agreedFor(
	measure: FollowUpMeasure,
	{ dokument, next, platser }: { dokument: FollowUpDokument; next: ClippedPeriod; platser: readonly Plats[] },
): string {
	const { kind, versions, fordelning } = measure;
	const whole = measureModule(kind).describeSettings(settingsFor(versions, next.clippedFrom), platser);
	const proposed = proposeParts(kind, {
		versions,
		inForce: { from: dokument.inForceFrom, to: dokument.inForceTo },
		periodKind: dokument.periodKind,
		through: next.clippedTo,
		fordelning: fordelning?.parts ?? null,
	})?.parts[next.code];
	const agreed = fordelning?.parts[next.code];
	const part = agreed ?? proposed;
	if (part === undefined) return whole;
	const isAgreed =
		agreed !== undefined && fordelning?.polisConfirmedAt !== null && fordelning?.kommunConfirmedAt !== null;
	const when = `${next.kind === "year" ? "under" : "i"} ${lowerFirst(formatPeriod(next))}`;
	const least = part > 0 ? `Minst ${formatNumber(part)} ${when}` : `Inget minimum ${when}`;
	return `${least}${isAgreed ? "" : " (förslag)"}. ${whole}`;
}
