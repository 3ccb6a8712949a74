import type { Deltagare } from "#app/domain/mote.ts";
import { COUNTED_ROLES, type MoteFieldValues } from "#app/features/mote/MoteFields.tsx";
import type { MoteFrame } from "#db/mote.server.ts";

/** A meeting as its form is filled in. */
export function moteFieldValues(
	{ title, heldOn, beginsAt, endsAt, place }: MoteFrame,
	deltagare: readonly Deltagare[],
): MoteFieldValues {
	const countOf = (role: string) => String(deltagare.find((one) => one.role === role)?.count ?? "");
	const [kommunpolis, samordnare, ledamot, undertecknare] = COUNTED_ROLES.map(countOf);
	return {
		title,
		heldOn,
		beginsAt,
		endsAt: endsAt ?? "",
		place,
		count: {
			kommunpolis: kommunpolis ?? "",
			samordnare: samordnare ?? "",
			ledamot: ledamot ?? "",
			undertecknare: undertecknare ?? "",
		},
		others: deltagare
			.filter(({ role }) => role === "annan")
			.map(({ label, count }) => (count === 1 ? label : `${count} ${label}`))
			.join("\n"),
	};
}
