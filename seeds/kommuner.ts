import type { NewKommun } from "#app/commands/createKommun.server.ts";

type NewPlats = NonNullable<NewKommun["platser"]>[number];

/** From the first dokument through the year after the demo date. */
const HELGKVALL_YEARS = [2016, 2017, 2018, 2019];

/** The texts say "de olika stadsdelarna" and "samtliga kommundelar" without listing them; these lists are a reading. */
export const JONKOPING_STADSDELAR = [
	"Bankeryd",
	"Dalvik",
	"Ekhagen",
	"Gräshagen",
	"Huskvarna",
	"Norrahammar",
	"Råslätt",
	"Rosenlund",
	"Torpa",
	"Österängen",
	"Öxnehaga",
] as const;

/** The text names no road; the names are neutral on purpose. */
export const JONKOPING_VAGSTRACKOR = ["Skolväg, sträcka A", "Skolväg, sträcka B", "Genomfart, sträcka C"] as const;

export const ALVESTA_KOMMUNDELAR = [
	"Alvesta",
	"Moheda",
	"Vislanda",
	"Grimslöv",
	"Hjortsberga",
	"Lönashult",
	"Torpsbruk",
] as const;

/** The four kommuner of the five documents, with the codes of Statistiska centralbyrån. */
export const KOMMUNER: readonly NewKommun[] = [
	{
		scbCode: "0684",
		name: "Sävsjö",
		slug: "savsjo",
		lokalpolisomrade: "Höglandet",
		undertecknareTitle: "Kommunchef",
		helgkvallYears: HELGKVALL_YEARS,
		platser: [
			...named("plats", ["Sävsjö centrum", "Poliskontoret", "Vrigstad", "Stockaryd", "Rörvik"]),
			...named("grupp", ["Högstadiet", "Gymnasiet"]),
		],
	},
	{
		scbCode: "0680",
		name: "Jönköping",
		slug: "jonkoping",
		lokalpolisomrade: "Södra Vätterbygden",
		undertecknareTitle: "Kommunstyrelsens ordförande",
		helgkvallYears: HELGKVALL_YEARS,
		platser: [
			...named("plats", ["Centrala Jönköping", ...JONKOPING_STADSDELAR]),
			...named("grupp", ["Skolklasser", "Föräldrar"]),
			...named("vagstracka", JONKOPING_VAGSTRACKOR),
		],
	},
	{
		scbCode: "1766",
		name: "Sunne",
		slug: "sunne",
		lokalpolisomrade: "Torsby",
		undertecknareTitle: "Kommunchef",
		helgkvallYears: HELGKVALL_YEARS,
		platser: [
			...named("plats", ["Sunne centrum", "Gräsmark", "Lysvik", "Rottneros", "Västra Ämtervik", "Östra Ämtervik"]),
			...named("grupp", ["Högstadiet", "Gymnasiet"]),
		],
	},
	{
		scbCode: "0764",
		name: "Alvesta",
		slug: "alvesta",
		lokalpolisomrade: "Växjö",
		undertecknareTitle: "Kommunalråd",
		helgkvallYears: HELGKVALL_YEARS,
		platser: named("plats", ["Alvesta centrum", "Resecentrum", ...ALVESTA_KOMMUNDELAR]),
	},
];

function named(kind: NewPlats["kind"], names: readonly string[]): NewPlats[] {
	return names.map((name) => ({ name, kind }));
}
