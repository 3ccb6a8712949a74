import { describe, expect, test } from "vitest";
import { readSentence } from "#app/loftestext/readSentence.ts";

const read = (text: string, { parties = [], long = false }: { parties?: string[]; long?: boolean } = {}) =>
	readSentence(text, { parties, hasPeriodOverAYear: long });

describe("who is responsible", () => {
	test.each([
		["Polisen ska patrullera.", ["polis"]],
		["Polsien ska patrullera.", ["polis"]],
		["Komunen ska informera.", ["kommun"]],
		["Räddningstjänten utbildar elever.", ["räddningstjänst"]],
		["Kommunens säkerhetssamordnare ska kalla till möte.", ["kommun"]],
		["Att kommunen och polisen ska stödja grannsamverkan.", ["kommun", "polis"]],
		["Områdespolis, kommunpolis och utryckningspolis fortsätter med täta kontakter med skola.", ["polis"]],
		["Under sommaren ska polisen i Bro och Upplands Bro kommun patrullera.", ["polis", "kommun"]],
		[
			"Polis och Bro kommun ska med räddningstjänsten och Brobus samverka.",
			["polis", "kommun", "räddningstjänst", "Brobus"],
		],
		["Kommunen lovar att ihop med polisen gå trygghetsvandringar.", ["kommun", "polis"]],
		["Samarbetet mellan skola, socialtjänst och polis ska fördjupas.", ["skola", "socialtjänst", "polis"]],
		[
			"Utveckla SSPF där skola, socialtjänst, polis och fritid samarbetar.",
			["skola", "socialtjänst", "polis", "fritid"],
		],
		["Fotpatrullering i centrum/Polisen", ["polis"]],
		["Samverkan med skola och socialtjänsten/ Polis och Kommun", ["polis", "kommun"]],
		["Två insatser mot mopeder. (Polis)", ["polis"]],
		["Vi ska få permanent belysning. Polis", ["polis"]],
		["Nattvandring. Ansvarig: Föreningar", ["föreningar"]],
		["Skolorna ska besökas av polisen.", ["polis"]],
		["Bättre belysning är viktigt. Bro kommun lovar att byta lampor.", ["kommun"]],
		["Arrangera aktiviteter för barn.", []],
		["Hastighetskontroller på Storgatan (P)", ["polis"]],
		["Gemensam nattvandring (P + K)", ["polis", "kommun"]],
		["Tekniska verken (TVAB) kommer att byta belysningen.", ["Tekniska verken"]],
		["Att Bro kommun vid behov gör åtgärder.", ["kommun"]],
		["Polisen och Bro kommun i samverkan med andra ska utveckla arbetet.", ["polis", "kommun"]],
		["Bidra med råd till butiker, fastighetsägare och bostadsbolag.", []],
		["Besöka skolor och fritidsgårdar.", []],
		["Kommunen ska tillsammans med Brohem se över torget.", ["kommun", "Brohem"]],
		["Kommunen åtar sig att tillsammans med Region Skåne och polisen möta unga.", ["kommun", "Region Skåne", "polis"]],
		["Polis, socialtjänst och elevhälsan ska träffas.", ["polis", "socialtjänst", "elevhälsan"]],
		["Kommunen lovar att utveckla samverkan mellan polisen och föreningar.", ["kommun"]],
		["Kontroller ska göras på alla vägar av polisen.", ["polis"]],
		["Några av polisens löften är att synas mer.", ["polis"]],
	])("%s", (text, names) => expect(read(text).responsible.value).toEqual(names));

	test("the heading says it where the sentence does not", () => {
		expect(read("Patrullera mer till fots.", { parties: ["polis"] }).responsible).toEqual({
			value: ["polis"],
			span: null,
		});
		expect(read("Skolor besöks varje termin.", { parties: ["polis"] }).responsible.value).toEqual(["polis"]);
	});

	test("those whom a party has to do it are no other party beneath its heading", () => {
		expect(read("Fältarna är ute i centrum.", { parties: ["kommun"] }).responsible.value).toEqual(["kommun"]);
	});

	test("together with the other party is both, whoever's heading it stands under", () => {
		const text = "Att tillsammans med Polisen genomföra medborgarmöten i olika delar av kommunen.";
		expect(read(text, { parties: ["kommun"] }).responsible.value).toEqual(["kommun", "polis"]);
	});

	test("those who only come along are not responsible", () => {
		const text = "hålla trygghetsvandringen ihop med polisen och invånare.";
		expect(read(text, { parties: ["kommun"] }).responsible.value).toEqual(["kommun"]);
	});

	test("nobody named, a slip of the pen and a guess are asked about", () => {
		const asked = (text: string) => read(text).questions.find(({ about }) => about === "responsible")?.question;
		expect(asked("Arrangera aktiviteter för barn.")).toMatch(/^Texten säger inte vem som ansvarar/);
		expect(asked("Polsien ska patrullera.")).toBe("Texten tycks vara felskriven. Ansvarar polis?");
		expect(asked("Fortsatt patrullering på otrygga platser.")).toBe(
			"Texten säger inte rakt ut vem som ansvarar. Är det polis?",
		);
		expect(asked("Polisen ska patrullera.")).toBeUndefined();
	});
});

describe("how it is measured", () => {
	test.each([
		["Polisen ska genomföra minst tio riktade insatser.", "count", 10, "period"],
		["Insatser minst två gånger under året.", "count", 2, "year"],
		["2 nya områden för båtsamverkan under 2019.", "count", 2, "year"],
		["Polisen ska synas minst 900 timmar per år.", "count", 900, "year"],
		["Minst 25 kontroller per tertial.", "count", 25, "tertial"],
		["Tio fotpatruller fredagar och lördagar under sommaren.", "count", 10, "period"],
		["Gå minst en trygghetsvandring i kommunens tätorter.", "coverage", 1, "period"],
		["Samverkansmöten en gång i veckan.", "recurring", 1, "week"],
		["Minst en gång i månaden patrulleras centrum.", "recurring", 1, "month"],
		["Två trafikkontroller/vecka på väg 40.", "recurring", 2, "week"],
		["Var tredje månad hålls ett möte.", "recurring", 1, "quarter"],
		["Omfattningen bör vara två trygghetsvandringar per termin.", "recurring", 2, "termin"],
		["Polisen besöker varje skoltermin gymnasieskolor.", "recurring", 1, "termin"],
		["Varannan vecka ska polisen finnas på biblioteket.", "recurring", 1, null],
		["Polisen ska bemanna kontoret med fasta öppettider.", "recurring", null, null],
		["ha antilangningskampanjer vid riskhelger", "recurring", null, null],
		["ha trygghetsvärdar under sommaren.", "recurring", null, null],
		["Hastighetskontroller i samtliga kommundelar.", "coverage", null, null],
		["Polisen ska besöka samtliga grundskolor.", "coverage", null, null],
		["Polisen ska finnas i ytterområdena, Ro, Bro/Mo och Norra Ås.", "coverage", null, null],
		["Gå trygghetsvandringar i centrala Bro och Mo.", "coverage", null, null],
		["Trygghetsvandringar genomförs, beslutade åtgärder utförs.", "coverage", null, null],
		["Sänka medelhastigheten på utvalda vägsträckor.", "outcome", null, null],
		["Polisen arbetar för att färre ska uppleva otrygghet.", "outcome", null, null],
		["Minska antalet bostadsinbrott.", "outcome", null, null],
		["Minskad skadegörelse i centrum.", "outcome", null, null],
		["Polisen ska arbeta för att minska inbrotten.", "ongoing", null, null],
		["Trygghetsvandringar i två bostadsområden per år.", "count", 2, "year"],
		["Polisen fotpatrullerar i centrum på helger.", "recurring", null, null],
		["Informera samtliga elever i årskurs 7.", "coverage", null, null],
		["Andelen som känner sig trygga ska öka till 80 procent.", "outcome", null, null],
		["Polisen ska öppna ett poliskontor.", "milestone", null, null],
		["ta fram ett belysningsprogram för centrum.", "milestone", null, null],
		["En lokal handlingsplan tas fram.", "milestone", null, null],
		["Gå en trygghetsvandring i Bro.", "milestone", null, null],
		["Fotpatrullering i centrum.", "ongoing", null, null],
		["Ökad polisiär synlighet i centrum.", "ongoing", null, null],
		["Öka antalet trygghetsskapande vuxna ute.", "ongoing", null, null],
		["hålla stadskärnan ren löpande", "ongoing", null, null],
		["Bygga relationer med ungdomar.", "ongoing", null, null],
		["Polisen ska ta kontakt med föräldrar inom en vecka.", "ongoing", null, null],
		["Ett 20-tal hastighetskontroller på Storgatan.", "count", 20, "period"],
		["Gå en trygghetsvandring per år.", "count", 1, "year"],
		["Vid minst två riskkvällar 2019.", "count", 2, "year"],
		["Gå trygghetsvandring vid två tillfällen, ett per termin.", "count", 2, "period"],
		["Informera yrkesverksamma enligt 14 kap 1 § socialtjänstlagen.", "ongoing", null, null],
		["Arbeta utifrån lägesbilden i våra tre kommuner.", "ongoing", null, null],
		["Kommunen bygger en gång- och cykelväg.", "milestone", null, null],
		["Fotpatrull 2 ggr/mån.", "recurring", 2, "month"],
		["Polisen finns på biblioteket var fjortonde dag.", "recurring", 1, null],
		["Minst en trafikkontroll varje dygn.", "recurring", 1, null],
		["Två möten per halvår.", "recurring", 2, null],
		["Båtpatrull i skärgården under v. 26–32.", "recurring", null, null],
		["Finnas på plats vid festivaler och marknader.", "recurring", null, null],
		["Fortsätta besöka centrum regelbundet.", "recurring", null, null],
		["Samverka mer regelbundet.", "ongoing", null, null],
		["Minst ett besök på varje skola.", "coverage", 1, "period"],
		["Informera samtliga föreningar om grannsamverkan.", "coverage", null, null],
		["Samverka med samtliga parter.", "ongoing", null, null],
		["Närvara på högstadiets föräldramöten.", "coverage", null, null],
		["Hastigheten på Storgatan ska sänkas.", "outcome", null, null],
		["Arbeta för att färre unga i årskurs 9 ska prova narkotika.", "outcome", null, null],
		["Öka tryggheten i centrum.", "outcome", null, null],
		["Öka tryggheten i centrum genom fler patruller.", "ongoing", null, null],
		["Kommunen ska öka antalet vuxna på stan.", "ongoing", null, null],
		["Se över skyltningen senast den 1 oktober.", "milestone", null, null],
		["Hastighetsskyltar ska sättas upp vid skolan.", "milestone", null, null],
		["Medborgardialog hålls under hösten 2024.", "milestone", null, null],
		["Polisen och kommunen håller i januari ett antal möten.", "milestone", null, null],
		["Fortsätta byta ut belysningen.", "ongoing", null, null],
		["Stötta den som vill starta grannsamverkan.", "ongoing", null, null],
		["Göra mätningar för att ta fram underlag.", "ongoing", null, null],
		["Arbeta för att inrätta ett lokalt råd.", "milestone", null, null],
		["Medverka i att ta fram den löpande lägesbilden.", "ongoing", null, null],
		["Göra ett antal planerade insatser.", "ongoing", null, null],
		["Etablera och utveckla grannsamverkan.", "ongoing", null, null],
		["Minst constructor insatser.", "ongoing", null, null],
	])("%s", (text, kind, minimum, per) => {
		const { measure, ...rest } = read(text);
		expect([measure.value, rest.minimum.value, rest.per.value]).toEqual([kind, minimum, per]);
	});
});

describe("which days and places", () => {
	test.each([
		["Patrull alla fredagar, lördagar och andra helgkvällar.", ["fredag", "lördag"], null, "week"],
		["Nattvandringar lördagar/fredagar från april till oktober.", ["fredag", "lördag"], null, "week"],
		["Polisen ska varje helgfri torsdag stå på torget.", ["torsdag"], 1, "week"],
		["Patrull måndag till torsdag.", ["måndag", "tisdag", "onsdag", "torsdag"], null, "week"],
		["Öppet hus första onsdagen i månaden.", ["onsdag"], 1, "month"],
		["Polisen finns i receptionen varje torsdag 13-16.", ["torsdag"], 1, "week"],
		["Möte torsdag 17 november.", null, null, null],
		["Med start torsdagen den 17 november 2016.", null, null, null],
	])("%s", (text, days, minimum, per) => {
		const { weekdays, ...rest } = read(text);
		expect([weekdays.value, rest.minimum.value, rest.per.value]).toEqual([days, minimum, per]);
	});

	test.each([
		["Kontroller i Bro kommuns samtliga kommundelar.", ["samtliga kommundelar"]],
		["Polisen ska finnas i ytterområdena, Ro, Bro/Mo och Norra Ås.", ["Ro", "Bro/Mo", "Norra Ås"]],
		["Insats mot ANDT (Alkohol, Narkotika, Doping, Tobak).", []],
		["Öka närvaron i centrala Bro och på Storgatan.", []],
	])("%s", (text, places) => expect(read(text).places.value).toEqual(places));
});

describe("what is done and what is counted", () => {
	test.each([
		["Polisen ska genomföra minst tio riktade insatser.", "riktad insats", "insatser"],
		["Minst tre timmar fotpatrull.", "fotpatrullering", "timmar"],
		["Polisen: fyra alkoholkontroller.", "alkoholkontroll", "alkoholkontroller"],
		["Polisen ska identifiera ungdomar som brukar narkotika.", "tidig upptäckt", null],
		["Polisen ska", "aktivitet", null],
		["", "aktivitet", null],
	])("%s", (text, term, unit) => {
		const { activityType, ...rest } = read(text);
		expect([activityType.value, rest.unit.value]).toEqual([term, unit]);
	});
});

describe("what is asked", () => {
	const asked = (text: string, about: string, long = false) => {
		const found = read(text, { parties: ["polis"], long }).questions.filter((question) => question.about === about);
		return found.map(({ question, span }) => [question, text.slice(span.from, span.to)]);
	};

	test("under året, in a dokument of several years", () => {
		const text = "Polisen ska under året genomföra minst fyra samverkansmöten.";
		expect(asked(text, "per", true)).toEqual([
			["Minst 4 samverkansmöten: per år eller under hela perioden?", "under året"],
		]);
		expect(asked(text, "per")).toEqual([]);
	});

	test.each([
		[
			"ett hundratal kontroller",
			"minimum",
			"Texten ger ett ungefärligt antal. Är det minsta antalet 100?",
			"ett hundratal",
		],
		["2-3 tillfällen med nattvandring", "minimum", "Är det minsta antalet 2 eller 3?", "2-3"],
		["sök med hund flera gånger", "minimum", "Hur många är det minst? Texten ger inget tal.", "flera gånger"],
		["lägga 10 % av arbetstiden på patrull", "minimum", "Texten ger en andel. Hur många är det minst?", "10 %"],
		[
			"alkohol (2 st) och tobak (3 st)",
			"minimum",
			"Texten ger 2 och 3. Är det minsta antalet 5 sammanlagt?",
			"2 st) och tobak (3",
		],
		["fyra möten i samtliga byar", "places", "Är det minst 4 sammanlagt eller för var och en?", "samtliga byar"],
		["Minst hälften av skolorna besöks", "minimum", "Texten ger en andel. Hur många är det minst?", "hälften av"],
		["besöka samtliga byar", "places", "Vilka hör dit? Texten räknar inte upp dem.", "samtliga byar"],
		[
			"kontakt inom en vecka",
			"measure",
			"Det här är en tidsgräns för varje fall, inte hur ofta. Hur ska den följas?",
			"inom en vecka",
		],
		["gå en trygghetsvandring", "measure", "Ska det göras en enda gång, eller återkommer det?", "gå en"],
		[
			"fasta öppettider",
			"per",
			"Hur ofta ska det ske? Texten nämner att det återkommer, men inte hur ofta.",
			"fasta öppettider",
		],
	])("%s", (text, about, question, quotation) => expect(asked(text, about)).toEqual([[question, quotation]]));

	test("nothing, where the words say it all", () => {
		expect(read("Polisen ska genomföra minst tio riktade insatser per år.").questions).toEqual([]);
	});
});
