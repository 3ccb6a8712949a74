import * as z from "zod";
import { rowId } from "./formFields.ts";

/** Whether a kommun's weekly letter is sent to oneself. Fields: `kommunId`, `letters`: `pa` or `av`. */
export const chooseLettersSchema = z.object({
	kommunId: rowId("Kommun"),
	letters: z.enum(["pa", "av"], { error: "Ladda om sidan och välj igen." }),
});
