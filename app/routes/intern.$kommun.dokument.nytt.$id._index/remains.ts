import type { DokumentutkastContent, UtkastFault, UtkastFraga } from "#app/dokumentutkast/content.ts";
import { countOf, shortened } from "#app/domain/format.ts";
import { FACTS_ANCHOR, fragaAnchor } from "#app/features/utkast/anchors.ts";
import type { FaultLine, Remains } from "./reviewView.ts";

const MOST_ITEMS = 8;

/** Which questions decide a field; a field that is not named may be decided by any of the measure's. */
const DECIDED_BY: Record<string, readonly UtkastFraga["about"][]> = {
	inForceFrom: ["period"],
	inForceTo: ["period"],
	isOpenEnded: ["period"],
	periodKind: ["followUp"],
	signedOn: ["signedOn"],
	parts: ["responsible"],
	minimum: ["minimum", "measure"],
	per: ["per", "measure"],
	yearBasis: ["per", "measure"],
	platsIds: ["places", "measure"],
	series: ["places", "measure"],
	name: [],
	rakneregel: [],
	answer: [],
};
const OF_A_MEASURE: readonly UtkastFraga["about"][] = ["measure", "per", "weekdays", "minimum", "places"];

interface OpenFraga extends UtkastFraga {
	aktivitetKey: string | null;
}

/** The questions that nobody has answered, in the order of the page, and of which aktivitet they are. */
export function openFragor({ fragor, aktiviteter }: DokumentutkastContent): OpenFraga[] {
	const all = [
		...fragor.map((fraga) => ({ ...fraga, aktivitetKey: null })),
		...aktiviteter
			.filter(({ isLeftOut }) => !isLeftOut)
			.flatMap((aktivitet) => aktivitet.fragor.map((fraga) => ({ ...fraga, aktivitetKey: aktivitet.key }))),
	];
	return all.filter(({ state }) => state === "obesvarad");
}

/** The question whose answer mends what is wrong; undefined: there is none. */
function fragaThatMends(fault: UtkastFault, open: readonly OpenFraga[]): OpenFraga | undefined {
	const own = open.filter(({ aktivitetKey }) => aktivitetKey === fault.aktivitetKey);
	// Who is responsible may be asked once for several.
	const shared = open.filter(({ aktivitetKey, about }) => aktivitetKey === null && about === "responsible");
	const deciding = DECIDED_BY[fault.field ?? ""] ?? (fault.measureKey === null ? [] : OF_A_MEASURE);
	return [...own, ...shared].find(({ about, measureKey }) => {
		const isOfMeasure = measureKey === undefined || fault.measureKey === null || measureKey === fault.measureKey;
		return isOfMeasure && deciding.includes(about);
	});
}

/** A fault with where it is mended: at a question that decides it, else at the card that it belongs to. */
interface PlacedFault extends FaultLine, Pick<UtkastFault, "aktivitetKey"> {
	/** The message with what it is about: "Aktivitet 3. Ansvarig part: välj minst en." */
	label: string;
	fragaKey: string | null;
}

/** Every fault with its place on the page. */
export function faultLines(faults: readonly UtkastFault[], content: DokumentutkastContent): PlacedFault[] {
	const open = openFragor(content);
	return faults.map((fault) => {
		const { aktivitetKey, message } = fault;
		const fraga = fragaThatMends(fault, open);
		return {
			aktivitetKey,
			message,
			label: aktivitetKey === null ? message : `${placeOf(aktivitetKey, content)}. ${message}`,
			fragaKey: fraga?.key ?? null,
			href: `#${fraga ? fragaAnchor(fraga.key) : (aktivitetKey ?? FACTS_ANCHOR)}`,
		};
	});
}

/** What is left, in a sentence and as a list to follow. */
export function remainsOf(
	content: DokumentutkastContent,
	{
		open,
		faults,
		merges,
	}: { open: readonly OpenFraga[]; faults: readonly PlacedFault[]; merges: readonly { keepKey: string }[] },
): Remains {
	const needed = new Set(faults.flatMap(({ fragaKey }) => fragaKey ?? []));
	const missing = faults.filter(({ fragaKey }) => fragaKey === null);
	const items = [
		...[...open]
			.sort((a, b) => Number(needed.has(b.key)) - Number(needed.has(a.key)))
			.map((fraga) => ({
				href: `#${fragaAnchor(fraga.key)}`,
				label: `${placeOf(fraga.aktivitetKey, content)}. ${shortened(fraga.question, 90)}`,
			})),
		...missing.map(({ href, label }) => ({ href, label })),
	];
	const counts = [
		open.length > 0 && countOf(open.length, "fråga att svara på", "frågor att svara på"),
		missing.length > 0 && countOf(missing.length, "sak saknas", "saker saknas"),
		merges.length > 0 && countOf(merges.length, "aktivitet står två gånger", "aktiviteter står två gånger"),
	].filter((part) => part !== false);
	return {
		sentence: counts.length > 0 ? counts.join(" · ") : "Alla frågor är besvarade och inget saknas",
		explanation: explain({ open: open.length, needed: needed.size, missing: missing.length }),
		isReady: faults.length === 0,
		items: items.slice(0, MOST_ITEMS),
		more: Math.max(0, items.length - MOST_ITEMS),
	};
}

function explain({ open, needed, missing }: { open: number; needed: number; missing: number }): string {
	if (open === 0 && missing === 0) return "Läs igenom förslaget och sätt sedan dokumentet i kraft.";
	const mayWait = open - needed;
	const wait =
		mayWait === 0
			? ""
			: needed === 0 && missing === 0
				? "Frågorna kan vänta: de följer med som öppna frågor, och parterna kan svara sedan."
				: "De andra frågorna kan vänta: de följer med som öppna frågor.";
	const must = [
		needed > 0 && (needed === open ? "Svara på frågorna" : `Svara på ${countOf(needed, "fråga", "frågor")}`),
		missing > 0 && "fyll i det som saknas",
	].filter((part) => part !== false);
	if (must.length === 0) return wait;
	const [first = "", second] = must;
	const text = second ? `${first} och ${second}` : first;
	return `${text.charAt(0).toUpperCase()}${text.slice(1)} innan dokumentet sätts i kraft. ${wait}`.trim();
}

function placeOf(aktivitetKey: string | null, { aktiviteter }: DokumentutkastContent): string {
	if (aktivitetKey === null) return "Dokumentet";
	const taken = aktiviteter.filter(({ isLeftOut }) => !isLeftOut);
	return `Aktivitet ${taken.findIndex(({ key }) => key === aktivitetKey) + 1}`;
}
