import { formatWeekdayAndDate } from "#app/domain/format.ts";
import { timeWords } from "#app/mote/protokollWords.ts";
import type { MoteFrame } from "#db/mote.server.ts";

/** "torsdag 8 november 2018 kl. 13.00–15.00" */
export function whenWords(mote: Pick<MoteFrame, "heldOn" | "beginsAt" | "endsAt">): string {
	return `${formatWeekdayAndDate(mote.heldOn)} kl. ${timeWords(mote)}`;
}
