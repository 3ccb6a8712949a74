import type { Handelse } from "../handelse.ts";
import { rapporten } from "./rapporten.ts";

/** A year that is over, followed to its end. */
export function rapporterJonkoping2016(): Handelse[] {
	return [
		...rapporten({
			period: "2016-T1",
			written: "2016-05-10",
			polis: [
				{
					measure: null,
					bedomning:
						"Fotpatrullerna på helgkvällar märks i centrum. Områdespoliserna har börjat i de flesta stadsdelar.",
				},
				{
					measure: "Fotpatrull",
					kommentar: "Patrullerna har gått de flesta fredagar och lördagar.",
					orsak: "Några kvällar krävdes personalen på annat håll.",
					nyPlan: "Kvällar som inte kan hållas byts mellan grupperna.",
				},
			],
			kommun: [
				{ measure: null, bedomning: "Hastighetsmätningarna är igång och blir underlag för åtgärder vid skolorna." },
			],
			days: {
				polisKlar: "2016-05-11",
				kommunKlar: "2016-05-12",
				granskad: "2016-05-26",
				signerad: "2016-05-30",
				publicerad: "2016-06-01",
			},
		}),
		...rapporten({
			period: "2016-T2",
			written: "2016-09-09",
			polis: [
				{ measure: null, bedomning: "Sommaren har varit svårare att bemanna, särskilt i juli." },
				{
					measure: "Fotpatrull",
					kommentar: "Färre patruller under semesterveckorna.",
					orsak: "Semestrar.",
					nyPlan: "Grupperna hjälps åt över stadsdelsgränserna till nästa sommar.",
				},
			],
			kommun: [
				{ measure: "Uppsökande verksamhet", kommentar: "Fältarbetarna har följt med polisen vid flera tillfällen." },
			],
			days: {
				polisKlar: "2016-09-12",
				kommunKlar: "2016-09-13",
				granskad: "2016-09-22",
				signerad: "2016-09-26",
				publicerad: "2016-09-27",
			},
		}),
		...rapporten({
			period: "2016-T3",
			written: "2017-01-11",
			polis: [
				{ measure: null, bedomning: "Året slutade starkare än det började. Två stadsdelar återstår." },
				{
					measure: "Områdespolis i stadsdel",
					kommentar: "Närvaron har varit ojämn mellan stadsdelarna.",
					orsak: "Tjänsterna var inte tillsatta hela året.",
					nyPlan: "De stadsdelar som inte nåddes går först i nästa löfte.",
				},
			],
			kommun: [
				{
					measure: "Medelhastighet",
					kommentar: "Medelhastigheten visar utveckling. Den säger inte vad som är orsaken.",
				},
			],
			synpunkter: [
				{ by: "ledamot", measure: null, text: "Rådet ser gärna att mätningarna fortsätter på samma sträckor." },
			],
			days: {
				polisKlar: "2017-01-12",
				kommunKlar: "2017-01-13",
				synpunkter: "2017-01-20",
				granskad: "2017-01-26",
				signerad: "2017-01-30",
				publicerad: "2017-02-01",
			},
		}),
	];
}
