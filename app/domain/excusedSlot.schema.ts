import * as z from "zod";
import { rowId } from "./formFields.ts";
import { reasonText } from "./reason.ts";

/** A day, week, month, quarter or termin: `2018-10-12`, `2018-W41`, `2018-10`, `2018-Q4`, `2018-HT`. */
const SLOT_KEY = /^\d{4}-(?:W\d{2}|\d{2}(?:-\d{2})?|Q[1-4]|VT|HT)$/;

/** An expected tillfälle that was inställt. Fields: `measureId`, `slotKey` (as the recurring kind makes them), `reason`. */
export const excuseSlotSchema = z.object({
	measureId: rowId("Mått"),
	slotKey: z.string("Tillfälle: välj ett i listan.").trim().regex(SLOT_KEY, "Tillfälle: välj ett i listan."),
	reason: reasonText("Orsak"),
});

/** Taking it back. Field: `excusedSlotId`. */
export const revokeExcusedSlotSchema = z.object({ excusedSlotId: rowId("Tillfälle") });
