/**
 * What is the same for everybody may lie in any cache for a minute: long enough for a crowd, short enough that a recalled
 * report or a replaced version is soon gone.
 */
export const PUBLIC_CACHE = "public, max-age=60";
