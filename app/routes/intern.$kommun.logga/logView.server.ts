import type { IsoDate } from "#app/domain/dates.ts";
import { compareSwedish, formatDate, formatInForce } from "#app/domain/format.ts";
import { parseDateInput } from "#app/domain/parseInput.ts";
import { isInForce } from "#app/domain/periods.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { GenomforandeDefaults } from "#app/features/GenomforandeFields.tsx";
import type { MeasureTile } from "#app/features/MeasureTiles.tsx";
import { measureTiles } from "#app/features/measureTiles.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import type { Option } from "#app/ui/Field.tsx";
import { findAllDokument } from "#db/dokument.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findLastUsedPlatsIds, findRecentMeasureIds } from "#db/genomforandeSuggestion.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { receiptFor } from "./receipt.server.ts";

/** Everything the log page shows, as finished text: what can be logged on the day, the defaults and the last receipt. */
export async function logView(context: KommunContext) {
	const { db, kommun, url, today, logDate, person, roles } = context;
	const path = `/intern/${kommun.slug}`;
	const asked = parseDateInput(url.searchParams.get("datum") ?? "", today);
	const date = asked && asked <= today ? asked : logDate;
	const by = { kommunId: kommun.id, personId: person.id };
	const [allDokument, platser, lastUsedPlatser, lastUsedMeasures, receipt] = await Promise.all([
		findAllDokument(db, { kommunId: kommun.id }),
		findAllPlatser(db, { kommunId: kommun.id }),
		findLastUsedPlatsIds(db, by),
		findRecentMeasureIds(db, by),
		receiptFor(context),
	]);
	const inForce = allDokument.filter((dokument) => isInForce(dokument, date));
	const followUp = await findFollowUp(db, { kommunId: kommun.id, dokumentIds: inForce.map(({ id }) => id) });
	const tiles = measureTiles(followUp, { date, today, lastUsed: lastUsedMeasures });
	const wanted = url.searchParams.getAll("matt");
	const chosen = tiles.filter((tile) => wanted.includes(String(tile.id)));
	const options = platsOptions(platser, lastUsedPlatser);
	const defaults: GenomforandeDefaults = {
		date,
		quantity: "1",
		platsId: defaultPlats({ options, lastUsed: lastUsedPlatser[0], chosen }),
		performedBy: defaultPerformer(roles),
		note: "",
		biprodukter: {},
	};
	return {
		kommun: kommun.name,
		uuid: crypto.randomUUID(),
		today,
		dateText: formatDate(date),
		isOtherDay: date !== logDate,
		/** The way back from another day, where there is something to log today. */
		todayTo: date !== logDate && allDokument.some((dokument) => isInForce(dokument, logDate)) ? `${path}/logga` : null,
		dateHint:
			date === logDate && date !== today ? "Efter midnatt hör en kväll till dagen då den började: i går." : null,
		/** What is left to do where there is no dokument to log toward. */
		komIgangTo: allDokument.length === 0 ? `${path}/kom-igang` : null,
		tiles,
		chosen: chosen.map(({ id }) => id),
		platser: options,
		defaults,
		receipt,
		otherDokument: allDokument
			.filter((dokument) => !inForce.includes(dokument) && dokument.inForceFrom <= today)
			.map((dokument) => ({
				id: dokument.id,
				to: `${path}/logga?datum=${lastDayOf(dokument, today)}`,
				title: dokument.title,
				inForce: formatInForce(dokument.inForceFrom, dokument.inForceTo),
			})),
	};
}

/** The person's own places first, the last used one on top; then the others by name. */
function platsOptions(
	platser: readonly { id: number; name: string; isActive: boolean }[],
	lastUsed: readonly number[],
): Option[] {
	const rank = (id: number) => (lastUsed.includes(id) ? lastUsed.indexOf(id) : lastUsed.length);
	return platser
		.filter((plats) => plats.isActive)
		.sort((a, b) => rank(a.id) - rank(b.id) || compareSwedish(a.name, b.name))
		.map(({ id, name }) => ({ value: String(id), label: name }));
}

/** The place used last, unless what is chosen is followed place by place and that one is not among them. */
function defaultPlats({
	options,
	lastUsed,
	chosen,
}: {
	options: readonly Option[];
	lastUsed: number | undefined;
	chosen: readonly MeasureTile[];
}): string {
	const isOffered = options.some(({ value }) => value === String(lastUsed));
	const suits = chosen.every(({ platser }) => platser.length === 0 || platser.some(({ id }) => id === lastUsed));
	return isOffered && suits ? String(lastUsed) : "";
}

function defaultPerformer(roles: readonly Role[]): "polis" | "kommun" {
	return roles.includes("kommunpolis") ? "polis" : "kommun";
}

function lastDayOf({ inForceTo }: { inForceTo: IsoDate | null }, today: IsoDate): IsoDate {
	return inForceTo !== null && inForceTo < today ? inForceTo : today;
}
