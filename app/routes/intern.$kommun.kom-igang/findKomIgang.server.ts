import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import { compareSwedish } from "#app/domain/format.ts";
import { type KomIgangFacts, NEEDED_ROLES } from "#app/features/komIgang/steps.ts";
import { findProposal } from "#app/routes/intern.$kommun.aktivitet.$id/fordelningView.server.ts";
import type { Db } from "#db/connection.server.ts";
import { type DokumentSummary, findAllDokument } from "#db/dokument.server.ts";
import { findAllDokumentutkast } from "#db/dokumentutkast.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findAllGenomforanden } from "#db/genomforande.server.ts";
import { findAllOpenInbjudningar } from "#db/inbjudan.server.ts";
import type { Kommun } from "#db/kommun.server.ts";
import { findAllMembers } from "#db/person.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";

interface Asked {
	kommun: Pick<Kommun, "id" | "lokalpolisomrade" | "undertecknareTitle">;
	today: IsoDate;
	now: IsoInstant;
}

/** How far a kommun has come, from its own rows. */
export async function findKomIgang(db: Db, { kommun, today, now }: Asked): Promise<KomIgangFacts> {
	const kommunId = kommun.id;
	const dokument = await findAllDokument(db, { kommunId });
	const registered = await findAllGenomforanden(db, { kommunId, page: 1, pageSize: 1, status: "active" });
	const platser = await findAllPlatser(db, { kommunId });
	const utkast = await findAllDokumentutkast(db, { kommunId });
	return {
		lokalpolisomrade: kommun.lokalpolisomrade,
		undertecknareTitle: kommun.undertecknareTitle,
		people: await findPeople(db, { kommunId, now }),
		platsCount: platser.filter(({ isActive }) => isActive).length,
		dokument: dokument.map(({ title }) => title),
		utkast: utkast.map(({ id, title, fragorLeft }) => ({ id, title, fragorLeft })),
		unconfirmed: await findUnconfirmed(db, { kommunId, dokument, today }),
		registeredCount: registered.total,
	};
}

async function findPeople(
	db: Db,
	{ kommunId, now }: { kommunId: number; now: IsoInstant },
): Promise<KomIgangFacts["people"]> {
	const members = await findAllMembers(db, { kommunId });
	const inbjudningar = await findAllOpenInbjudningar(db, { kommunId });
	return NEEDED_ROLES.map((role) => ({
		role,
		members: members
			.filter(({ roles }) => roles.includes(role))
			.map(({ name }) => name)
			.sort(compareSwedish),
		invited: inbjudningar
			.filter(({ roles }) => roles.includes(role))
			.map(({ name, expiresAt }) => ({ name, isExpired: expiresAt <= now })),
	}));
}

/** In the dokument that are in force or will be: what is over is not agreed upon any more. */
async function findUnconfirmed(
	db: Db,
	{ kommunId, dokument, today }: { kommunId: number; dokument: readonly DokumentSummary[]; today: IsoDate },
): Promise<KomIgangFacts["unconfirmed"]> {
	const current = dokument.filter(({ inForceTo }) => inForceTo === null || inForceTo >= today).map(({ id }) => id);
	if (current.length === 0) return [];
	const followUp = await findFollowUp(db, { kommunId, dokumentIds: current });
	return followUp.dokument.flatMap((one) =>
		one.aktiviteter.flatMap((aktivitet) =>
			aktivitet.measures
				.filter((measure) => findProposal({ dokument: one, measure, today }) !== null)
				.map(({ id, name, fordelning }) => ({
					aktivitetId: aktivitet.id,
					measureId: id,
					name,
					polis: Boolean(fordelning?.polisConfirmedAt),
					kommun: Boolean(fordelning?.kommunConfirmedAt),
				}))
				.filter(({ polis, kommun }) => !polis || !kommun),
		),
	);
}
