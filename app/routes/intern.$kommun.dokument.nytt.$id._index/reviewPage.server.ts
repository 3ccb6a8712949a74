import type { DokumentutkastContent, UtkastAktivitet } from "#app/dokumentutkast/content.ts";
import { utkastFaults } from "#app/dokumentutkast/faults.ts";
import type { Dokumentutkast } from "#app/dokumentutkast/findUtkast.server.ts";
import { mergeProposals } from "#app/dokumentutkast/merge.ts";
import { compareSwedish, countOf, formatDate, formatInForce, PERIOD_WORDS, shortened } from "#app/domain/format.ts";
import { measureLine } from "#app/features/utkast/measureLine.ts";
import { partsInWords } from "#app/features/utkast/partNames.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllDokument, findDokument } from "#db/dokument.server.ts";
import { findAllPlatser, type PlatsRow } from "#db/plats.server.ts";
import { findShown } from "./findShown.server.ts";
import { fragaCard } from "./fragaCard.server.ts";
import { savedText } from "./intents.server.ts";
import { marksOf } from "./marks.ts";
import { markText } from "./markText.ts";
import { faultLines, openFragor, remainsOf } from "./remains.ts";
import type { AktivitetCardView, FactsValues, MergeCard } from "./reviewView.ts";

/** With more aktiviteter than this, those that nothing is asked about are folded. */
const MOST_UNFOLDED = 15;
const LONGEST_LINE = 110;

/** The signed text with all that was found in it, and the proposal that came of it. */
export async function reviewPage(context: KommunContext) {
	const { db, kommun, url } = context;
	const utkast = await findShown(context);
	const { content, sourceText, version } = utkast;
	const platser = (await findAllPlatser(db, { kommunId: kommun.id })).sort((a, b) => compareSwedish(a.name, b.name));
	const path = `/intern/${kommun.slug}/dokument`;
	const open = openFragor(content);
	const faults = faultLines(utkastFaults(content, { platser }), content);
	const merges = mergeProposals(content);
	const taken = content.aktiviteter.filter(({ isLeftOut }) => !isLeftOut);
	const needed = new Set(faults.flatMap(({ fragaKey }) => fragaKey ?? []));
	const shown = { content, platser, needed };
	return {
		title: content.title,
		kommun: kommun.name,
		version,
		listTo: path,
		newTo: `${path}/nytt`,
		saved: savedText(url.searchParams.get("sparat")),
		pieces: markText(sourceText, marksOf(content)),
		remains: remainsOf(content, { open, faults, merges }),
		facts: factsOf(content),
		factsValues: factsValues(content),
		factsFaults: faults.flatMap(({ aktivitetKey, fragaKey, message }) =>
			aktivitetKey === null && fragaKey === null ? [message] : [],
		),
		factsFragor: content.fragor
			.filter(({ state }) => state !== "struken")
			.map((fraga) => fragaCard(fraga, null, { ...shown, isNeeded: needed.has(fraga.key) })),
		loften: content.loften.map(({ key, quotation }, index) => ({ key, number: index + 1, quotation })),
		merges: merges.flatMap((pair) => mergeCard(pair, taken)),
		aktiviteter: taken.map(
			(aktivitet, index): AktivitetCardView => ({
				...cardOf(aktivitet, shown),
				number: index + 1,
				faults: faults.filter(({ aktivitetKey, fragaKey }) => aktivitetKey === aktivitet.key && fragaKey === null),
				isFolded:
					taken.length > MOST_UNFOLDED &&
					!open.some(({ aktivitetKey }) => aktivitetKey === aktivitet.key) &&
					!faults.some(({ aktivitetKey }) => aktivitetKey === aktivitet.key),
				editTo: `${path}/nytt/${utkast.id}/aktivitet/${aktivitet.key}`,
			}),
		),
		leftOut: content.aktiviteter.flatMap(({ key, quotation, isLeftOut }) => (isLeftOut ? [{ key, quotation }] : [])),
		consequences: await consequencesOf(context, {
			utkast,
			takenCount: taken.length,
			openCount: open.filter(({ key }) => !needed.has(key)).length,
		}),
	};
}

interface Shown {
	content: DokumentutkastContent;
	platser: readonly PlatsRow[];
	needed: ReadonlySet<string>;
}

function cardOf(aktivitet: UtkastAktivitet, { content, platser, needed }: Shown) {
	const lofteAt = content.loften.findIndex(({ key }) => key === aktivitet.lofteKey);
	return {
		key: aktivitet.key,
		quotation: aktivitet.quotation,
		short: shortened(aktivitet.quotation.replace(/\s+/g, " "), LONGEST_LINE),
		lofte: lofteAt < 0 ? null : `Löfte ${lofteAt + 1}`,
		parter: partsInWords(aktivitet.parts),
		measures: aktivitet.measures.map((measure) => measureLine(measure, platser)),
		fragor: aktivitet.fragor
			.filter(({ state }) => state !== "struken")
			.map((fraga) => fragaCard(fraga, aktivitet, { content, platser, isNeeded: needed.has(fraga.key) })),
		alsoTold: aktivitet.alsoTold.map(({ quotation }) => quotation),
		isCarried: aktivitet.carriedFromId !== null,
		isInText: aktivitet.span !== null,
	};
}

function mergeCard(
	{ keepKey, mergeKey }: { keepKey: string; mergeKey: string },
	taken: readonly UtkastAktivitet[],
): MergeCard[] {
	const told = (wanted: string) => {
		const at = taken.findIndex(({ key }) => key === wanted);
		const aktivitet = taken[at];
		return aktivitet && { number: at + 1, quotation: aktivitet.quotation };
	};
	const keep = told(keepKey);
	const merge = told(mergeKey);
	return keep && merge ? [{ keepKey, mergeKey, keep, merge }] : [];
}

function factsOf(content: DokumentutkastContent): { term: string; description: string | null }[] {
	const { inForceFrom, inForceTo, isOpenEnded, signedOn, undertecknare, lagesbild } = content;
	return [
		{ term: "Titel", description: content.title || null },
		{ term: "Gäller", description: inForceText({ inForceFrom, inForceTo, isOpenEnded }) },
		{ term: "Undertecknat", description: signedOn ? formatDate(signedOn) : "Framgår inte av texten" },
		{ term: "Följs upp", description: `Per ${PERIOD_WORDS[content.periodKind].noun}` },
		{ term: "Uppföljning enligt texten", description: content.followUpRule ?? "Texten säger inget om uppföljning" },
		...(undertecknare.length > 0
			? [
					{
						term: "Undertecknare",
						description: undertecknare.map(({ title, organisation }) => `${title}, ${organisation}`).join("\n"),
					},
				]
			: []),
		...(lagesbild ? [{ term: "Lägesbild", description: shortened(lagesbild, 300) }] : []),
		...(content.sourceNote ? [{ term: "Källa", description: content.sourceNote }] : []),
	];
}

/** null: not known yet. */
function inForceText({
	inForceFrom,
	inForceTo,
	isOpenEnded,
}: Pick<DokumentutkastContent, "inForceFrom" | "inForceTo" | "isOpenEnded">): string | null {
	if (inForceFrom === null) return null;
	if (isOpenEnded || inForceTo !== null) return formatInForce(inForceFrom, isOpenEnded ? null : inForceTo);
	return `Från ${formatDate(inForceFrom)}, slutdag saknas`;
}

function factsValues(content: DokumentutkastContent): FactsValues {
	return {
		title: content.title,
		inForceFrom: content.inForceFrom ?? "",
		inForceTo: content.inForceTo ?? "",
		isOpenEnded: content.isOpenEnded,
		signedOn: content.signedOn ?? "",
		periodKind: content.periodKind,
		lagesbild: content.lagesbild ?? "",
		followUpRule: content.followUpRule ?? "",
		sourceNote: content.sourceNote ?? "",
		undertecknare: content.undertecknare.map(({ title, organisation }) => `${title}, ${organisation}`).join("\n"),
	};
}

/** What happens when the dokument is put in force, one sentence each. */
async function consequencesOf(
	{ db, kommun }: KommunContext,
	{ utkast, takenCount, openCount }: { utkast: Dokumentutkast; takenCount: number; openCount: number },
): Promise<string[]> {
	const { inForceFrom } = utkast.content;
	const from = inForceFrom ? ` från ${formatDate(inForceFrom)}` : "";
	const replaced =
		utkast.replacesDokumentId === null
			? undefined
			: await findDokument(db, { kommunId: kommun.id, dokumentId: utkast.replacesDokumentId });
	const beside = await findAllBeside(db, { kommunId: kommun.id, utkast });
	return [
		`${countOf(takenCount, "aktivitet", "aktiviteter")} kan registreras och följs upp${from}.`,
		...(openCount > 0
			? [
					openCount === 1
						? "1 fråga som kan vänta följer med som en öppen fråga. Parterna kan svara sedan."
						: `${openCount} frågor som kan vänta följer med som öppna frågor. Parterna kan svara sedan.`,
				]
			: []),
		...(replaced ? [`”${replaced.title}” slutar gälla dagen före.`] : []),
		...beside.map(
			(title) => `”${title}” gäller under samma tid och fortsätter gälla. Ska det sluta ändras dess sista dag.`,
		),
		"Därefter ändras det som är avtalat bara med datum och orsak.",
	];
}

/** Titles of those that go on in the same time, so that nobody follows two of the same without knowing. */
async function findAllBeside(
	db: Db,
	{ kommunId, utkast }: { kommunId: number; utkast: Dokumentutkast },
): Promise<string[]> {
	const { inForceFrom, inForceTo } = utkast.content;
	if (inForceFrom === null) return [];
	const all = await findAllDokument(db, { kommunId });
	return all
		.filter(
			(one) =>
				one.id !== utkast.replacesDokumentId &&
				(one.inForceTo === null || one.inForceTo >= inForceFrom) &&
				(inForceTo === null || one.inForceFrom <= inForceTo),
		)
		.map(({ title }) => title);
}
