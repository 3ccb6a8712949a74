import type { NewDokument } from "#app/domain/dokument.schema.ts";
import { alvesta2017 } from "./alvesta-2017.ts";
import { jonkoping2016 } from "./jonkoping-2016.ts";
import { savsjo2017 } from "./savsjo-2017.ts";
import { savsjo2018 } from "./savsjo-2018.ts";
import { sunne2016 } from "./sunne-2016.ts";

export interface DokumentSeed {
	/** Slug of the kommun. */
	kommun: string;
	dokument: NewDokument;
}

/** The five signed documents, per kommun in order of time. */
export const ALL_DOKUMENT: readonly DokumentSeed[] = [
	{ kommun: "savsjo", dokument: savsjo2017 },
	{ kommun: "savsjo", dokument: savsjo2018 },
	{ kommun: "jonkoping", dokument: jonkoping2016 },
	{ kommun: "sunne", dokument: sunne2016 },
	{ kommun: "alvesta", dokument: alvesta2017 },
];
