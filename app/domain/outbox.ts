/** A letter's life: it waits, is being handed over, and then one of the ends. */
export const OUTBOX_STATES = ["vantar", "skickas", "skickat", "misslyckat", "osakert", "avbrutet"] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];
