import { shortened } from "#app/domain/format.ts";
import { isPermitted, type Role } from "#app/domain/permissions.ts";
import { RAPPORT_PART_NAME, type RapportPart } from "#app/domain/rapport.ts";
import type { Deviation } from "./deviations.server.ts";
import type { Notis } from "./notis.ts";

const LONGEST_TITLE = 90;
/** A mått of åtgärder names every late one. */
const LONGEST_FINDING = 140;

const PART_OF_ROLE: Partial<Record<Role, RapportPart>> = { kommunpolis: "polis", samordnare: "kommun" };

/** What is behind or not reached, for those who log and whose part is responsible. */
export function deviationNotiser(
	deviations: readonly Deviation[],
	{ kommun, roles }: { kommun: Notis["kommun"]; roles: readonly Role[] },
): Notis[] {
	if (!isPermitted(roles, "log")) return [];
	const own = roles.flatMap((role) => PART_OF_ROLE[role] ?? []);
	return deviations
		.filter(({ parts }) => parts.some((part) => own.includes(part)))
		.map((deviation): Notis => {
			const { aktivitetId, quotation, status, periodCode, toMend, isExample } = deviation;
			const key = `efter:${aktivitetId}:${periodCode}:${status}`;
			return {
				// Each part explains it for itself.
				key: toMend.by === "writing" ? `${key}:${toMend.part}` : key,
				kind: "efter",
				severity: status,
				kommun,
				title: shortened(quotation, LONGEST_TITLE),
				why: whyOf(deviation),
				to: addressOf(deviation, kommun),
				day: toMend.by === "writing" ? toMend.since : null,
				isExample,
			};
		});
}

function whyOf({ period, toMend, ...deviation }: Deviation): string {
	const finding = shortened(deviation.finding, LONGEST_FINDING);
	if (toMend.by === "logging") return finding;
	const whose = RAPPORT_PART_NAME[toMend.part].toLowerCase();
	return `${finding ? `${period}: ${finding}` : period}. Skriv orsak och ny plan i ${whose}s del`;
}

function addressOf({ aktivitetId, toMend }: Deviation, kommun: Notis["kommun"]): string {
	const path = `/intern/${kommun.slug}`;
	if (toMend.by === "writing") return path + toMend.path;
	return toMend.measureId === null ? `${path}/aktivitet/${aktivitetId}` : `${path}/logga?matt=${toMend.measureId}`;
}
