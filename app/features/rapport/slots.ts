import type { ReactNode } from "react";
import type { RapportPart } from "#app/domain/rapport.ts";
import type { RapportAktivitet } from "#app/rapport/content.ts";

/** Where a part writes: about an aktivitet, or about the whole (`aktivitet` is then null). */
export interface TextPlace {
	part: RapportPart;
	aktivitet: RapportAktivitet | null;
}

/** What the page puts into the document where its reader may do more than read. */
export interface RapportSlots {
	/** Stands in place of the part's text there; null leaves the text as it is. */
	editor?: (place: TextPlace) => ReactNode;
	/** After the council's remarks: the form for another one. */
	synpunkter?: ReactNode;
	/** After the signature: late entries, what a rättelse changed. */
	afterSignature?: ReactNode;
}
