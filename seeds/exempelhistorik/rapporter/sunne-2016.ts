import type { IsoDate } from "#app/domain/dates.ts";
import type { Handelse, Rapporttext } from "../handelse.ts";
import { rapporten } from "./rapporten.ts";

/** Seven published ones without a single minimum but the åtgärder, and one that waits for the kommun's klar-mark. */
export function rapporterSunne2016(): Handelse[] {
	return [
		...published("2016-T1", ["2016-05-12", "2016-05-25", "2016-05-30"]),
		...published("2016-T2", ["2016-09-14", "2016-09-28", "2016-10-03"]),
		...published("2016-T3", ["2017-01-12", "2017-01-25", "2017-01-30"]),
		...published("2017-T1", ["2017-05-11", "2017-05-24", "2017-05-29"]),
		...published("2017-T2", ["2017-09-13", "2017-09-27", "2017-10-02"]),
		...published("2017-T3", ["2018-01-11", "2018-01-24", "2018-01-29"]),
		...published("2018-T1", ["2018-05-10", "2018-05-23", "2018-05-28"]),
		...rapporten({
			period: "2018-T2",
			written: "2018-09-12",
			polis: POLIS,
			kommun: [],
			days: { polisKlar: "2018-09-13" },
		}),
	];
}

const POLIS: readonly Rapporttext[] = [
	{ measure: "Fotpatrull", kommentar: "Patrullerna går främst på helgkvällar, och oftare under sommaren." },
];

const KOMMUN: readonly Rapporttext[] = [
	{ measure: "Beslutade åtgärder", kommentar: "Åtgärderna efter trygghetsvandringarna följs upp på varje möte." },
];

function published(period: string, [klar, granskad, signerad]: [klar: IsoDate, granskad: IsoDate, signerad: IsoDate]) {
	const days = { polisKlar: klar, kommunKlar: klar, granskad, signerad, publicerad: signerad };
	return rapporten({ period, written: klar, polis: POLIS, kommun: KOMMUN, days });
}
