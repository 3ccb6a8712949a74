import { measureModule } from "#app/measures/index.ts";
import type { RapportAktivitet, RapportContent, RapportMeasure } from "./content.ts";

const NO_TABLE = { caption: "", columns: [], rows: [] };
/** By-products of a sensitive aktivitet are told from this number on. */
const FEWEST_TOLD = 5;

/**
 * What anybody may read of a report (PRODUCT §3.7): totals per period and what was written for the public. No name of a
 * person, no day or week of an aktivitet, no place that the signed text does not name itself, no registration, nothing
 * that is the council's own business.
 *
 * The day when it was signed stays: an official act is public, and the verification page says the same.
 */
export function toPublicContent(content: RapportContent): RapportContent {
	if (content.audience === "offentlig") return content;
	return {
		...content,
		audience: "offentlig",
		authors: content.authors.map(({ part }) => ({ part, name: null, klarAt: null })),
		bedomningar: content.bedomningar.map(({ part, bedomning }) => ({ part, bedomning, begardaBeslut: "" })),
		groups: content.groups.map((group) => ({ ...group, aktiviteter: group.aktiviteter.map(publicAktivitet) })),
		openAtgarder: [],
		synpunkter: [],
		granskadAt: null,
		signature: content.signature && { ...content.signature, name: null },
		publicSha256: null,
	};
}

function publicAktivitet(aktivitet: RapportAktivitet): RapportAktivitet {
	const isSensitive = aktivitet.measures.some((measure) => measure.isSensitive);
	return {
		...aktivitet,
		measures: aktivitet.measures.map(publicMeasure),
		platser: [],
		veckor: [],
		biprodukter: isSensitive
			? aktivitet.biprodukter.filter(({ quantity }) => quantity >= FEWEST_TOLD)
			: aktivitet.biprodukter,
		genomforanden: [],
	};
}

/** What a kind may tell is known to the kind alone. */
function publicMeasure(measure: RapportMeasure): RapportMeasure {
	const { kind, status, isSensitive, headline, figure, figures, chart, table } = measure;
	const finding = measureModule(kind).publish(
		{ status, headline, figure, remarks: measure.remarks, figures, chart, table: table ?? NO_TABLE },
		{ isSensitive },
	);
	return {
		...measure,
		headline: finding.headline,
		figure: finding.figure,
		remarks: [],
		figures: finding.figures,
		chart: finding.chart,
		table: finding.table,
	};
}
