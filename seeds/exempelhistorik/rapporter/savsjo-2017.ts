import { type Handelse, instant, registrering } from "../handelse.ts";
import { rapporten } from "./rapporten.ts";

/** Three reports: the first was put right in a second version, all of them are published. */
export function rapporterSavsjo2017(): Handelse[] {
	return [...tertial1(), ...rattelseAvTertial1(), ...tertial2(), ...tertial3()];
}

function tertial1(): Handelse[] {
	return rapporten({
		period: "2017-T1",
		written: "2017-05-09",
		polis: [
			{
				measure: null,
				bedomning:
					"Poliskontoret kom igång som planerat och har blivit en plats dit invånarna går. De riktade insatserna har inte hållit takten.",
			},
			{
				measure: "Öppet poliskontor",
				kommentar: "Kontoret har varit bemannat de flesta av de dagar som utlovats.",
			},
			{
				measure: "Riktad insats",
				kommentar: "Två insatser genomfördes, i centrum och i Vrigstad.",
				orsak: "Personal togs i anspråk för uppgifter i andra delar av lokalpolisområdet.",
				nyPlan: "Insatser läggs in i planeringen för skolavslutningen och för höstens helger.",
			},
		],
		kommun: [
			{ measure: null, bedomning: "Samarbetet fungerar. Lokalen är upplåten och öppettiderna finns på hemsidan." },
			{ measure: "Samverkansmöte", kommentar: "Mötet hölls med skola, socialtjänst och fritid." },
		],
		synpunkter: [
			{ by: "ledamot", measure: "Riktad insats", text: "Rådet vill se insatser även utanför centralorten." },
		],
		days: {
			polisKlar: "2017-05-10",
			kommunKlar: "2017-05-12",
			synpunkter: "2017-05-22",
			granskad: "2017-05-31",
			signerad: "2017-06-02",
			publicerad: "2017-06-05",
		},
	});
}

/** A registrering that was found afterwards changes the figures, so there is a version 2. */
function rattelseAvTertial1(): Handelse[] {
	const period = "2017-T1";
	return [
		registrering("2017-03-30", "Tidig upptäckt", { plats: "Gymnasiet", daysLater: 77 }),
		registrering("2017-04-06", "Tidig upptäckt", { plats: "Högstadiet", daysLater: 70 }),
		{
			kind: "rapport_rattelse",
			by: "samordnare",
			at: instant("2017-06-16", "07:30"),
			period,
			reason: "Två besök på skolorna hade inte registrerats när rapporten lämnades in.",
		},
		...rapporten({
			period,
			written: "2017-06-16",
			polis: [
				{
					measure: "Tidig upptäckt",
					kommentar: "Polisen har besökt högstadiet och gymnasiet. Två besök saknades i den första versionen.",
				},
			],
			kommun: [],
			days: {
				polisKlar: "2017-06-16",
				kommunKlar: "2017-06-19",
				granskad: "2017-06-26",
				signerad: "2017-06-27",
				publicerad: "2017-06-28",
			},
		}),
	];
}

function tertial2(): Handelse[] {
	return rapporten({
		period: "2017-T2",
		written: "2017-09-08",
		polis: [
			{ measure: null, bedomning: "De riktade insatserna har hämtat igen det mesta av det som saknades i våras." },
			{
				measure: "Öppet poliskontor",
				kommentar: "Under semesterveckorna har kontoret varit stängt fler dagar än utlovat.",
				orsak: "Semestrar och vakanser under sommaren.",
				nyPlan: "Nästa sommar anslås ändrade öppettider i förväg.",
			},
		],
		kommun: [
			{
				measure: null,
				bedomning: "Fältgruppen och polisen har gått tillsammans under sommaren, vilket vi vill fortsätta med.",
			},
		],
		days: {
			polisKlar: "2017-09-11",
			kommunKlar: "2017-09-12",
			granskad: "2017-09-13",
			signerad: "2017-09-20",
			publicerad: "2017-09-21",
		},
	});
}

function tertial3(): Handelse[] {
	return rapporten({
		period: "2017-T3",
		written: "2018-01-10",
		polis: [
			{
				measure: null,
				bedomning: "Löftet om riktade insatser är nått med marginal. Öppettiderna har hållits bättre än i somras.",
			},
			{ measure: "Riktad insats", kommentar: "Fler insatser än lovat, de flesta i centrum och på skolorna." },
		],
		kommun: [
			{
				measure: null,
				bedomning: "Löftena har gett ett bättre samarbete. Nya löften tas fram tillsammans med polisen.",
			},
			{ measure: "Samverkansmöte", kommentar: "Alla fyra möten har hållits." },
		],
		days: {
			polisKlar: "2018-01-11",
			kommunKlar: "2018-01-12",
			// The meeting of 24 January marked it granskad.
			signerad: "2018-01-26",
			publicerad: "2018-01-29",
		},
	});
}
