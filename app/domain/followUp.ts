import type { IsoDate, IsoInstant } from "./dates.ts";
import type { MeasureKind } from "./measureKind.ts";
import type { PeriodKind } from "./periods.ts";

/** What the database knows of one or more dokument, as plain facts for the calculations. Read by `db/followUp.server.ts`. */
export interface FollowUp {
	dokument: FollowUpDokument[];
	/** The kommun's places, groups and road stretches, also the ones no longer offered. */
	platser: { id: number; name: string }[];
	/** Ticked evenings only, in order of date. */
	helgkvallar: { date: IsoDate; name: string }[];
}

export interface FollowUpDokument {
	id: number;
	title: string;
	inForceFrom: IsoDate;
	inForceTo: IsoDate | null;
	periodKind: PeriodKind;
	/** In the order of the text. */
	aktiviteter: FollowUpAktivitet[];
}

export interface FollowUpAktivitet {
	id: number;
	position: number;
	quotation: string;
	aktivitetstyp: string;
	heading: string | null;
	lofte: { id: number; position: number; quotation: string } | null;
	parter: { code: string; name: string }[];
	atgarder: FollowUpAtgard[];
	measures: FollowUpMeasure[];
}

export interface FollowUpAtgard {
	id: number;
	title: string;
	decidedOn: IsoDate;
	dueOn: IsoDate | null;
	doneOn: IsoDate | null;
}

export interface FollowUpMeasure {
	id: number;
	kind: MeasureKind;
	name: string;
	rakneregel: string;
	/** Public values below 5 are said as "färre än 5". */
	isSensitive: boolean;
	version: number;
	/** In order of `validFrom`; settings as stored, parsed JSON. */
	versions: { validFrom: IsoDate; settings: unknown; reason: string | null }[];
	/** In order of date; makulerade left out. */
	entries: {
		genomforandeId: number;
		date: IsoDate;
		quantity: number;
		platsId: number | null;
		platsName: string | null;
	}[];
	excusedSlots: { id: number; slotKey: string; reason: string }[];
	fordelning: FollowUpFordelning | null;
}

export interface FollowUpFordelning {
	parts: Record<string, number>;
	polisConfirmedAt: IsoInstant | null;
	kommunConfirmedAt: IsoInstant | null;
	version: number;
}
