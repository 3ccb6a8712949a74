import * as z from "zod";

/** Nothing to set: the åtgärder are those decided under the same aktivitet. */
export const actionsSettingsSchema = z.object({});

export type ActionsSettings = z.infer<typeof actionsSettingsSchema>;
