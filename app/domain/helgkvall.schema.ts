import * as z from "zod";

/** The kommun's own holiday evenings of a year. Fields: `year`, `ticked` (one ISO date per ticked evening). */
export const tickHelgkvallarSchema = z.object({
	year: z
		.string()
		.regex(/^(?:19|20|21)\d\d$/, "År: välj ett år i listan.")
		.transform(Number),
	ticked: z.array(z.iso.date("Helgkvällar: välj bland kvällarna i kalendern.")),
});
