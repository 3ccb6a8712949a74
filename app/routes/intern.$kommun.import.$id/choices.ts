/** The sorts of names that a file has in its own words. */
export const NAME_KINDS = ["aktiviteter", "platser", "performers"] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** What can be chosen for a name beside a row of the list. */
export const LEAVE_OUT = "leaveOut";
export const NO_PLATS = "none";
export const NEW_PLATS = "new";
