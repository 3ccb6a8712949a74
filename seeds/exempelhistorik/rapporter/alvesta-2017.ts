import type { Handelse, Rapporttext } from "../handelse.ts";
import { publishedRapporter, rapporten } from "./rapporten.ts";

/** Four published ones, and one that has been reviewed and waits for its signature. */
export function rapporterAlvesta2017(): Handelse[] {
	return [
		...publishedRapporter({ polis: POLIS, kommun: KOMMUN }, [
			["2017-T1", "2017-05-11", "2017-05-18", "2017-05-23"],
			["2017-T2", "2017-09-12", "2017-09-14", "2017-09-19"],
			["2017-T3", "2018-01-16", "2018-02-15", "2018-02-19"],
			["2018-T1", "2018-05-15", "2018-05-31", "2018-06-04"],
		]),
		...rapporten({
			period: "2018-T2",
			written: "2018-09-10",
			polis: POLIS,
			kommun: KOMMUN,
			synpunkter: [
				{
					by: "ledamot",
					measure: "Hastighetskontroll",
					text: "Lönashult saknas fortfarande. Rådet vill veta när det blir av.",
				},
			],
			// The meeting of 11 October marked it granskad.
			days: { polisKlar: "2018-09-11", kommunKlar: "2018-09-12", synpunkter: "2018-09-13" },
		}),
	];
}

const POLIS: readonly Rapporttext[] = [
	{ measure: null, bedomning: "Veckomötena är stommen i samarbetet. Kontrollerna når nästan alla kommundelar." },
	{
		measure: "Veckomöte",
		kommentar: "Mötena hålls på onsdagar och ställs in under semester och jul.",
		orsak: "Enstaka möten har uteblivit när ingen av parterna kunde komma.",
		nyPlan: "Ersättare utses för varje part.",
	},
	{ measure: "Hastighetskontroll", kommentar: "Flest kontroller i Alvesta och Moheda." },
];

const KOMMUN: readonly Rapporttext[] = [
	{
		measure: "Cityvärdar införda",
		kommentar: "Cityvärdar är inte införda.",
		orsak: "Finansieringen är inte klar.",
		nyPlan: "Frågan tas upp i budgeten.",
	},
	{ measure: "Medborgarmöte", kommentar: "Mötena läggs i olika delar av kommunen." },
];
