import { MOTE_FORMAT, type MoteAtgard, type MoteContent, type MotePunkt } from "#app/mote/content.ts";

/** Minutes that say something in every part: a report reviewed, a deviation, åtgärder open and decided, what comes, and more. */
export function moteContent(overrides: Partial<MoteContent> = {}): MoteContent {
	return {
		format: MOTE_FORMAT,
		version: 1,
		isExample: false,
		kommun: { name: "Sävsjö", slug: "savsjo", lokalpolisomrade: "Höglandet" },
		title: "Trygghetsrådets möte",
		heldOn: "2018-10-15",
		beginsAt: "15:00",
		endsAt: "16:30",
		place: "Kommunhuset, sammanträdesrum Ån",
		state: "avslutat",
		openedAt: "2018-10-15T13:03:00.000Z",
		closedAt: "2018-10-15T14:21:00.000Z",
		closedBy: "Samordnare i Sävsjö",
		deltagare: [
			{ label: "Kommunpolis", count: 1 },
			{ label: "Samordnare", count: 1 },
			{ label: "Ledamöter", count: 5 },
			{ label: "Räddningstjänsten", count: 2 },
		],
		punkter: PUNKTER.map((punkt, index) => motePunkt({ ...punkt, number: index + 1 })),
		...overrides,
	};
}

/** The same before it is closed, or called off. */
export function unfinishedMoteContent(state: "planerat" | "oppet" | "installt"): MoteContent {
	const content = moteContent({ state, closedAt: null, closedBy: null });
	return state === "oppet" ? content : { ...content, openedAt: null };
}

export function motePunkt(overrides: Partial<MotePunkt> = {}): MotePunkt {
	return {
		number: 1,
		key: "egen:1",
		kind: "egen",
		title: "Övriga frågor",
		lines: [],
		rapport: null,
		aktivitet: null,
		atgarder: [],
		anteckning: "",
		outcome: null,
		beslut: [],
		nyaAtgarder: [],
		...overrides,
	};
}

export function moteAtgard(overrides: Partial<MoteAtgard> = {}): MoteAtgard {
	return {
		id: 1,
		title: "Byt belysningen i gångtunneln",
		owner: "kommun",
		decidedOn: "2018-05-16",
		dueOn: "2018-09-30",
		doneOn: null,
		doneNote: null,
		aktivitet: { id: 3, quotation: "Trygghetsvandringar genomförs minst två gånger per år." },
		...overrides,
	};
}

const PUNKTER: readonly Partial<MotePunkt>[] = [
	{
		key: "rapport:12",
		kind: "rapport",
		title: "Rapport för tertial 2 2018",
		lines: ["Polisen och kommunen har lämnat in rapporten den 25 september 2018."],
		rapport: {
			id: 12,
			dokumentTitle: "Medborgarlöfte i Sävsjö kommun 2018–2019",
			periodCode: "2018-T2",
			period: "Tertial 2 2018",
			edition: 2,
			summary: { natt: 1, withMinimum: 3, withoutMinimum: 1 },
			begardaBeslut: [
				{ part: "polis", text: "Att rådet prioriterar helgkvällarna." },
				{ part: "kommun", text: "Att rådet föreslår hur insatserna ska fördelas\nmellan höst och vår." },
			],
		},
		anteckning: "Polisen redogjorde för sommarens bemanning.\n\nKommunen berättade om fältgruppen.",
		outcome: "granskad",
		beslut: [
			{ id: 1, text: "Rådet godkänner rapporten." },
			{ id: 2, text: "Insatserna fördelas lika mellan höst och vår." },
		],
		nyaAtgarder: [
			moteAtgard({
				id: 7,
				title: "Lägg två insatser före jul",
				owner: "polis",
				decidedOn: "2018-10-15",
				dueOn: "2018-12-20",
				aktivitet: { id: 1, quotation: "Minst 15 riktade insatser mot ordningsstörningar." },
			}),
			moteAtgard({ id: 8, title: "Bjud in skolan", owner: "gemensamt", decidedOn: "2018-10-15", dueOn: null }),
		],
	},
	{
		key: "avvikelse:1",
		kind: "avvikelse",
		title: "Riktad insats är efter",
		lines: ["2 av minst 15.", "Orsak enligt polisen: personal bands upp på andra orter."],
		aktivitet: { id: 1, quotation: "Minst 15 riktade insatser mot ordningsstörningar." },
		anteckning: "Rådet vill se insatser närmare helgerna.",
	},
	{
		key: "atgarder",
		kind: "atgarder",
		title: "Öppna och försenade åtgärder",
		atgarder: [
			moteAtgard(),
			moteAtgard({ id: 2, title: "Röj buskarna vid ån", dueOn: "2018-11-30" }),
			moteAtgard({ id: 3, title: "Se över skyltarna", owner: "annan", dueOn: null }),
			moteAtgard({ id: 4, title: "Måla över klottret", doneOn: "2018-10-15", doneNote: "Klart i dag." }),
		],
		beslut: [{ id: 3, text: "Belysningen tas upp med tekniska kontoret." }],
	},
	{
		key: "rapport:13",
		kind: "rapport",
		title: "Rapport för tertial 1 2018",
		rapport: {
			id: 13,
			dokumentTitle: "Medborgarlöften i Sävsjö kommun 2017",
			periodCode: "2018-T1",
			period: "Tertial 1 2018",
			edition: 1,
			summary: { natt: 0, withMinimum: 0, withoutMinimum: 4 },
			begardaBeslut: [],
		},
		outcome: "bordlagd",
	},
	{
		key: "kommande",
		kind: "kommande",
		title: "Vad som slutar eller börjar snart",
		lines: ["Tertial 3 2018 slutar 31 december 2018."],
	},
	{ key: "egen:1", title: "Nästa möte" },
];
