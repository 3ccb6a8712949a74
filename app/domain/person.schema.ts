import * as z from "zod";
import { rowId } from "./formFields.ts";
import { ROLES } from "./permissions.ts";
import { containsPersonalNumber, safeText } from "./personalData.ts";

/** Written small, so that one person is one account however the address is typed. */
export const emailSchema = z
	.string({ error: "E-post: skriv din e-postadress." })
	.transform((text) => text.trim().toLowerCase())
	.pipe(
		z
			.email({ error: "E-post: skriv hela adressen, till exempel fornamn.efternamn@kommunen.se." })
			.max(200, { error: "E-post: adressen är för lång. Skriv högst 200 tecken." })
			.refine((text) => !containsPersonalNumber(text), {
				error: "E-post: ta bort personnumret. Välj en adress utan uppgifter om enskilda personer.",
			}),
	);

export const nameSchema = safeText("Namn", 80).refine((text) => text !== "", { error: "Namn: skriv ett namn." });

export const rolesSchema = z
	.array(z.enum(ROLES, { error: "Roller: välj bland rollerna i listan." }))
	.min(1, { error: "Roller: välj minst en roll." })
	.transform((roles) => ROLES.filter((role) => roles.includes(role)));

/** Somebody new in the kommun. Fields: `name`, `email`, `roles`. */
export const createInbjudanSchema = z.object({ name: nameSchema, email: emailSchema, roles: rolesSchema });

/** An inbjudan to renew or revoke. Field: `inbjudanId`. */
export const openInbjudanSchema = z.object({ inbjudanId: rowId("Inbjudan") });

/** Fields: `personId`, `roles`, and `version`: the roles that the page showed, with commas between. */
export const changeRolesSchema = z.object({
	personId: rowId("Person"),
	roles: rolesSchema,
	version: z.string("Ladda om sidan och gör ändringen igen.").transform((roles) => roles.split(",")),
});

/** Field: `personId`. */
export const removeMemberSchema = z.object({ personId: rowId("Person") });

/** One's own name. Field: `name`. */
export const changeNameSchema = z.object({ name: nameSchema });

/** Fields: `email`, `password`. */
export const signInSchema = z.object({
	email: emailSchema,
	password: z.string({ error: "Lösenord: skriv ditt lösenord." }).min(1, { error: "Lösenord: skriv ditt lösenord." }),
});
