import type { Handelse, Rapporttext } from "../handelse.ts";
import { publishedRapporter, rapporten } from "./rapporten.ts";

/** Seven published ones without a single minimum but the åtgärder, and one that waits for the kommun's klar-mark. */
export function rapporterSunne2016(): Handelse[] {
	return [
		...publishedRapporter({ polis: POLIS, kommun: KOMMUN }, [
			["2016-T1", "2016-05-12", "2016-05-25", "2016-05-30"],
			["2016-T2", "2016-09-14", "2016-09-28", "2016-10-03"],
			["2016-T3", "2017-01-12", "2017-01-25", "2017-01-30"],
			["2017-T1", "2017-05-11", "2017-05-24", "2017-05-29"],
			["2017-T2", "2017-09-13", "2017-09-27", "2017-10-02"],
			["2017-T3", "2018-01-11", "2018-01-24", "2018-01-29"],
			["2018-T1", "2018-05-10", "2018-05-23", "2018-05-28"],
		]),
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
