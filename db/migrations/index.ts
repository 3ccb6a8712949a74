import type { Migration } from "kysely";
import * as initial from "./001-initial.ts";

/** Explicit and in order. A migration that has been released is frozen; the next change is a new file. */
export const migrations: Record<string, Migration> = {
	"001-initial": initial,
};
