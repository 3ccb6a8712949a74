import { compareAtgarder } from "#app/domain/atgard.ts";
import type { IsoDate } from "#app/domain/dates.ts";
import { formatDate } from "#app/domain/format.ts";
import { performedByName } from "#app/domain/performedBy.ts";
import { aktivitetWords, atgardView } from "#app/features/atgarder/atgardView.ts";
import type { PunktView } from "#app/features/mote/punktView.ts";
import type { MoteContent, MotePunkt } from "#app/mote/content.ts";
import type { MoteView } from "#app/mote/findMote.server.ts";
import { protokollOf } from "#app/mote/protokoll.ts";
import { type AtgardRow, findAllAtgarder } from "#db/atgard.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findRapport } from "#db/rapport.server.ts";

interface Around {
	kommun: { id: number; slug: string };
	today: IsoDate;
}

/** Every item that is taken up, in the words of the minutes, with what leads on and what is written in. */
export async function punktViews(db: Db, view: MoteView, { kommun, today }: Around): Promise<PunktView[]> {
	const { content, agenda, mote } = view;
	const words = protokollOf(content, { installtReason: mote.installtReason }).punkter;
	const path = `/intern/${kommun.slug}`;
	const standing = mote.state === "avslutat" ? [] : await findAllAtgarder(db, { kommunId: kommun.id });
	const rapportLinks = await linksOfRapporter(db, content, { kommun, moteId: mote.id });
	return content.punkter.flatMap((punkt, index): PunktView[] => {
		const said = words[index];
		if (!said) return [];
		const { key, kind, outcome, aktivitet } = punkt;
		return [
			{
				...said,
				key,
				kind,
				version: agenda.find((row) => row.key === key)?.version ?? 0,
				links: [
					...(rapportLinks.get(key) ?? []),
					...(aktivitet ? [{ label: "Se aktiviteten", to: `${path}/aktivitet/${aktivitet.id}` }] : []),
				],
				outcomeChoice: outcome,
				writtenBeslut: writtenBeslut(punkt, view, said.beslut),
				nya: punkt.nyaAtgarder.map(({ id, title, owner, dueOn }) => ({
					id,
					title,
					detail: [performedByName(owner), dueOn ? `klar senast ${formatDate(dueOn)}` : "ingen dag bestämd"].join(", "),
				})),
				aktivitetId: aktivitet?.id ?? null,
				openAtgarder: openAtgarder(punkt, standing, { path, today }),
				fresh: crypto.randomUUID(),
			},
		];
	});
}

/** The report as a page and on the projector, in the edition that the meeting has before it. */
async function linksOfRapporter(
	db: Db,
	{ punkter }: MoteContent,
	{ kommun, moteId }: { kommun: Around["kommun"]; moteId: number },
): Promise<Map<string, PunktView["links"]>> {
	const links = new Map<string, PunktView["links"]>();
	for (const { key, rapport } of punkter) {
		const row = rapport && (await findRapport(db, { kommunId: kommun.id, rapportId: rapport.id }));
		if (!row) continue;
		const address = `/intern/${kommun.slug}/rapport/${row.periodCode}`;
		const query = new URLSearchParams({ dokument: String(row.dokumentId) });
		if (row.hasLaterEdition) query.set("version", String(row.edition));
		links.set(key, [
			{ label: "Läs rapporten", to: `${address}?${query}` },
			{ label: "Visa rapporten på projektor", to: `${address}/visa?${query}&mote=${moteId}` },
		]);
	}
	return links;
}

/** What stands in the minutes under the item, with the version that changes it. */
function writtenBeslut({ beslut }: MotePunkt, view: MoteView, words: PunktView["beslut"]): PunktView["writtenBeslut"] {
	return beslut.flatMap(({ id, text }, index) => {
		const version = view.beslut.find((row) => row.id === id)?.version;
		const number = words[index]?.number;
		return version === undefined || number === undefined ? [] : [{ id, version, text, number }];
	});
}

function openAtgarder(
	{ atgarder }: MotePunkt,
	standing: readonly AtgardRow[],
	{ path, today }: { path: string; today: IsoDate },
): PunktView["openAtgarder"] {
	return atgarder
		.flatMap(({ id }) => standing.filter((row) => row.id === id))
		.sort(compareAtgarder)
		.map((row) => ({
			...atgardView(row, today),
			aktivitet: { text: aktivitetWords(row.aktivitetQuotation), to: `${path}/aktivitet/${row.aktivitetId}` },
		}));
}
