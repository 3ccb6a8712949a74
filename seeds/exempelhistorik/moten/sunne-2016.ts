import type { IsoDate } from "#app/domain/dates.ts";
import type { AtgardBeslutad, Handelse, PunktOfMote } from "../handelse.ts";
import { andra, av, motet, nameOfMote, type Punkt } from "./motet.ts";

const GENOMGANG = "Genomgång av vad vandringen visade";

/** The walks after which the group sat down and decided; before them it was noted without a meeting. */
const AFTER_WALKS: readonly {
	heldOn: IsoDate;
	removed: readonly PunktOfMote[];
	anteckning: string;
	beslut: string[];
	further: readonly Punkt[];
}[] = [
	{
		heldOn: "2018-05-16",
		// The whole council reads it a week later.
		removed: [{ rapport: "2018-T1" }, "kommande"],
		further: [],
		anteckning: "Lekplatsen i centrum är mörk från september. Flera föräldrar vill ordna vuxenvandring.",
		beslut: [
			"Lekplatsen i centrum får ny belysning före hösten.",
			"Föräldraföreningen frågas om att ordna vuxenvandring vid skolavslutningen 2019.",
		],
	},
	{
		heldOn: "2018-10-09",
		removed: ["kommande"],
		further: [
			{
				punkt: "atgarder",
				anteckning: "Belysningen på lekplatsen är beställd. Kommunen räknar med att den är på plats i november.",
			},
		],
		anteckning: "Vandringen gick vid torget efter mörkrets inbrott. Skyltarna till parkeringen är svåra att läsa.",
		beslut: [
			"Kommunen ser över skyltarna till parkeringen vid resecentrum.",
			"Polisen följer upp hur det känns på torget när det är mörkt.",
		],
	},
];

/** The meetings after two of the trygghetsvandringar, and one to come. */
export function motenSunne2016(): Handelse[] {
	return [
		...AFTER_WALKS.flatMap(({ heldOn, removed, anteckning, beslut, further }) =>
			motet({
				title: "Genomgång efter trygghetsvandringen",
				heldOn,
				beginsAt: "20:30",
				endsAt: "21:15",
				place: "Biblioteket i Sunne",
				deltagare: [
					av("kommunpolis", 1),
					av("samordnare", 1),
					av("ledamot", 4),
					andra("Fastighetsägare", 2),
					andra("Föräldraföreningen", 1),
				],
				planned: heldOn.replace(/\d\d$/, "02"),
				own: [{ title: GENOMGANG, lines: [] }],
				removed,
				held: { opened: "18:32", noted: "18:40", closed: "19:12" },
				punkter: [...further, { punkt: { egen: GENOMGANG }, anteckning, beslut }],
			}),
		),
		...motet({
			title: "Trygghetsrådets möte",
			heldOn: "2018-11-28",
			beginsAt: "13:30",
			endsAt: "15:00",
			place: "Kommunhuset i Sunne",
			deltagare: [av("kommunpolis", 1), av("samordnare", 1), av("ledamot", 6)],
			planned: "2018-10-08",
		}),
	];
}

/** Where an åtgärd that a walk decided was noted: at the meeting of that evening, when there was one. */
export function besideOnEvening(decidedOn: IsoDate): AtgardBeslutad["beside"] {
	const wasHeld = AFTER_WALKS.some(({ heldOn }) => heldOn === decidedOn);
	return wasHeld ? { mote: nameOfMote(decidedOn), punkt: { egen: GENOMGANG } } : null;
}
