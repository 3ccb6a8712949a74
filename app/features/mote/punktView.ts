import type { PunktKind, PunktOutcome } from "#app/domain/mote.ts";
import type { AtgardView } from "#app/features/atgarder/atgardView.ts";
import type { ProtokollPunkt } from "#app/mote/protokoll.ts";

/** An item as page and projector show it: the words of the minutes, and what leads on and is written in. */
export interface PunktView extends ProtokollPunkt {
	key: string;
	kind: PunktKind;
	/** Of the stored item, for what is written in it; 0 while nobody has. */
	version: number;
	/** What it is about, to read more of. */
	links: { label: string; to: string }[];
	/** What `outcome` says, as the form asks for it. */
	outcomeChoice: PunktOutcome | null;
	/** Those of the words, with what changes them. */
	writtenBeslut: { id: number; version: number; text: string; number: string }[];
	/** The decided åtgärder in short, where there is no room for a table. */
	nya: { id: number; title: string; detail: string }[];
	/** The item's own aktivitet, which an åtgärd under it most likely belongs to. */
	aktivitetId: number | null;
	/** Of the item about åtgärder, as they stand now; empty for the others, and once the minutes stand. */
	openAtgarder: (AtgardView & { aktivitet: { text: string; to: string } })[];
	/** For what is sent from this page, once: see `useWriting`. */
	fresh: string;
}

/** The id of an item on the page, to lead to. */
export function punktAnchor(key: string): string {
	return `punkt-${key}`;
}
