import * as z from "zod";
import { rowId } from "./formFields.ts";
import { reasonText } from "./reason.ts";

/** An expected tillfälle that was inställt. Fields: `measureId`, `slotKey` (as the recurring kind makes them), `reason`. */
export const excuseSlotSchema = z.object({
	measureId: rowId("Mått"),
	slotKey: z
		.string("Tillfälle: välj ett i listan.")
		.trim()
		.regex(/^[\w:.-]{1,40}$/, "Tillfälle: välj ett i listan."),
	reason: reasonText("Orsak"),
});

/** Taking it back. Field: `excusedSlotId`. */
export const revokeExcusedSlotSchema = z.object({ excusedSlotId: rowId("Tillfälle") });
