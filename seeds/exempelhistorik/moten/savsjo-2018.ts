import { type Handelse, instant } from "../handelse.ts";
import { andra, av, motet } from "./motet.ts";

const ANSLAG = "Anslå tiderna för polis på plats på biblioteket och i skolorna";

/** Two that have been held, and the one that the demo opens on the day of. */
export function motenSavsjo2018(): Handelse[] {
	return [...iMaj(), ...iSeptember(), ...iDag()];
}

const PLACE = "Kommunhuset i Sävsjö";

function iMaj(): Handelse[] {
	return [
		...motet({
			title: "Trygghetsrådets möte",
			heldOn: "2018-05-23",
			beginsAt: "13:00",
			endsAt: "14:15",
			place: PLACE,
			deltagare: [av("kommunpolis", 1), av("samordnare", 1), av("ledamot", 4)],
			planned: "2018-05-07",
			held: { opened: "11:02", noted: "11:40", closed: "12:15" },
			punkter: [
				{
					punkt: { rapport: "2018-T1" },
					outcome: "granskad",
					anteckning:
						"Löftet började gälla den 10 april, så rapporten handlar om tre veckor.\nTiderna för polis på plats är bestämda. Flera i rådet har fått frågor från invånare som inte känner till dem.",
					beslut: [
						"Rådet har granskat rapporten för tertial 1 2018 och har inget att invända.",
						"Tiderna för polis på plats ska också anslås där ungdomar och äldre rör sig.",
					],
					atgarder: [{ measure: "Polis på plats i centrum", title: ANSLAG, owner: "kommun", dueOn: "2018-06-15" }],
				},
			],
		}),
		{
			kind: "atgard_utford",
			title: ANSLAG,
			doneOn: "2018-06-12",
			doneNote: "Anslaget sitter uppe på biblioteket och i de tre skolorna.",
			at: instant("2018-06-12", "09:10"),
			by: "samordnare",
		},
	];
}

/** Between two reports: what the summer was like, and what has not been begun. */
function iSeptember(): Handelse[] {
	return motet({
		title: "Trygghetsrådets möte",
		heldOn: "2018-09-05",
		beginsAt: "15:00",
		endsAt: "16:00",
		place: PLACE,
		deltagare: [av("kommunpolis", 1), av("samordnare", 1), av("ledamot", 6), andra("Socialtjänsten", 1)],
		planned: "2018-08-20",
		own: [{ title: "Sommaren i centrum", lines: ["Kort rapport från polisen och fältgruppen."] }],
		held: { opened: "13:01", noted: "13:30", closed: "13:56" },
		punkter: [
			{
				punkt: { avvikelse: "Riktad insats" },
				anteckning: "Två insatser är gjorda sedan april. Polisen behöver veta vilka platser rådet tycker är viktigast.",
				beslut: ["Höstens insatser ska planeras före höstlovet."],
				atgarder: [
					{
						measure: "Riktad insats",
						title: "Ta fram en plan för höstens riktade insatser",
						owner: "polis",
						dueOn: "2018-10-01",
					},
					{
						measure: "Riktad insats",
						title: "Föreslå platser för insatserna tillsammans med skolorna",
						owner: "kommun",
						dueOn: "2018-10-26",
					},
				],
			},
			{
				punkt: { egen: "Sommaren i centrum" },
				anteckning: "Sommaren var lugn. Nedskräpningen vid stationen har ökat.",
				beslut: ["Kommunen tar upp städningen vid stationen med fastighetsägaren."],
			},
		],
	});
}

/** Its agenda is written by the app: the report that waits, what is behind, the åtgärder and what comes. */
function iDag(): Handelse[] {
	return motet({
		title: "Trygghetsrådets möte",
		heldOn: "2018-10-15",
		beginsAt: "15:00",
		endsAt: "16:30",
		place: PLACE,
		deltagare: [
			av("kommunpolis", 1),
			av("samordnare", 1),
			av("ledamot", 6),
			av("undertecknare", 1),
			andra("Räddningstjänsten", 1),
		],
		planned: "2018-09-28",
		own: [{ title: "Nästa möte", lines: ["Förslag: onsdag 12 december 2018 klockan 15.00 i kommunhuset."] }],
	});
}
