import { datesOn, type Handelse, instant, registrering } from "./handelse.ts";
import { besideOnEvening } from "./moten/sunne-2016.ts";
import { type Chance, seededChance } from "./random.ts";

const LAST_DAY = "2018-10-13";
const UTANFOR_TATORTEN = ["Gräsmark", "Lysvik", "Rottneros", "Västra Ämtervik", "Östra Ämtervik"] as const;

/** Open end: nearly three years of steady work without numbers, and the åtgärder that the walks decided. */
export function historikSunne2016(): Handelse[] {
	const chance = seededChance(20160102);
	return [...ordningsarbete(chance), ...ungdomsarbete(chance), ...trygghetsvandringar(), ...atgarder()];
}

function ordningsarbete(chance: Chance): Handelse[] {
	return [
		...datesOn([5, 6], "2016-01-15", LAST_DAY)
			.filter((date) => chance.happens(isSummer(date) ? 0.4 : 0.17))
			.map((date) =>
				registrering(date, "Fotpatrull", {
					plats: "Sunne centrum",
					time: "21:30",
					daysLater: chance.happens(0.1) ? chance.whole(1, 4) : 0,
					biprodukter: chance.happens(0.12) ? [{ code: "avvisningar", quantity: chance.whole(1, 2) }] : [],
				}),
			),
		...datesOn([2, 4], "2016-02-02", LAST_DAY)
			.filter(() => chance.happens(0.12))
			.map((date) => registrering(date, "Besök hos handlare", { plats: chance.pick(UTANFOR_TATORTEN) })),
	];
}

function ungdomsarbete(chance: Chance): Handelse[] {
	const insatser = ["2016-04-29", "2016-06-10", "2016-10-28", "2017-04-28", "2017-06-09", "2017-12-13", "2018-06-14"];
	return [
		...insatser.map((date) =>
			registrering(date, "ANDT-insats", {
				plats: "Sunne centrum",
				time: "21:50",
				biprodukter: chance.happens(0.5) ? [{ code: "beslag", quantity: chance.whole(1, 4) }] : [],
			}),
		),
		...datesOn([4], "2016-01-21", LAST_DAY)
			.filter((date) => !isSummer(date) && chance.happens(0.26))
			.map((date) =>
				registrering(date, "Samverkan med skola och socialtjänst", {
					by: "samordnare",
					performedBy: "gemensamt",
					plats: chance.pick(["Högstadiet", "Gymnasiet"]),
					time: "12:15",
				}),
			),
	];
}

function trygghetsvandringar(): Handelse[] {
	return ["2016-05-18", "2016-10-19", "2017-05-17", "2017-10-18", "2018-05-16", "2018-10-09"].map((date) =>
		registrering(date, "Trygghetsvandring", {
			by: "samordnare",
			performedBy: "gemensamt",
			plats: "Sunne centrum",
			time: "18:20",
		}),
	);
}

/** Eleven decided, seven done, one overdue at the demo date. */
function atgarder(): Handelse[] {
	const decided: {
		title: string;
		owner: "polis" | "kommun" | "gemensamt" | "annan";
		decidedOn: string;
		dueOn: string | null;
		doneOn?: string;
	}[] = [
		{
			title: "Byt trasig belysning längs gångvägen vid ån",
			owner: "kommun",
			decidedOn: "2016-05-18",
			dueOn: "2016-08-31",
			doneOn: "2016-08-17",
		},
		{
			title: "Röj buskarna vid parkeringen bakom torget",
			owner: "kommun",
			decidedOn: "2016-05-18",
			dueOn: "2016-06-30",
			doneOn: "2016-06-14",
		},
		{
			title: "Lägg till busstationen i kvällspatrullernas runda",
			owner: "polis",
			decidedOn: "2016-10-19",
			dueOn: null,
			doneOn: "2016-11-04",
		},
		{
			title: "Sätt upp belysning i gångtunneln",
			owner: "kommun",
			decidedOn: "2016-10-19",
			dueOn: "2017-03-31",
			doneOn: "2017-04-26",
		},
		{
			title: "Måla över klotter på bussterminalen",
			owner: "kommun",
			decidedOn: "2017-05-17",
			dueOn: "2017-06-30",
			doneOn: "2017-06-08",
		},
		{
			title: "Bjud in krögarna till ett möte om stängningstider",
			owner: "gemensamt",
			decidedOn: "2017-05-17",
			dueOn: "2017-10-31",
			doneOn: "2017-09-27",
		},
		{
			title: "Flytta cykelstället som skymmer sikten vid skolan",
			owner: "kommun",
			decidedOn: "2017-10-18",
			dueOn: "2018-01-31",
			doneOn: "2018-02-12",
		},
		{
			title: "Ny belysning på lekplatsen i centrum",
			owner: "kommun",
			decidedOn: "2018-05-16",
			dueOn: "2018-09-30",
		},
		{
			title: "Ordna vuxenvandring vid skolavslutningen 2019",
			owner: "annan",
			decidedOn: "2018-05-16",
			dueOn: "2019-05-31",
		},
		{
			title: "Se över skyltarna till parkeringen vid resecentrum",
			owner: "kommun",
			decidedOn: "2018-10-09",
			dueOn: "2018-12-15",
		},
		{
			title: "Följ upp otryggheten vid torget efter mörkrets inbrott",
			owner: "polis",
			decidedOn: "2018-10-09",
			dueOn: null,
		},
	];
	return decided.flatMap(({ title, owner, decidedOn, dueOn, doneOn }): Handelse[] => [
		{
			kind: "atgard_beslutad",
			measure: "Beslutade åtgärder",
			title,
			owner,
			decidedOn,
			dueOn,
			beside: besideOnEvening(decidedOn),
			at: instant(decidedOn, "18:40"),
			by: "samordnare",
		},
		...(doneOn
			? [
					{
						kind: "atgard_utford" as const,
						title,
						doneOn,
						doneNote: null,
						at: instant(doneOn, "14:00"),
						by: owner === "polis" ? ("kommunpolis" as const) : ("samordnare" as const),
					},
				]
			: []),
	]);
}

function isSummer(date: string): boolean {
	return date.slice(5, 7) >= "06" && date.slice(5, 7) <= "08";
}
