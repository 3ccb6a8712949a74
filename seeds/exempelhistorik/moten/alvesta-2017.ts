import type { Handelse } from "../handelse.ts";
import { andra, av, motet } from "./motet.ts";

/** The meeting that reviewed the report of the summer. */
export function motenAlvesta2017(): Handelse[] {
	return motet({
		title: "BRÅ-möte",
		heldOn: "2018-10-11",
		beginsAt: "13:00",
		endsAt: "14:15",
		place: "Kommunhuset i Alvesta",
		deltagare: [
			av("kommunpolis", 1),
			av("samordnare", 1),
			av("ledamot", 7),
			andra("Volontärerna", 2),
			andra("Bostadsbolaget", 1),
		],
		planned: "2018-09-24",
		held: { opened: "11:03", noted: "11:45", closed: "12:15" },
		punkter: [
			{
				punkt: { rapport: "2018-T2" },
				outcome: "granskad",
				anteckning:
					"Veckomötena är stommen i samarbetet och fungerar bra.\nRådet frågade om Lönashult, där ingen hastighetskontroll har gjorts. Polisen svarade att det är den enda kommundel som återstår.",
				beslut: [
					"Rådet har granskat rapporten för tertial 2 2018 och lämnar den vidare för underskrift.",
					"Polisen berättar på nästa möte när hastigheten i Lönashult har kontrollerats.",
				],
				atgarder: [
					{
						measure: "Hastighetskontroll",
						title: "Lägg in Lönashult i höstens hastighetskontroller",
						owner: "polis",
						dueOn: "2018-11-30",
					},
				],
			},
			{
				punkt: "kommande",
				anteckning: "Cityvärdarna är inte införda. Pengarna är inte klara.",
				beslut: ["Kommunen tar upp kostnaden för cityvärdar i budgeten för 2019."],
				atgarder: [
					{
						measure: "Cityvärdar införda",
						title: "Lämna underlag om cityvärdar till budgeten för 2019",
						owner: "kommun",
						dueOn: "2018-11-15",
					},
				],
			},
		],
	});
}
