import type { Biprodukt } from "./biprodukter.ts";
import type { IsoDate } from "./dates.ts";
import type { PerformedBy } from "./performedBy.ts";

/** A genomförande as a report needs it: not who, and not the note. Read by `db/rapportSource.server.ts`. */
export interface RapportGenomforande {
	id: number;
	revision: number;
	date: IsoDate;
	platsName: string | null;
	/** Those of the dokument's that it counts toward. */
	aktivitetIds: number[];
	quantities: { measureId: number; quantity: number }[];
	biprodukter: { code: Biprodukt; quantity: number }[];
}

/** A beslutad åtgärd as a report needs it. */
export interface RapportAtgard {
	title: string;
	owner: PerformedBy;
	dueOn: IsoDate | null;
	doneOn: IsoDate | null;
	decidedOn: IsoDate;
	aktivitetId: number;
}
