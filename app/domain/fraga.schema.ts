import * as z from "zod";
import { rowId, seenVersion } from "./formFields.ts";
import { safeText } from "./personalData.ts";

export const MAX_ANSWER = 500;

/** The parties' answer to an open question. Fields: `fragaId`, `version`, `answer`; an empty answer opens the question again. */
export const answerFragaSchema = z.object({
	fragaId: rowId("Fråga"),
	version: seenVersion(),
	answer: safeText("Svar", MAX_ANSWER).transform((answer) => answer || null),
});
