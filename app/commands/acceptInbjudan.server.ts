import type { IsoInstant } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { type Actor, command, type Tx } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findOpenInbjudan, type OpenInbjudan, updateInbjudanAccepted } from "#db/inbjudan.server.ts";
import {
	findAllMemberships,
	findAllRoles,
	findPersonByEmail,
	insertPerson,
	type PersonWithPassword,
	replaceRoles,
	updatePassword,
} from "#db/person.server.ts";

export const INBJUDAN_GONE = "Länken gäller inte längre. Be den som bjöd in dig om en ny.";

/**
 * Takes up an invitation: once, within its week. Someone without an account gets one with the chosen password. Someone
 * who has one must be signed in to it, so that a link that went astray lets nobody into another's account. An account that
 * waits for a new password is opened by the link that came with the waiting alone.
 *
 * @param actor its `personId` is the one signed in, or null
 * @param input `passwordHash` is null when an existing account accepts
 * @throws Fault `not_found` for a link that is unknown, used, revoked or expired; `forbidden` for another's account
 */
export async function acceptInbjudan(
	db: Db,
	actor: Actor,
	input: { tokenHash: string; passwordHash: string | null },
): Promise<{ personId: number; kommunSlug: string }> {
	return command(db, actor, async (tx) => {
		const inbjudan = await findOpenInbjudan(tx, input.tokenHash);
		if (!inbjudan || inbjudan.expiresAt <= actor.now) throw new Fault("not_found", INBJUDAN_GONE);
		const account = await findPersonByEmail(tx, inbjudan.email);
		const personId = account?.passwordHash
			? requireOwnAccount(account, actor)
			: await openAccount(tx, { inbjudan, account, passwordHash: input.passwordHash, now: actor.now });
		const { kommunId } = inbjudan;
		const before = await findAllRoles(tx, { personId, kommunId });
		const roles = [...new Set([...before, ...inbjudan.roles])];
		await replaceRoles(tx, { personId, kommunId, roles, now: actor.now });
		await updateInbjudanAccepted(tx, { id: inbjudan.id, now: actor.now });
		return {
			result: { personId, kommunSlug: inbjudan.kommunSlug },
			audit: [
				{
					action: "inbjudan.accepted",
					entity: "inbjudan",
					entityId: inbjudan.id,
					detail: { name: account?.name ?? inbjudan.name, email: inbjudan.email, roles: inbjudan.roles },
					kommunId,
				},
			],
		};
	});
}

function requireOwnAccount(account: PersonWithPassword, actor: Actor): number {
	if (account.id !== actor.personId)
		throw new Fault("forbidden", `Inbjudan gäller ${account.email}. Logga in med den adressen för att tacka ja.`);
	return account.id;
}

/**
 * The account of a first admin is there from the start, but nobody has chosen its password. One that is a member somewhere
 * has lost it: only whoever runs the instance may say who chooses a new one, not the admin of a kommun.
 */
async function openAccount(
	tx: Tx,
	{
		inbjudan,
		account,
		passwordHash,
		now,
	}: {
		inbjudan: OpenInbjudan;
		account: PersonWithPassword | undefined;
		passwordHash: string | null;
		now: IsoInstant;
	},
): Promise<number> {
	if (passwordHash === null) throw new Fault("invalid", "Lösenord: välj ett lösenord.", "password");
	if (account?.isDemo) throw new Fault("forbidden", "Ett demokonto kan inte ta emot en inbjudan.");
	if (!account) return insertPerson(tx, { ...inbjudan, passwordHash, isDemo: false, now });
	const isFromOperator = inbjudan.createdBy === account.id;
	if (!isFromOperator && (await findAllMemberships(tx, { personId: account.id })).length > 0)
		throw new Fault(
			"forbidden",
			`${account.email} väntar på ett nytt lösenord. Använd först länken från den som driver tjänsten.`,
		);
	await updatePassword(tx, { id: account.id, passwordHash });
	return account.id;
}
