/**
 * The field with the id of whoever a page was opened by. Forms for words in one's own name carry it: on a shared computer
 * somebody else may have signed in since, in another tab of the same browser.
 */
export const OPENED_BY = "openedBy";
