import { Fault } from "#app/domain/fault.ts";
import type { FollowUpMeasure } from "#app/domain/followUp.ts";
import { formatDate, formatInForce, formatPeriod, lowerFirst } from "#app/domain/format.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import { isSigned } from "#app/domain/rapport.ts";
import { formatInstantDate } from "#app/features/formatInstant.ts";
import { addressId } from "#app/http/addressId.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { measureModule } from "#app/measures/index.ts";
import { type DokumentRapport, findAllDokumentRapporter } from "#db/dokumentChange.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findAllMeasureVersions } from "#db/measure.server.ts";

const SAVED_TEXT = new Map([
	["changeMeasureSensitivity", "Märkningen är sparad."],
	["changeRakneregel", "Namnet och räkneregeln är sparade."],
	["correctMeasure", "Måttet är rättat."],
	["addPlatser", "Platserna finns nu på kommunens lista. Välj dem i måttet och spara."],
]);

/** The measure that the address names, under its own aktivitet and kommun. */
export async function findShownMeasure({ db, kommun, params }: KommunContext) {
	const followUp = await findFollowUp(db, { kommunId: kommun.id, aktivitetId: addressId(params.id) });
	const measureId = addressId(params.measureId);
	const dokument = followUp.dokument[0];
	const aktivitet = dokument?.aktiviteter[0];
	const measure = aktivitet?.measures.find((one) => one.id === measureId);
	if (!dokument || !aktivitet || !measure) throw new Fault("not_found", "Måttet finns inte i kommunen.");
	return { followUp, dokument, aktivitet, measure };
}

/**
 * The measure as it is now, to be changed from a day on; or, with `?ratta=` and the first day of a version, that version, to
 * be put right from its own first day.
 */
export async function measureView(context: KommunContext) {
	const { db, kommun, today, url, may } = context;
	const { followUp, dokument, aktivitet, measure } = await findShownMeasure(context);
	const module = measureModule(measure.kind);
	const describe = (settings: unknown) =>
		module.describeSettings(module.settingsSchema.parse(settings), followUp.platser);
	const { latest, corrected } = versionsAsked(measure, url.searchParams.get("ratta"));
	const history = await findAllMeasureVersions(db, { kommunId: kommun.id, measureId: measure.id });
	const rapporter = await findAllDokumentRapporter(db, { kommunId: kommun.id, dokumentId: dokument.id });
	const path = `/intern/${kommun.slug}`;
	const shownAt = `${path}/aktivitet/${aktivitet.id}/matt/${measure.id}`;
	const shown = corrected ?? latest;
	return {
		kind: module.kind,
		kindName: module.name,
		description: module.description,
		name: measure.name,
		rakneregel: measure.rakneregel,
		version: measure.version,
		isSensitive: measure.isSensitive,
		quotation: aktivitet.quotation,
		settings: shown.settings,
		agreed: describe(latest.settings),
		inForce: formatInForce(dokument.inForceFrom, dokument.inForceTo),
		validity:
			latest.validFrom <= today
				? `Nu gäller, sedan ${formatDate(latest.validFrom)}:`
				: `Från ${formatDate(latest.validFrom)} gäller:`,
		platser: followUp.platser,
		// A day that the dokument does not hold would be refused.
		validFrom: dokument.inForceTo !== null && dokument.inForceTo < today ? "" : today,
		ways: {
			changeTo: shownAt,
			correctTo: `${shownAt}?ratta=${latest.validFrom}`,
			isCorrecting: corrected !== undefined,
		},
		correction: corrected && {
			validFrom: corrected.validFrom,
			from: formatDate(corrected.validFrom),
			// Which of them, where there are several.
			versions:
				measure.versions.length > 1
					? measure.versions.map(({ validFrom, settings }) => ({
							to: `${shownAt}?ratta=${validFrom}`,
							label: `Från ${formatDate(validFrom)}`,
							hint: describe(settings),
							isCurrent: validFrom === corrected.validFrom,
						}))
					: [],
			standing: standingRapporter(rapporter, corrected.validFrom),
		},
		history: history.map((version) => [
			version.validFrom,
			describe(version.settings),
			version.reason ?? "Som dokumentet lades in",
			`${version.createdByName ?? "Löfteskoll"}, ${formatInstantDate(version.createdAt)}`,
			version.replacedAt === null
				? "Ja"
				: `Nej, rättad ${formatInstantDate(version.replacedAt)} av ${version.replacedByName ?? "Löfteskoll"}`,
		]),
		platserForm: platserForm({
			usesPlatser: module.platsIds(module.settingsSchema.parse(latest.settings)).length > 0,
			path,
			isAdmin: may("administer"),
		}),
		saved: SAVED_TEXT.get(url.searchParams.get("sparat") ?? "") ?? null,
		backTo: `${path}/aktivitet/${aktivitet.id}`,
		breadcrumbs: [
			{ label: "Översikt", to: path },
			{ label: aktivitet.aktivitetstyp, to: `${path}/aktivitet/${aktivitet.id}` },
		],
	};
}

function versionsAsked({ versions }: FollowUpMeasure, asked: string | null) {
	const latest = versions[versions.length - 1];
	if (!latest) throw new Fault("not_found", "Måttet finns inte i kommunen.");
	const corrected = asked === null ? undefined : (versions.find(({ validFrom }) => validFrom === asked) ?? latest);
	return { latest, corrected };
}

/** Reports of the version's days that the correction leaves as they are, each in its latest edition. */
function standingRapporter(rapporter: readonly DokumentRapport[], validFrom: string): string[] {
	const byPeriod = new Map(
		rapporter
			.filter(({ state, periodTo }) => state !== "utkast" && periodTo >= validFrom)
			.map((rapport) => [rapport.periodCode, rapport]),
	);
	return [...byPeriod.values()].map(({ periodCode, state }) => {
		const period = parsePeriod(periodCode);
		const name = `Rapporten för ${period ? lowerFirst(formatPeriod(period)) : periodCode}`;
		return isSigned(state)
			? `${name} är signerad och ändras inte.`
			: `${name} är inlämnad och ändras inte, om den inte återlämnas.`;
	});
}

/** How a place that is missing comes onto the kommun's list; null where the measure has no places. */
function platserForm({ usesPlatser, path, isAdmin }: { usesPlatser: boolean; path: string; isAdmin: boolean }) {
	return usesPlatser ? { settingsTo: isAdmin ? `${path}/installningar` : null } : null;
}
