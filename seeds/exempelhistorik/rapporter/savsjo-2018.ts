import { type Handelse, instant } from "../handelse.ts";
import { rapporten } from "./rapporten.ts";

/** One that is signed and waits for its publication, one that was returned once and waits for the council, one begun. */
export function rapporterSavsjo2018(): Handelse[] {
	return [...tertial1(), ...tertial2(), ...tertial3()];
}

/** Three weeks only: the löfte applies from 10 April. */
function tertial1(): Handelse[] {
	return rapporten({
		period: "2018-T1",
		written: "2018-05-14",
		polis: [
			{ measure: null, bedomning: "Löftet började gälla i april. Tiderna för polis på plats i centrum är bestämda." },
		],
		kommun: [{ measure: null, bedomning: "Tiderna står på kommunens hemsida." }],
		// The meeting of 23 May marked it granskad.
		days: { polisKlar: "2018-05-15", kommunKlar: "2018-05-16", signerad: "2018-10-12" },
	});
}

function tertial2(): Handelse[] {
	const period = "2018-T2";
	return [
		...rapporten({
			period,
			written: "2018-09-11",
			polis: [
				{ measure: null, bedomning: "Polisen har varit på plats i centrum de flesta av de utlovade tiderna." },
				{
					measure: "Polis på plats i centrum",
					kommentar: "Frånvaron gäller främst sommarveckorna.",
					orsak: "Semestrar och händelser som krävde personal på annan ort.",
					nyPlan: "Tider som inte kan hållas ställs in i förväg och anslås på hemsidan.",
				},
				{ measure: "Riktad insats", kommentar: "Två insatser i centrum, båda med beslag eller anmälningar." },
			],
			kommun: [
				{ measure: null, bedomning: "Samverkansmötena hålls enligt plan." },
				{ measure: "Samverkansmöte", kommentar: "Skolan och socialtjänsten har deltagit i båda mötena." },
			],
			days: { polisKlar: "2018-09-12", kommunKlar: "2018-09-14" },
		}),
		{
			kind: "rapport_aterlamnad",
			by: "undertecknare",
			period,
			at: instant("2018-09-20", "15:30"),
			reason: "Det framgår inte vad kommunen begär att rådet ska besluta om. Komplettera.",
		},
		...rapporten({
			period,
			written: "2018-09-24",
			polis: [],
			kommun: [
				{
					measure: null,
					bedomning: "Samverkansmötena hålls enligt plan.",
					begardaBeslut: "Att rådet föreslår hur insatserna ska fördelas mellan höst och vår.",
				},
			],
			synpunkter: [
				{ by: "ledamot", measure: "Riktad insats", text: "Kan insatserna läggas närmare helgerna?" },
				{ by: "ledamot", measure: null, text: "Bra att orsaken till de missade tiderna framgår." },
			],
			days: { polisKlar: "2018-09-25", kommunKlar: "2018-09-25", synpunkter: "2018-10-04" },
		}),
	];
}

function tertial3(): Handelse[] {
	return rapporten({
		period: "2018-T3",
		written: "2018-10-09",
		polis: [{ measure: "Riktad insats", kommentar: "Ingen insats är genomförd ännu. Två är planerade före jul." }],
		kommun: [],
		days: {},
	});
}
