import { countOf, formatDate, formatPeriod, formatWeek, listOf, lowerFirst } from "#app/domain/format.ts";
import { parsePeriod } from "#app/domain/periods.ts";
import type { AuditRow } from "#db/audit.server.ts";

type Detail = AuditRow["detail"];

/** What was done, in words, per audit action. */
const SENTENCES: Record<string, (detail: Detail) => string> = {
	"genomforande.registered": (detail) => `Registrerade en aktivitet för ${day(detail.date)}`,
	"genomforande.corrected": () => "Rättade en registrering",
	"genomforande.makulerad": (detail) => `Makulerade en registrering: ${text(detail.reason)}`,
	"genomforande.undone": () => "Ångrade en registrering direkt",
	"import.uploaded": (detail) => `Läste in filen ${text(detail.fileName)} för att importera den`,
	"import.adjusted": (detail) => `Ändrade hur filen ${text(detail.fileName)} läses`,
	"import.imported": (detail) =>
		`Importerade ${registrations(detail.imported)} ur filen ${text(detail.fileName)}${span(detail)}`,
	"import.undone": (detail) =>
		`Ångrade importen av filen ${text(detail.fileName)} och makulerade ${registrations(detail.undone)}`,
	"import.cancelled": (detail) => `Avbröt importen av filen ${text(detail.fileName)}`,
	"excused_slot.excused": (detail) => `Markerade ett tillfälle som inställt: ${text(detail.reason)}`,
	"excused_slot.revoked": () => "Tog tillbaka ett inställt tillfälle",
	"atgard.decided": (detail) =>
		typeof detail.mote === "string"
			? `Antecknade en åtgärd som beslutades på mötet ${detail.mote}: ${text(detail.title)}`
			: `Lade till en beslutad åtgärd: ${text(detail.title)}`,
	"atgard.completed": (detail) => `Markerade en åtgärd som klar ${day(detail.doneOn)}`,
	"atgard.reopened": () => "Öppnade en åtgärd igen",
	"atgard.makulerad": (detail) => `Makulerade en åtgärd: ${text(detail.reason)}`,
	"fordelning.confirmed": (detail) =>
		`Bekräftade fördelningen av ett minimum för ${detail.forPart === "polis" ? "polisen" : "kommunen"}`,
	"fordelning.changed": (detail) =>
		`Ändrade fördelningen av ett minimum för ${detail.forPart === "polis" ? "polisen" : "kommunen"}`,
	"measure.changed": (detail) => `Ändrade ${measure(detail)} från ${day(detail.validFrom)}: ${text(detail.reason)}`,
	"measure.corrected": (detail) =>
		`Rättade hur ${measure(detail)} lästes, från ${day(detail.validFrom)}: ${text(detail.reason)}`,
	"measure.rakneregel_changed": rakneregelChange,
	"measure.sensitivity_changed": (detail) =>
		detail.isSensitive === true
			? `Märkte måttet ${text(detail.name)} som känsligt`
			: `Tog bort märkningen av måttet ${text(detail.name)} som känsligt`,
	"fraga.answered": () => "Svarade på en fråga om dokumentet",
	"fraga.reopened": () => "Öppnade en fråga om dokumentet igen",
	"dokument.ended": (detail) =>
		`Lät dokumentet ${text(detail.title)} sluta ${day(detail.lastDay)} ${typeof detail.before === "string" ? `i stället för ${formatDate(detail.before)}` : "i stället för att gälla tills vidare"}: ${text(detail.reason)}`,
	"dokument.prolonged": (detail) =>
		`Förlängde dokumentet ${text(detail.title)} ${typeof detail.lastDay === "string" ? `till ${formatDate(detail.lastDay)}` : "tills vidare"}: ${text(detail.reason)}`,
	"dokument.facts_changed": (detail) =>
		`Ändrade uppgifter om dokumentet ${text(detail.title)}: ${changedFacts(detail)}`,
	"dokument.created": (detail) => `Lade in dokumentet ${text(detail.title)}`,
	"dokumentutkast.begun": (detail) => `Började på ett utkast till dokumentet ${text(detail.title)}`,
	"dokumentutkast.changed": (detail) => `Ändrade utkastet till dokumentet ${text(detail.title)}${utkastChange(detail)}`,
	"dokumentutkast.discarded": (detail) => `Tog bort utkastet till dokumentet ${text(detail.title)}`,
	"helgkvall.ticked": (detail) => `Ändrade helgkvällarna för ${text(detail.year)}`,
	"plats.added": (detail) => `Lade till platsen ${text(detail.name)}`,
	"plats.changed": (detail) => `Ändrade platsen ${text(detail.name)}`,
	"kommun.created": () => "Lade upp kommunen",
	"kommun.changed": () => "Ändrade kommunens inställningar",
	"inbjudan.created": (detail) => `Bjöd in ${text(detail.name)}`,
	"inbjudan.renewed": (detail) => `Förnyade inbjudan till ${text(detail.name)}`,
	"inbjudan.revoked": (detail) => `Drog tillbaka inbjudan till ${text(detail.name)}`,
	"inbjudan.accepted": (detail) => `${text(detail.name)} gick med i kommunen`,
	"person.added": () => "Lade till en person",
	"person.roles_changed": (detail) => `Ändrade roller för ${text(detail.name)}`,
	"person.removed": (detail) => `Tog bort ${text(detail.name)} ur kommunen`,
	"rapport.text_saved": (detail) => `Sparade text i ${partsDel(detail)} av ${rapport(detail)}`,
	"rapport.part_klar": (detail) =>
		`Markerade ${partsDel(detail)} av ${rapport(detail)} som klar${detail.state === "inlamnad" ? ", och rapporten är inlämnad" : ""}`,
	"rapport.part_not_klar": (detail) => `Tog tillbaka klarmarkeringen av ${partsDel(detail)} av ${rapport(detail)}`,
	"rapport.synpunkt_given": (detail) => `Lämnade en synpunkt på ${rapport(detail)}`,
	"rapport.returned": (detail) => `Återlämnade ${rapport(detail)}: ${text(detail.reason)}`,
	"rapport.reviewed": (detail) => `Noterade att rådet har granskat ${rapport(detail)}`,
	"rapport.signed": (detail) => `Signerade ${rapport(detail)}`,
	"rapport.published": (detail) => `Publicerade ${rapport(detail)}`,
	"rapport.recalled": (detail) => `Tog tillbaka publiceringen av ${rapport(detail)}`,
	"rapport.rattelse_begun": (detail) => `Började på en rättelse, ${rapport(detail)}: ${text(detail.reason)}`,
	"mote.planned": (detail) => `Planerade ${mote(detail)}`,
	"mote.changed": (detail) =>
		detail.heldOnBefore === undefined
			? `Ändrade ${mote(detail)}`
			: `Flyttade ett möte från ${day(detail.heldOnBefore)}: ${mote(detail)}`,
	"mote.cancelled": (detail) => `Ställde in ${mote(detail)}: ${text(detail.reason)}`,
	"mote.opened": (detail) => `Öppnade ${mote(detail)}`,
	"mote.unopened": (detail) => `Ångrade att ${mote(detail)} öppnades`,
	"mote.closed": (detail) => `Avslutade ${mote(detail)}, och protokollet står fast`,
	"mote.agenda_changed": (detail) => `${agendaChange(detail)} i dagordningen för ${mote(detail)}`,
	"mote.noted": (detail) => `Antecknade vad som sades om ”${text(detail.punkt)}” på ${mote(detail)}`,
	"beslut.recorded": (detail) => `Antecknade ett beslut på ${moteOfBeslut(detail)}: ${text(detail.text)}`,
	"beslut.changed": (detail) =>
		`Ändrade ett beslut på ${moteOfBeslut(detail)} från ”${text(detail.before)}” till ”${text(detail.text)}”`,
	"beslut.withdrawn": (detail) => `Tog bort ett beslut på ${moteOfBeslut(detail)}: ${text(detail.text)}`,
	"utskick.queued": (detail) =>
		`Skrev veckobrev till ${countOf(Number(detail.count) || 0, "person", "personer")}${week(detail.week)}`,
	"person.password_reset": (detail) => `Skapade en ny lösenordslänk för ${text(detail.name)}`,
};

/** One sentence for an audit event. An action without words of its own shows its code, so that nothing is hidden. */
export function auditText({ action, detail }: Pick<AuditRow, "action" | "detail">): string {
	return SENTENCES[action]?.(detail) ?? action;
}

function text(value: unknown): string {
	return typeof value === "string" || typeof value === "number" ? String(value) : "uppgift saknas";
}

function day(value: unknown): string {
	return typeof value === "string" ? formatDate(value) : "okänt datum";
}

function registrations(count: unknown): string {
	return countOf(Number(count) || 0, "registrering", "registreringar");
}

/** ", 3 januari 2018–30 april 2018" */
function span({ from, to }: Detail): string {
	if (typeof from !== "string" || typeof to !== "string") return "";
	return from === to ? `, ${formatDate(from)}` : `, ${formatDate(from)}–${formatDate(to)}`;
}

/** ", v. 42" */
function week(value: unknown): string {
	return typeof value === "string" ? `, ${formatWeek(value)}` : "";
}

/** "rapporten för tertial 2 2018 (Medborgarlöfte 2018), version 2" */
function rapport({ title, periodCode, edition }: Detail): string {
	const period = parsePeriod(typeof periodCode === "string" ? periodCode : "");
	const name = `rapporten för ${period ? lowerFirst(formatPeriod(period)) : "okänd period"} (${text(title)})`;
	return typeof edition === "number" && edition > 1 ? `${name}, version ${edition}` : name;
}

/** "mötet BRÅ-möte 15 oktober 2018" */
function mote({ title, heldOn }: Detail): string {
	return `mötet ${text(title)} ${day(heldOn)}`;
}

/** "måttet Riktad insats" */
function measure({ name }: Detail): string {
	return typeof name === "string" ? `måttet ${name}` : "ett mått";
}

/** With what was said before, where it is another. */
function rakneregelChange({ name, rakneregel, before, reason }: Detail): string {
	const [nameBefore, rakneregelBefore] = ["name", "rakneregel"].map((key) => valueIn(before, key));
	const what = [
		...(nameBefore === name ? [] : [`namnet på måttet ${text(nameBefore)} till ${text(name)}`]),
		...(rakneregelBefore === rakneregel ? [] : [`vad som räknas för måttet ${text(name)}`]),
	];
	const was = rakneregelBefore === rakneregel ? "" : `. Förut: ”${text(rakneregelBefore)}”`;
	return `Ändrade ${listOf(what)}: ${text(reason)}${was}`;
}

/** "titel och lägesbild" */
function changedFacts({ changes }: Detail): string {
	const names = Object.entries(FACT_NAME).flatMap(([key, name]) => (valueIn(changes, key) === undefined ? [] : [name]));
	return listOf(names) || "uppgift saknas";
}

const FACT_NAME = {
	title: "titel",
	signedOn: "dag för undertecknandet",
	undertecknare: "undertecknare",
	periodKind: "uppföljningsperiod",
	lagesbild: "lägesbild",
	followUpRule: "uppföljning enligt texten",
	sourceNote: "källa",
};

function valueIn(value: unknown, key: string): unknown {
	return typeof value === "object" && value !== null
		? Object.entries(value).find(([name]) => name === key)?.[1]
		: undefined;
}

function moteOfBeslut(detail: Detail): string {
	return mote({ title: detail.mote, heldOn: detail.heldOn });
}

/** "Ändrade punkten ”…”" */
function agendaChange({ change, punkt, added }: Detail): string {
	switch (change) {
		case "added":
			return `Lade till punkten ”${text(punkt)}”`;
		case "moved":
			return `Flyttade punkten ”${text(punkt)}”`;
		case "removed":
			return `Tog bort punkten ”${text(punkt)}”`;
		case "restored":
			return `Tog tillbaka punkten ”${text(punkt)}”`;
		case "refreshed":
			return `Tog upp det som tillkommit (nya punkter: ${text(added)})`;
		default:
			return `Ändrade punkten ”${text(punkt)}”`;
	}
}

function partsDel({ part }: Detail): string {
	return part === "polis" ? "polisens del" : "kommunens del";
}

/** What was done in a step of the review of an utkast. */
const UTKAST_CHANGES: Record<string, string> = {
	changeFacts: "uppgifterna om dokumentet",
	addLofte: "ett nytt löfte",
	removeLofte: "ett löfte togs bort",
	addAktivitet: "en ny aktivitet",
	changeAktivitet: "en aktivitet",
	leaveOutAktivitet: "en aktivitet lämnades utanför",
	takeInAktivitet: "en aktivitet togs med igen",
	mergeAktiviteter: "två aktiviteter slogs ihop",
	keepApart: "två aktiviteter hölls isär",
	addMeasure: "ett nytt mått",
	changeMeasureKind: "hur en aktivitet följs",
	changeMeasure: "ett mått",
	removeMeasure: "ett mått togs bort",
	answerFraga: "svar på en fråga",
	strikeFraga: "en fråga ströks",
	reopenFraga: "en fråga öppnades igen",
};

function utkastChange({ change }: Detail): string {
	const words = typeof change === "string" ? UTKAST_CHANGES[change] : undefined;
	return words === undefined ? "" : `: ${words}`;
}
