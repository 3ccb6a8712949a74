import * as z from "zod";
import { safeText } from "#app/domain/personalData.ts";

const LONGEST_PART = 80;

/** Who is responsible. Fields: `parts`, a ticked box each, and `otherParts`, names parted by commas. */
export const partsSchema = z
	.object({ parts: z.array(safeText("Ansvarig", LONGEST_PART)), otherParts: safeText("Annan part", 400) })
	.transform(({ parts, otherParts }) => ({
		parts: [
			...new Set([
				...parts,
				...otherParts
					.split(",")
					.map((name) => name.trim())
					.filter(Boolean),
			]),
		],
	}))
	.superRefine(({ parts }, context) => {
		const refuse = (message: string) => context.addIssue({ code: "custom", path: ["parts"], message });
		if (parts.length === 0) refuse("Ansvarig: välj minst en part, eller skriv en annan.");
		if (parts.some((name) => name.length > LONGEST_PART))
			refuse(`Annan part: korta namnet till högst ${LONGEST_PART} tecken.`);
	});
