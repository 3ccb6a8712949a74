import * as z from "zod";
import { seenVersion } from "./formFields.ts";
import { reasonText } from "./reason.ts";

/** The form that makulerar a registration. Fields: `revision` (the one that the page showed), `reason`. */
export const makuleraSchema = z.object({ revision: seenVersion(), reason: reasonText("Orsak") });
