import * as z from "zod";
import { numberField, rowId, seenVersion } from "./formFields.ts";

/**
 * The agreed minimum per period, confirmed for one party. Fields: `measureId`, `version` (0 when none has been stored),
 * `forPart`, and `part.<period code>` per period.
 */
export const confirmFordelningSchema = z.object({
	measureId: rowId("Mått"),
	version: seenVersion(),
	forPart: z.enum(["polis", "kommun"], "Välj vilken part du bekräftar för."),
	part: z.record(
		z.string(),
		numberField("Minst", "0 eller 3").refine(
			(part) => Number.isInteger(part) && part >= 0,
			"Minst: skriv ett helt tal, 0 eller mer.",
		),
	),
});
