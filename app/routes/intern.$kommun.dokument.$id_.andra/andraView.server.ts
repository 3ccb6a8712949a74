import { PROLONG_UNTIL } from "#app/domain/dokumentChange.schema.ts";
import { Fault } from "#app/domain/fault.ts";
import { formatDate, formatInForce, formatPeriod, listOf, lowerFirst, PERIOD_WORDS } from "#app/domain/format.ts";
import { PERIOD_KINDS, type PeriodKind, parsePeriod } from "#app/domain/periods.ts";
import { isSigned } from "#app/domain/rapport.ts";
import { addressId } from "#app/http/addressId.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { proposeParts } from "#app/measures/proposal.ts";
import {
	type DokumentFacts,
	type DokumentRapport,
	findAllDokumentRapporter,
	findDokumentFacts,
	findNeighbours,
	findRegistrationsAfter,
} from "#db/dokumentChange.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";

/** Empty rows for those who have signed and are not in the list yet. */
const SPARE_ROWS = 2;

/** What of the dokument can be changed, as it is, and what stands in the way. */
export async function andraView({ db, kommun, params, today, may }: KommunContext) {
	const of = { kommunId: kommun.id, dokumentId: addressId(params.id) };
	const dokument = await findDokumentFacts(db, of);
	if (!dokument) throw new Fault("not_found", "Dokumentet finns inte i den här kommunen.");
	const rapporter = await findAllDokumentRapporter(db, of);
	const registered = await findRegistrationsAfter(db, { ...of, day: "" });
	const { replacedBy } = await findNeighbours(db, of);
	const followUp = await findFollowUp(db, { kommunId: kommun.id, dokumentIds: [dokument.id] });
	const measures = followUp.dokument.flatMap(({ aktiviteter }) =>
		aktiviteter.flatMap((aktivitet) => aktivitet.measures.map((measure) => ({ aktivitet, measure }))),
	);
	const spread = measures.filter(({ measure }) =>
		proposeParts(measure.kind, {
			versions: measure.versions,
			inForce: { from: dokument.inForceFrom, to: dokument.inForceTo },
			periodKind: dokument.periodKind,
			through: today,
			fordelning: null,
		}),
	);
	const path = `/intern/${kommun.slug}`;
	const shownAt = `${path}/dokument/${dokument.id}`;
	return {
		title: dokument.title,
		breadcrumbs: [
			{ label: "Dokument", to: `${path}/dokument` },
			{ label: dokument.title, to: shownAt },
		],
		shownAt,
		facts: {
			version: dokument.version,
			title: dokument.title,
			signedOn: dokument.signedOn ?? "",
			lagesbild: dokument.lagesbild ?? "",
			followUpRule: dokument.followUpRule ?? "",
			sourceNote: dokument.sourceNote ?? "",
			undertecknare: [...dokument.undertecknare, ...Array.from({ length: SPARE_ROWS }, () => NOBODY)],
			period: periodChoice(dokument, rapporter),
		},
		end: {
			version: dokument.version,
			inForce: formatInForce(dokument.inForceFrom, dokument.inForceTo),
			canProlong: dokument.inForceTo !== null,
			until: PROLONG_UNTIL.map((value) => ({ value, label: UNTIL_LABEL[value] })),
			replacedBy: replacedBy && {
				title: replacedBy.title,
				to: `${path}/dokument/${replacedBy.id}`,
				from: formatDate(replacedBy.inForceFrom),
			},
			lastRegistered: registered.lastDay
				? { day: formatDate(registered.lastDay), to: `${path}/registreringar?dokument=${dokument.id}` }
				: null,
			standing: standingReports(rapporter),
			spread: listOf(spread.map(({ measure }) => measure.name)),
		},
		measures: measures.map(({ aktivitet, measure }) => ({
			id: measure.id,
			name: measure.name,
			quotation: aktivitet.quotation,
			to: `${path}/aktivitet/${aktivitet.id}/matt/${measure.id}`,
		})),
		calendarTo: `${path}/kalender`,
		platserTo: may("administer") ? `${path}/installningar` : null,
		replaceTo: replacedBy ? null : `${shownAt}/ersatt`,
	};
}

const NOBODY = { title: "", organisation: "" };

const UNTIL_LABEL: Record<(typeof PROLONG_UNTIL)[number], string> = {
	dag: "Till en viss dag",
	"tills-vidare": "Tills vidare, tills nya löften undertecknas",
};

interface PeriodChoice {
	value: PeriodKind;
	/** Why it stands; null: it can be chosen. */
	whyNot: string | null;
	options: { value: PeriodKind; label: string }[];
}

function periodChoice({ periodKind }: DokumentFacts, rapporter: readonly DokumentRapport[]): PeriodChoice {
	const { noun } = PERIOD_WORDS[periodKind];
	const begun = rapporter.length === 1 ? "en rapport är påbörjad" : "rapporter är påbörjade";
	return {
		value: periodKind,
		whyNot: rapporter.length === 0 ? null : `Dokumentet följs upp per ${noun}. Det kan inte ändras, eftersom ${begun}.`,
		options: PERIOD_KINDS.map((value) => ({ value, label: PERIOD_WORDS[value].noun })),
	};
}

/** The days that the latest report that stands still covers: the dokument cannot end before. */
function standingReports(rapporter: readonly DokumentRapport[]): { text: string; until: string } | null {
	const latest = rapporter.filter(({ state }) => state !== "utkast").at(-1);
	if (!latest) return null;
	const period = parsePeriod(latest.periodCode);
	const name = period ? lowerFirst(formatPeriod(period)) : latest.periodCode;
	return {
		text: `Rapporten för ${name} är ${isSigned(latest.state) ? "signerad" : "inlämnad"} och ändras inte.`,
		until: formatDate(latest.periodTo),
	};
}
