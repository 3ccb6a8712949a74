import type { AnsweredBlock } from "./attachAsides.ts";
import type { Block } from "./blocks.ts";
import { isPartyAlone, partiesOf } from "./headingParties.ts";
import { listUnmarked } from "./unmarked.ts";

/**
 * What a heading makes of that which stands under it.
 * - `leftOut`: explains, describes the situation, or belongs to the page
 * - `followUp`: how the löfte is followed up
 * - `promises`: the löften, or what they are about; they are the aktiviteter where nothing else is
 * - `means`: how the löften above are to be kept
 * - `opened`: somebody undertakes what follows
 * - `theme`: what the rest is about, "Trygg trafikmiljö"
 */
type Role = "leftOut" | "followUp" | "promises" | "means" | "opened" | "theme";

export interface Section {
	heading: Block | null;
	role: Role;
	/** The heading says outright that it speaks of what stands above: "Det ska vi åstadkomma genom". */
	isBackReference: boolean;
	/** Its list is of what they work with, which is no aktivitet where another list is. */
	isFocus: boolean;
	/** Its heading is the first of the text. */
	isFirst: boolean;
	parties: string[];
	/** The heading above, which says who undertakes the löfte that these are the means of. */
	frame: Block | null;
	blocks: AnsweredBlock[];
}

const FOLLOW_UP =
	/^((sa|hur)\b.{0,40}(uppfolj|foljer .{0,20}upp|foljs .{0,20}upp|foljas upp|utvarder).*|(sa )?(foljer|foljs|ska).{0,30} (upp|foljas upp)\b|uppfoljning\b(?!.{0,40}\b(20\d\d)\b)|uppfoljning och|utvardering\b|redovisning\b|aterkoppling\b|resultat(et)?:?$)/;
const LEFT_OUT =
	/^(effekt(er)?\b|(syftet|avsikten|tanken|ambitionen) (med|ar)\b|medborgarlofte\w* (ska(?! uppfyllas| genomforas)|skall|syftar|ges|handlar|innebar|ar)\b|vad (ar|innebar|betyder)\b|om (medborgar|lofte|cookies|webbplats|oss)|bakgrund|(gemensam |lokal |var )?(lagesbild|problembild|nulage)|syfte|varfor\b|sa (har )?(togs|tas|har|arbetade|gick)\b|kontakt(a oss|uppgift\w*|person\w*)?:?$|las mer|relatera|mer information|mer om|fakta|dokument$|bilag|underskrift|undertecknare|undertecknande|orsak|analys|definition|uppdatering|inledning|cookies|dela\b|senaste|nyhet|press\b|hitta\b|tidsram|giltighet|tidsperiod|period\b|avtalstid|omfattning|samverkansoverenskommelse|forutsattningar|medborgardialog(en|er)?:?$|underlag|medborgarnas (oro|synpunkter|onskemal)|statistik|trygghetsmatning(en)?$|resultat|organisation|aterrapportering|revidering|styrning|utgangspunkt)/;
const PROMISES =
	/(\b(medborgar)?lofte(n|na|t)?( ar| lyder)?:$|^(vara |gemensamma |lokala |foljande |tva |tre )*(medborgar)?lofte(n|na|t)?:?$|^(medborgar)?loften?( \d{1,2})?:?$|\b(fokusomrad|prioriterade omrad|malsattning|malbild|overgripande mal)\w*|^(vara |gemensamma |lokala |prioriterade )?(mal|fokus|prioriteringar)(en)?:?$)/;
/** "Fyra inriktningar har framkommit, som polisen och kommunen ska arbeta med:" */
const IN_FOCUS =
	/\b(inriktning\w*|(?:fokus|tema|problem)?omrad\w*|fragor|teman)\b.{0,140}\b(arbeta\w*|prioriter\w*|fokusera|ar|galler)\b/;
/** "Det här vill vi uppnå" */
const GOAL = /^(det har |detta )?vill vi (uppna|na|astadkomma)\b|^(det har |detta )(ska|skall) uppnas\b/;
/** "Under året vill polisen utveckla följande områden:" lists what is done. */
const WILL_DEVELOP = /\bvill\b.{0,60}\b(utveckla|arbeta|genomfora)\b|\blovar\b/;
const BACK_REFERENCE =
	/(^(aktiviteter|atgarder|insatser)\b.{0,60}lofte\w*|^(det|detta|det har|detta|sa|sa har|pa foljande satt)\b.{0,60}\b(gor|goras|ska|skall|vill|kommer|astadkomma|astadkoms|ske|sker|uppna|nar|genom|arbetar)\b|\bfor att .{0,60}(uppfyll|uppna|\bna\b|\bnas\b|infria|forverkliga|leva upp|lyckas|astadkomma)|\bgenom(fora)? .{0,60}\b(foljande|bland annat|aktiviteter|atgarder|att)\b.{0,20}:?$|\bgenom( att)?:?$|^foljande (aktiviteter|atgarder|insatser)\b|^det har (ska|gor|kommer)\b|^(sa|hur) (ska|gor|kommer|uppfyll|arbetar)\b)/;
/** "Polisen arbetar för att synas mer genom att:" */
const BY_DOING = /\bgenom( att)?:?$/;
/** How such a heading begins when it names a party as well; otherwise the party is who undertakes: "Polisen ska bli mer synlig genom". */
const SPEAKS_BACK = /^(det|detta|dessa|sa|hur|for att|foljande|genom|pa foljande)\b/;
/** What a lead says when its list is of what is wrong: "Undersökningen visar att många är oroliga för:". */
const SITUATION =
	/\b(lagesbild\w*|problembild\w*|problem\w*|oroar|oro|upplever|upplevs|framkom\w*|visar|synpunkter|onskemal|utgangspunkt\w*)\b/;
/** "Det medborgarna tycker att kommunen ska prioritera är:" */
const OPINION =
	/\b(medborgarna|medborgare|invanarna|invanare|kommuninvanarna|de boende|boende|ni|du) (i \p{L}+ )?(tycker|anser|vill|onskar|svarade|uppger|uppgav|efterfragar|lyfter|tar upp)\b/u;
const UNDERTAKEN = /\b(lovar|ska|skall|atar sig|kommer|vill (vi|polisen|kommunen|\p{L}+ kommun))\b/u;
const WEAK_MEANS =
	/^(gemensamma |planerade |vara |konkreta |overenskomna )?(aktivitet(en|er|erna)?|atgard(er|erna)?|handlingsplan|insatser)( .{0,20})?:?$/;
const OPENED =
	/\b(lovar|lovade|lova|loften?|atar sig|ataganden?|ska|skall|kommer( \p{L}{1,20})? att|insatser?|atgarder|aktiviteter|punkter(na)?|del i|delar ur|samverkan|vi vill|vill (vi|polisen|kommunen|\p{L}+ kommun))\b/u;
const JOINT = /^(gemensam|tillsammans|vi (lovar|ska)|bada|parterna)/;
/** Who signed: "Alvesta den 28 februari 2017", "Kommunstyrelsens ordförande". */
const SIGNATURE =
	/^(\p{L}+,? ){0,2}(den )?(\d{1,2} (januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) 20\d\d|20\d\d-\d\d-\d\d)$|\b(ordforande|kommunchef|kommundirektor|polisomradeschef|polisomrades?chef \p{L}+|kommunalrad|kommunpolis)$|^(chef|tillforordnad|tf)\b/u;
/** "Polisens del i löftet". */
const PART_OF = /\b(del|delar|ansvar|ataganden?) (i|av|ur|for|enligt)\b/;
/** "Löfte 1: Öka tryggheten i centrum", "Medborgarlöfte 2". */
const NUMBERED_PROMISE = /^(medborgar)?lofte(t)? ?(nr\.? ?|nummer )?(\d{1,2}|ett|tva|tre|fyra|fem)\b ?[.:-]* ?/;

/** The blocks under each heading; what stands before the first has none. */
export function readSections(blocks: AnsweredBlock[]): Section[] {
	const sections: Section[] = [newSection(null, "theme", [])];
	for (const block of listUnmarked(blocks, senseOf)) {
		const current = sections.at(-1) ?? newSection(null, "theme", []);
		if (block.kind === "heading" || block.kind === "lead") {
			const section = sectionOf(block, current);
			sections.push({
				...section,
				isFirst: sections.length === 1,
				parties: block.ansvar?.names ?? section.parties,
				frame: section.role === "means" && current.role === "opened" ? current.heading : null,
			});
		} else current.blocks.push(block);
	}
	return nameJointParties(namePartiesBetween(nestThemes(sections)));
}

/** Whether a löfte has a heading of its own, and then how much of the heading stands before its words. */
export function promiseHeading(folded: string): number | null {
	const length = NUMBERED_PROMISE.exec(folded)?.[0].length;
	return length === undefined || /^(medborgar)?lofte(t)? 20\d\d/.test(folded) ? null : length;
}

/** What a block would make of what stands beneath it, were it a heading of its own. */
function senseOf(block: Block) {
	const { role } = sectionOf(block, newSection(null, "theme", []));
	return {
		opens: role === "opened" || role === "means" || role === "promises",
		isTheme: role === "theme",
		isOpened: role === "opened",
	};
}

function newSection(heading: Block | null, role: Role, parties: string[], isBackReference = false): Section {
	return { heading, role, parties, isBackReference, isFocus: false, isFirst: false, frame: null, blocks: [] };
}

function sectionOf(heading: Block, before: Section): Section {
	const says = heading.kind === "lead" ? lastSentence(heading.folded) : heading.folded;
	if (FOLLOW_UP.test(says)) return newSection(heading, "followUp", []);
	if (LEFT_OUT.test(says) || SIGNATURE.test(says)) return newSection(heading, "leftOut", []);
	if (heading.kind === "lead" && (OPINION.test(says) || (SITUATION.test(says) && !UNDERTAKEN.test(says))))
		return newSection(heading, "leftOut", []);
	const words = heading.text.slice(-says.length);
	const parties = partiesOf(words);
	if (isPartyAlone(words)) return newSection(heading, "opened", parties);
	if (GOAL.test(says)) return { ...newSection(heading, "promises", []), isFocus: true };
	// A point that ends with a colon has points of its own, of whom it stands under.
	const isPoint = heading.kind === "lead" && heading.marker !== null;
	if (isPoint && isOpen(before)) return newSection(heading, "opened", parties.length > 0 ? parties : before.parties);
	if (
		BACK_REFERENCE.test(says) &&
		(parties.length === 0 || (SPEAKS_BACK.test(says) && !/\b(lovar|atar sig)\b/.test(says)))
	)
		return newSection(heading, "means", nestedParties(before, parties), true);
	if (heading.kind === "lead" && parties.length > 0 && BY_DOING.test(says))
		return newSection(heading, "opened", parties);
	if (parties.length > 0 && PART_OF.test(says)) return newSection(heading, "opened", parties);
	if (promiseHeading(says) !== null) return newSection(heading, "promises", []);
	if (WEAK_MEANS.test(says)) return newSection(heading, "means", nestedParties(before, parties));
	const isLeading = heading.kind === "lead" || /\b(ar|galler)$/.test(says);
	if (isLeading && IN_FOCUS.test(says) && !WILL_DEVELOP.test(says))
		return { ...newSection(heading, "promises", []), isFocus: true };
	if (PROMISES.test(says) && !/\b20\d\d\b/.test(says)) return newSection(heading, "promises", []);
	if (OPENED.test(says)) return newSection(heading, "opened", isTitle(says) ? [] : parties);
	if (heading.kind === "lead" && /lofte/.test(says)) return newSection(heading, "opened", []);
	if (heading.kind === "lead" && before.role === "leftOut") return newSection(heading, "leftOut", []);
	return newSection(heading, "theme", isTitle(says) ? [] : parties);
}

/** One party's "Aktiviteter" under its own löfte are its own. Those of a joint löfte say nothing of who does what. */
function nestedParties(before: Section, parties: string[]): string[] {
	if (parties.length > 0) return parties;
	return before.role === "opened" && before.parties.length === 1 && !before.blocks.some(isItem) ? before.parties : [];
}

/** "Polisen lovar", and at once "Trafik", "Narkotika" …: the themes are that party's, until another is named. */
function nestThemes(sections: Section[]): Section[] {
	let owner: Section | null = null;
	return sections.map((section, index) => {
		if (section.role !== "theme" || section.parties.length > 0) {
			const next = sections[index + 1];
			const isOwner =
				section.role === "opened" &&
				section.parties.length > 0 &&
				section.blocks.length === 0 &&
				next?.role === "theme";
			owner = isOwner && !isPartyAlone(section.heading?.text ?? "") ? section : null;
			return section;
		}
		return owner ? { ...section, role: "opened", parties: owner.parties } : section;
	});
}

/** "Gemensamma åtaganden" beside what the police and the kommun promise each by themselves is what both do. */
function nameJointParties(sections: Section[]): Section[] {
	const areApart = ["polis", "kommun"].every((party) =>
		sections.some((section) => section.parties.length === 1 && section.parties[0] === party),
	);
	return sections.map((section) => {
		const isJoint = areApart && section.parties.length === 0 && JOINT.test(section.heading?.folded ?? "");
		return isJoint ? { ...section, parties: ["polis", "kommun"] } : section;
	});
}

/** Between headings that are parties' names, a short one is a party's name as well: "Västtrafik". */
function namePartiesBetween(sections: Section[]): Section[] {
	const isAlone = sections.map((section) => section.heading !== null && isPartyAlone(section.heading.text));
	const first = isAlone.indexOf(true);
	const last = isAlone.lastIndexOf(true);
	return sections.map((section, index) => {
		if (index <= first || index >= last || section.role !== "theme" || section.parties.length > 0) return section;
		const name = section.heading?.text.replace(/:$/, "") ?? "";
		if (name.split(" ").length > 2 || !section.blocks.some(isItem)) return section;
		return { ...section, role: "opened", parties: [name] };
	});
}

/** What a lead's last sentence says: "Löftet skrevs under i februari. Fokusområden:" is about focus. */
function lastSentence(folded: string): string {
	const end = Math.max(folded.lastIndexOf(". "), folded.lastIndexOf("! "));
	return end === -1 ? folded : folded.slice(end + 2);
}

/** Whether löften or aktiviteter may stand in it. */
export function isOpen(section: Section): boolean {
	return section.role !== "leftOut" && section.role !== "followUp";
}

/** "Medborgarlöfte i … 2018": names the parties, and says nothing of who does what. */
export function isTitle(folded: string): boolean {
	return /\bmedborgarlofte\w*\b/.test(folded) && !/\b(lovar|atar sig|del)\b/.test(folded);
}

export function isItem(block: Block): boolean {
	return block.kind === "item";
}

/** Whether a heading's words are of a section that holds no löften: "Lägesbild", "Uppföljning". */
export function isAside(block: Block): boolean {
	return FOLLOW_UP.test(block.folded) || LEFT_OUT.test(block.folded) || SIGNATURE.test(block.folded);
}
