import { type Handelse, instant } from "../handelse.ts";
import { andra, av, motet } from "./motet.ts";

const ATGARD = "Ta fram förslag till nya medborgarlöften för 2018 och 2019";

/** The council reads the last report of the löfte and asks for a new one. */
export function motenSavsjo2017(): Handelse[] {
	return [
		...motet({
			title: "Trygghetsrådets möte",
			heldOn: "2018-01-24",
			beginsAt: "11:30",
			endsAt: "13:15",
			place: "Kommunhuset i Sävsjö",
			deltagare: [
				av("kommunpolis", 1),
				av("samordnare", 1),
				av("ledamot", 5),
				av("undertecknare", 1),
				andra("Räddningstjänsten", 1),
			],
			planned: "2018-01-15",
			own: [
				{
					title: "Nya medborgarlöften",
					lines: ["Löftena för 2017 har löpt ut. Rådet behöver bestämma hur nya tas fram."],
				},
			],
			held: { opened: "10:34", noted: "11:20", closed: "12:15" },
			punkter: [
				{
					punkt: { rapport: "2017-T3" },
					outcome: "granskad",
					anteckning:
						"Polisen och kommunen gick igenom rapporten.\nDe riktade insatserna blev fler än vad som var lovat, och poliskontoret hade öppet oftare än i somras.",
					beslut: [
						"Rådet har granskat rapporten för tertial 3 2017 och lämnar den vidare för underskrift.",
						"Polisen och fältgruppen fortsätter att gå tillsammans under 2018.",
					],
				},
				{
					punkt: { egen: "Nya medborgarlöften" },
					anteckning: "Rådet vill ha färre löften, och att varje löfte går att följa upp.",
					beslut: ["Polisen och kommunen tar fram ett gemensamt förslag före den 1 april."],
					atgarder: [{ measure: "Samverkansmöte", title: ATGARD, owner: "gemensamt", dueOn: "2018-03-31" }],
				},
			],
		}),
		{
			kind: "atgard_utford",
			title: ATGARD,
			doneOn: "2018-03-27",
			doneNote: "Förslaget är lämnat till kommunchefen och lokalpolisområdet.",
			at: instant("2018-03-27", "13:20"),
			by: "samordnare",
		},
	];
}
