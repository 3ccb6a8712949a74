import { Fault } from "#app/domain/fault.ts";
import { compareSwedish, formatDate, formatInForce, listOf, PERIOD_WORDS, shortened } from "#app/domain/format.ts";
import { formatInstant } from "#app/features/formatInstant.ts";
import { fragaView } from "#app/features/fragaView.server.ts";
import { addressId } from "#app/http/addressId.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { measureModule } from "#app/measures/index.ts";
import { auditText } from "#app/routes/intern.$kommun.historik/auditText.ts";
import { type Dokument, findDokument } from "#db/dokument.server.ts";
import { type DokumentChange, findAllDokumentChanges, findNeighbours } from "#db/dokumentChange.server.ts";
import type { AktivitetGroup } from "./AktivitetGroups.tsx";
import { nextSteps, putInForceText } from "./nextSteps.server.ts";

/** So many changes are listed here; all of them are in the kommun's history. */
const MOST_CHANGES = 50;

const SAVED_TEXT = new Map([
	["answerFraga", "Svaret är sparat."],
	["changeDokumentFacts", "Uppgifterna om dokumentet är sparade."],
	["prolongDokument", "Dokumentet är förlängt."],
	["endDokument", "Dokumentet har fått en ny sista dag."],
]);

/** The dokument in the words of the text, what has been changed of it since, and what stands before and after it. */
export async function dokumentView(context: KommunContext) {
	const { db, kommun, params, url, may, today } = context;
	const of = { kommunId: kommun.id, dokumentId: addressId(params.id) };
	const dokument = await findDokument(db, of);
	if (!dokument) throw new Fault("not_found", "Dokumentet finns inte i den här kommunen.");
	const { replaces, replacedBy } = await findNeighbours(db, of);
	const changes = await findAllDokumentChanges(db, { ...of, limit: MOST_CHANGES });
	const path = `/intern/${kommun.slug}`;
	const canEdit = may("editDokument");
	const isNew = canEdit && url.searchParams.get("sparat") === "putInForce";
	const nameOf = ({ id, title }: { id: number; title: string }) => ({ title, to: `${path}/dokument/${id}` });
	return {
		title: dokument.title,
		listTo: `${path}/dokument`,
		editTo: canEdit ? `${path}/dokument/${dokument.id}/andra` : null,
		replaceTo: canEdit && !replacedBy ? `${path}/dokument/${dokument.id}/ersatt` : null,
		replaces: replaces && nameOf(replaces),
		replacedBy: replacedBy && {
			...nameOf(replacedBy),
			from: formatDate(replacedBy.inForceFrom),
			isStill: today < replacedBy.inForceFrom,
		},
		lagesbild: dokument.lagesbild,
		sourceText: dokument.sourceText,
		facts: factsOf(dokument),
		groups: groupAktiviteter(dokument, { path, canEdit }),
		fragor: dokument.fragor.map((fraga) => ({ ...fragaView(fraga), ...aboutOf(fraga, { dokument, path }) })),
		changes: changes.map(changeCells),
		hasMoreChanges: changes.length === MOST_CHANGES,
		historyTo: `${path}/historik`,
		canEdit,
		nextSteps: isNew ? await nextSteps(context, dokument) : [],
		saved: isNew ? putInForceText(dokument, today) : (SAVED_TEXT.get(url.searchParams.get("sparat") ?? "") ?? null),
	};
}

const LONGEST_ABOUT = 80;

/** Which of the aktiviteter a question is about; one about the whole says nothing. */
function aboutOf(
	{ aktivitetId }: Dokument["fragor"][number],
	{ dokument, path }: { dokument: Dokument; path: string },
): { about?: { quotation: string; to: string } } {
	const aktivitet = dokument.aktiviteter.find(({ id }) => id === aktivitetId);
	if (!aktivitet) return {};
	return {
		about: { quotation: shortened(aktivitet.quotation, LONGEST_ABOUT), to: `${path}/aktivitet/${aktivitet.id}` },
	};
}

function factsOf(dokument: Dokument): { term: string; description: string }[] {
	return [
		{ term: "Gäller", description: formatInForce(dokument.inForceFrom, dokument.inForceTo) },
		{
			term: "Undertecknat",
			description: dokument.signedOn ? formatDate(dokument.signedOn) : "Framgår inte av texten",
		},
		{
			term: "Undertecknare",
			description:
				dokument.undertecknare.map(({ title, organisation }) => `${title}, ${organisation}`).join("\n") ||
				"Ingen uppgift",
		},
		{ term: "Följs upp", description: `Per ${PERIOD_WORDS[dokument.periodKind].noun}` },
		{ term: "Uppföljning enligt texten", description: dokument.followUpRule ?? "Texten säger inget om uppföljning" },
		...(dokument.sourceNote ? [{ term: "Källa", description: dokument.sourceNote }] : []),
	];
}

/** When, who, and what with which reason. */
function changeCells({ at, personName, action, detail, measureName }: DokumentChange): string[] {
	const named = measureName === null ? detail : { name: measureName, ...detail };
	return [formatInstant(at), personName ?? "Löfteskoll", auditText({ action, detail: named })];
}

/** The aktiviteter under their löfte, or under the document's own heading where they stand under none. */
function groupAktiviteter(dokument: Dokument, { path, canEdit }: { path: string; canEdit: boolean }): AktivitetGroup[] {
	const titles = [
		...dokument.loften.map((lofte) => ({ title: lofte.quotation, isLofte: true })),
		...[...new Set(dokument.aktiviteter.flatMap((aktivitet) => (aktivitet.lofteId ? [] : [aktivitet.heading])))].map(
			(heading) => ({ title: heading ?? "Aktiviteter", isLofte: false }),
		),
	];
	return titles.map(({ title, isLofte }) => ({
		title,
		isLofte,
		aktiviteter: dokument.aktiviteter
			.filter((aktivitet) => {
				const lofte = dokument.loften.find((one) => one.id === aktivitet.lofteId);
				return isLofte ? lofte?.quotation === title : !lofte && (aktivitet.heading ?? "Aktiviteter") === title;
			})
			.map((aktivitet) => ({
				id: aktivitet.id,
				to: `${path}/aktivitet/${aktivitet.id}`,
				quotation: aktivitet.quotation,
				parter: listOf(aktivitet.parter.map((part) => part.name).sort(compareSwedish)),
				measures: aktivitet.measures.map((measure) => ({
					id: measure.id,
					name: measure.name,
					kindName: measureModule(measure.kind).name,
					editTo: canEdit ? `${path}/aktivitet/${aktivitet.id}/matt/${measure.id}` : null,
				})),
			})),
	}));
}
