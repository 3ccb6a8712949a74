import type { IsoInstant } from "#app/domain/dates.ts";
import type { NewDokument } from "#app/domain/dokument.schema.ts";
import { alvesta2017 } from "#seeds/dokument/alvesta-2017.ts";
import { jonkoping2016 } from "#seeds/dokument/jonkoping-2016.ts";
import { savsjo2017 } from "#seeds/dokument/savsjo-2017.ts";
import { savsjo2018 } from "#seeds/dokument/savsjo-2018.ts";
import { sunne2016 } from "#seeds/dokument/sunne-2016.ts";
import { historikAlvesta2017 } from "./alvesta-2017.ts";
import { type Handelse, instant } from "./handelse.ts";
import { historikJonkoping2016 } from "./jonkoping-2016.ts";
import { motenAlvesta2017 } from "./moten/alvesta-2017.ts";
import { motenSavsjo2017 } from "./moten/savsjo-2017.ts";
import { motenSavsjo2018 } from "./moten/savsjo-2018.ts";
import { motenSunne2016 } from "./moten/sunne-2016.ts";
import { rapporterAlvesta2017 } from "./rapporter/alvesta-2017.ts";
import { rapporterJonkoping2016 } from "./rapporter/jonkoping-2016.ts";
import { rapporterSavsjo2017 } from "./rapporter/savsjo-2017.ts";
import { rapporterSavsjo2018 } from "./rapporter/savsjo-2018.ts";
import { rapporterSunne2016 } from "./rapporter/sunne-2016.ts";
import { historikSavsjo2017 } from "./savsjo-2017.ts";
import { historikSavsjo2018 } from "./savsjo-2018.ts";
import { historikSunne2016 } from "./sunne-2016.ts";

export interface Historik {
	/** Slug of the kommun. */
	kommun: string;
	dokument: NewDokument;
	/** When somebody entered the dokument; everything else comes after. */
	enteredAt: IsoInstant;
	handelser: Handelse[];
}

/** The five dokument with the example history, the reports and the meetings of each. Equal on every call. */
export function allHistorik(): Historik[] {
	return [
		{
			kommun: "savsjo",
			dokument: savsjo2017,
			enteredAt: instant("2017-01-09", "09:00"),
			handelser: inOrder([...historikSavsjo2017(), ...rapporterSavsjo2017(), ...motenSavsjo2017()]),
		},
		{
			kommun: "savsjo",
			dokument: savsjo2018,
			enteredAt: instant("2018-04-11", "08:00"),
			handelser: inOrder([...historikSavsjo2018(), ...rapporterSavsjo2018(), ...motenSavsjo2018()]),
		},
		{
			kommun: "jonkoping",
			dokument: jonkoping2016,
			enteredAt: instant("2016-01-22", "09:00"),
			handelser: inOrder([...historikJonkoping2016(), ...rapporterJonkoping2016()]),
		},
		{
			kommun: "sunne",
			dokument: sunne2016,
			enteredAt: instant("2016-01-11", "09:00"),
			handelser: inOrder([...historikSunne2016(), ...rapporterSunne2016(), ...motenSunne2016()]),
		},
		{
			kommun: "alvesta",
			dokument: alvesta2017,
			enteredAt: instant("2017-02-28", "14:00"),
			handelser: inOrder([...historikAlvesta2017(), ...rapporterAlvesta2017(), ...motenAlvesta2017()]),
		},
	];
}

/** By instant; what happened at the same one stays in the order told. */
function inOrder(handelser: readonly Handelse[]): Handelse[] {
	return [...handelser].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
