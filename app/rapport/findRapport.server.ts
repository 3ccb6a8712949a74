import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import type { ClippedPeriod, Period } from "#app/domain/periods.ts";
import { isSigned, type RapportFacts, type RapportState } from "#app/domain/rapport.ts";
import type { Db } from "#db/connection.server.ts";
import {
	findAllEditions,
	findAllRapportTexts,
	findAllSynpunkter,
	findFrozen,
	type RapportRow,
	type RapportTextRow,
	type SynpunktRow,
} from "#db/rapport.server.ts";
import { findRapportDokument, type RapportDokument } from "#db/rapportSource.server.ts";
import { findSnapshot, type SnapshotRow } from "#db/snapshot.server.ts";
import { buildRapportContent } from "./build.ts";
import { type RapportContent, readContent } from "./content.ts";
import { findLateEntries, type LateEntries, NOTHING_LATE } from "./findLateEntries.server.ts";
import { findRapportSource } from "./findRapportSource.server.ts";
import { rapportPeriod } from "./rapportPeriod.ts";

/** A report as the staff see it, in whatever state. */
export interface RapportView {
	/** null while nobody has written anything: a live utkast without a row. */
	rapport: RapportRow | null;
	/** Live while it is utkast, frozen with the council's remarks while it is reviewed, what was signed afterwards. */
	content: RapportContent;
	/** For `whyNot`. */
	facts: RapportFacts;
	/** For the editors, by part and aktivitet. */
	texts: RapportTextRow[];
	synpunkter: SynpunktRow[];
	snapshot: RapportSnapshot | null;
	/** All of this report's, the first first. */
	editions: { edition: number; state: RapportState; code: string | null }[];
	/** What the log says since the figures were frozen. */
	late: LateEntries;
}

export interface RapportSnapshot {
	code: string;
	/** Canonical JSON, the very text that was signed. */
	canonicalContent: string;
	sha256: string;
	signature: string;
	publicContent: RapportContent;
	publicSha256: string;
	publicSignature: string;
	keyId: string;
	signedAt: IsoInstant;
}

/**
 * The report of one dokument and period, in its latest edition or the one asked for.
 *
 * @returns undefined when the kommun has no such dokument, it is followed per another kind of period, is not in force in
 *   this one, the period has not begun, or there is no such edition
 */
export async function findRapportView(
	db: Db,
	{
		kommunId,
		dokumentId,
		period,
		edition,
		today,
	}: { kommunId: number; dokumentId: number; period: Period; edition?: number; today: IsoDate },
): Promise<RapportView | undefined> {
	const dokument = await findRapportDokument(db, { kommunId, dokumentId });
	const clipped = dokument && rapportPeriod({ ...dokument.dokument, ...dokument }, { period, today });
	if (!clipped) return undefined;
	const editions = await findAllEditions(db, { kommunId, dokumentId, periodCode: period.code });
	const rapport = editions.find((one) => one.edition === edition) ?? editions.at(-1) ?? null;
	if (edition !== undefined && edition !== (rapport?.edition ?? 1)) return undefined;
	const said = await findSaid(db, { kommunId, facts: dokument, period: clipped, today, rapport });
	return {
		rapport,
		...said,
		facts: factsOf(rapport, clipped),
		editions: editions.map(({ edition, state, code }) => ({ edition, state, code })),
		late:
			!rapport || rapport.state === "utkast"
				? NOTHING_LATE
				: await findLateEntries(db, { kommunId, dokumentId, content: said.content }),
	};
}

/** What the rules of the next step depend on. A report that nobody has begun is an utkast. */
export function factsOf(rapport: RapportRow | null, period: Pick<ClippedPeriod, "clippedTo">): RapportFacts {
	return {
		state: rapport?.state ?? "utkast",
		edition: rapport?.edition ?? 1,
		periodTo: rapport?.periodTo ?? period.clippedTo,
		polisKlarBy: rapport?.polisKlarBy ?? null,
		kommunKlarBy: rapport?.kommunKlarBy ?? null,
		publishedAt: rapport?.publishedAt ?? null,
		hasLaterEdition: rapport?.hasLaterEdition ?? false,
	};
}

/** The frozen content with what the council has said since. */
export function reviewedContent(
	frozen: string,
	{ synpunkter, granskadAt }: { synpunkter: readonly SynpunktRow[]; granskadAt: IsoInstant | null },
): RapportContent {
	return {
		...readContent(frozen),
		synpunkter: synpunkter.map(({ aktivitetId, role, text, createdAt }) => ({
			aktivitetId,
			role,
			text,
			at: createdAt,
		})),
		granskadAt,
	};
}

async function findSaid(
	db: Db,
	{
		kommunId,
		rapport,
		...asked
	}: { kommunId: number; facts: RapportDokument; period: ClippedPeriod; today: IsoDate; rapport: RapportRow | null },
): Promise<Pick<RapportView, "content" | "texts" | "synpunkter" | "snapshot">> {
	const of = rapport && { kommunId, rapportId: rapport.id };
	const texts = of ? await findAllRapportTexts(db, of) : [];
	const synpunkter = of ? await findAllSynpunkter(db, of) : [];
	const snapshot = of && isSigned(rapport.state) ? await findSnapshot(db, of) : undefined;
	if (snapshot) return { content: readContent(snapshot.content), texts, synpunkter, snapshot: toSnapshot(snapshot) };
	const frozen = of ? await findFrozen(db, of) : undefined;
	const content =
		rapport && frozen !== undefined
			? reviewedContent(frozen, { synpunkter, granskadAt: rapport.granskadAt })
			: buildRapportContent(await findRapportSource(db, { kommunId, rapport, texts, ...asked }));
	return { content, texts, synpunkter, snapshot: null };
}

function toSnapshot(row: SnapshotRow): RapportSnapshot {
	const { code, sha256, signature, publicSha256, publicSignature, keyId, signedAt } = row;
	return {
		code,
		canonicalContent: row.content,
		sha256,
		signature,
		publicContent: readContent(row.publicContent),
		publicSha256,
		publicSignature,
		keyId,
		signedAt,
	};
}
