import { type IsoInstant, stockholmDate } from "#app/domain/dates.ts";
import { formatDate } from "#app/domain/format.ts";
import type { FragaView } from "./FragaList.tsx";

/** A question as the list shows it. */
export function fragaView({
	id,
	version,
	question,
	quotation,
	answer,
	answeredAt,
}: Omit<FragaView, "answeredText"> & { answeredAt: IsoInstant | null }): FragaView {
	const answeredText = answeredAt && `Besvarad ${formatDate(stockholmDate(answeredAt))}.`;
	return { id, version, question, quotation, answer, answeredText };
}
