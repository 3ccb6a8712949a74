import type { Migration } from "kysely";
import * as initial from "./001-initial.ts";
import * as seenVersions from "./002-seen-versions.ts";
import * as rapport from "./003-rapport.ts";
import * as mote from "./004-mote.ts";
import * as notiser from "./005-notiser.ts";
import * as dokumentOchImport from "./006-dokument-och-import.ts";

/** Explicit and in order. A migration that has been released is frozen; the next change is a new file. */
export const migrations: Record<string, Migration> = {
	"001-initial": initial,
	"002-seen-versions": seenVersions,
	"003-rapport": rapport,
	"004-mote": mote,
	"005-notiser": notiser,
	"006-dokument-och-import": dokumentOchImport,
};
