import { type NewDokument, plats } from "#app/domain/dokument.schema.ts";
import { JONKOPING_STADSDELAR, JONKOPING_VAGSTRACKOR } from "#seeds/kommuner.ts";
import sourceText from "#seeds/loften/jonkoping-2016.txt?raw";

const DROGFRI_MILJO = 1;
const TRAFIKSAKERHET = 2;

export const jonkoping2016: NewDokument = {
	title: "Medborgarlöften i Jönköpings kommun 2016",
	inForceFrom: "2016-01-01",
	inForceTo: "2016-12-31",
	signedOn: "2016-01-21",
	periodKind: "tertial",
	lagesbild: `Droger, ungdomar och trafik är några av de områden som medborgare tycker att polis och kommun ska arbeta med för
att öka tryggheten i samhället.`,
	followUpRule: "Löftena kommer att följas upp tertialsvis och presenteras\u00a0via polisen.se.",
	sourceText,
	sourceNote: "Nyhet från Jönköpings län på polisen.se.",
	undertecknare: [
		{ title: "Kommunstyrelsens ordförande", organisation: "Jönköpings kommun" },
		{ title: "Lokalpolisområdeschef", organisation: "Lokalpolisområde Södra Vätterbygden" },
	],
	loften: [
		{ quotation: "Skapa förutsättningar för en drogfri miljö för barn och ungdomar." },
		{ quotation: "Aktivt trafiksäkerhetsarbete i anslutning till skol- och fritidsmiljöer." },
	],
	aktiviteter: [
		{
			quotation:
				"Fotpatrullering alla fredagar, lördagar och andra helgkvällar i centrala Jönköping under 2016 och kontinuerlig närvaro av områdespoliser i de olika stadsdelarna.",
			heading: null,
			loftePosition: DROGFRI_MILJO,
			parts: ["polis"],
			aktivitetstyp: "fotpatrullering",
			fragor: [
				{
					question:
						"Vilka kvällar är ”andra helgkvällar”? Texten räknar inte upp dem. Kalendern i appen föreslår kvällar före och under helgdagar, och ni kryssar för dem som gäller.",
					quotation: "andra helgkvällar",
					answer: null,
				},
				{
					question:
						"Hur ofta är ”kontinuerlig närvaro”, och vilka är de olika stadsdelarna? Texten har inget tal och ingen lista. Här räcker ett tillfälle per stadsdel och tertial, i elva stadsdelar.",
					quotation: "kontinuerlig närvaro av områdespoliser i de olika stadsdelarna",
					answer: null,
				},
			],
			measures: [
				{
					kind: "recurring",
					name: "Fotpatrull",
					rakneregel:
						"Räkna en kväll när minst en patrull har gått till fots i centrala Jönköping. Kvällen hör till det datum då den började. En missad kväll kan inte tas igen en annan dag.",
					settings: {
						cadence: { type: "weekdays", weekdays: [5, 6], withHelgkvallar: true, onlyHelgfria: false },
						season: null,
						slotOne: "kväll",
						slotMany: "kvällar",
					},
				},
				{
					kind: "coverage",
					name: "Områdespolis i stadsdel",
					rakneregel:
						"Räkna ett tillfälle när en områdespolis har arbetat i stadsdelen och varit synlig där. En utryckning räknas inte.",
					settings: {
						platsIds: JONKOPING_STADSDELAR.map(plats),
						times: 1,
						per: "period",
						yearBasis: null,
					},
				},
			],
		},
		{
			quotation:
				"Fortsätta att utveckla arbetssätt med Sociala Insatsgrupper, vilket innebär särskilda och specifika insatser för individer med kriminellt beteende.",
			heading: null,
			loftePosition: DROGFRI_MILJO,
			parts: ["polis", "kommun"],
			aktivitetstyp: "social insatsgrupp",
			fragor: [],
			measures: [
				{
					kind: "ongoing",
					name: "Möte om sociala insatsgrupper",
					rakneregel:
						"Räkna ett möte eller en utbildning där arbetssättet utvecklas. Räkna aldrig personer eller ärenden, och skriv inget som pekar ut någon.",
					settings: { unit: "möten", unitOne: "möte" },
				},
			],
		},
		{
			quotation:
				"Arrangera fritids- och kulturaktiviteter för flickor och pojkar samt bedriva uppsökande verksamhet bland barn och ungdomar.",
			heading: null,
			loftePosition: DROGFRI_MILJO,
			parts: ["polis", "kommun"],
			aktivitetstyp: "fritidsaktivitet",
			fragor: [],
			measures: [
				{
					kind: "ongoing",
					name: "Fritids- eller kulturaktivitet",
					rakneregel:
						"Räkna ett arrangemang som polisen eller kommunen har ordnat för barn och unga. Ett läger som varar flera dagar är ett arrangemang.",
					settings: { unit: "arrangemang", unitOne: "arrangemang" },
				},
				{
					kind: "ongoing",
					name: "Uppsökande verksamhet",
					rakneregel:
						"Räkna ett pass då personal har sökt upp barn och unga där de är, till exempel vid skolor och mötesplatser. Räkna passet, inte samtalen.",
					settings: { unit: "pass", unitOne: "pass" },
				},
			],
		},
		{
			quotation:
				"Sänka medelhastigheten på utvalda vägsträckor, som väljs ut efter olycksstatistik eller särskilt utsatthet med anledning av skolväg.",
			heading: null,
			loftePosition: TRAFIKSAKERHET,
			parts: ["polis", "kommun"],
			aktivitetstyp: "hastighetsmätning",
			fragor: [
				{
					question:
						"Vilka vägsträckor gäller det, vilken var medelhastigheten från början och vad är målet? Texten säger inget av det. Här följs tre sträckor utan utgångsvärde och utan mål.",
					quotation: "Sänka medelhastigheten på utvalda vägsträckor",
					answer: null,
				},
			],
			measures: [
				{
					kind: "outcome",
					name: "Medelhastighet",
					rakneregel:
						"Skriv medelhastigheten i km/h från en mätning som har pågått minst en vecka. En mätning gäller en vägsträcka. Värdet visar utveckling, inte orsak.",
					settings: {
						unit: "km/h",
						direction: "down",
						series: JONKOPING_VAGSTRACKOR.map((name) => ({ platsId: plats(name), baseline: null, target: null })),
					},
				},
			],
		},
		{
			quotation: "Fortsatt hastighetsöversyn på kommunalt vägnät samt beteendepåverkande information och utbildning.",
			heading: null,
			loftePosition: TRAFIKSAKERHET,
			parts: ["polis", "kommun"],
			aktivitetstyp: "hastighetsöversyn",
			fragor: [
				{
					question: "Är det bara kommunen som ansvarar för hastighetsöversynen? Orden ”kommunalt vägnät” tyder på det.",
					quotation: "hastighetsöversyn på kommunalt vägnät",
					answer: null,
				},
			],
			measures: [
				{
					kind: "ongoing",
					name: "Hastighetsöversyn",
					rakneregel:
						"Räkna en översyn när en väg eller ett område är genomgånget och det finns ett beslut, även om hastigheten inte ändras.",
					settings: { unit: "översyner", unitOne: "översyn" },
				},
				{
					kind: "ongoing",
					name: "Information och utbildning",
					rakneregel:
						"Räkna ett tillfälle då polisen eller kommunen har informerat eller utbildat om trafiksäkerhet. Ett inlägg på webben räknas inte.",
					settings: { unit: "tillfällen", unitOne: "tillfälle" },
				},
			],
		},
	],
	fragor: [
		{
			question:
				"Vem ansvarar för varje aktivitet? Texten säger bara att löftena är gemensamma. Här står polisen för den första raden, som nämner områdespoliser, och båda för de övriga.",
			quotation: "där de gemensamt lovar att genomföra ett antal aktiviteter",
			answer: null,
		},
		{
			question:
				"Hör varje aktivitet till det löfte den står under här? Texten räknar upp löftena för sig och aktiviteterna för sig, så uppdelningen är en läsning.",
			quotation: "Det ska åstadkommas genom bland annat följande aktiviteter",
			answer: null,
		},
	],
};
