import * as z from "zod";
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

export const inbjudanSchema = z.object({ namn: nameSchema, epost: emailSchema, roller: rolesSchema });

/** Fields: `roller`, and `version`: the roles that the page showed, with commas between. */
export const rolesFormSchema = z.object({
	roller: rolesSchema,
	version: z.string("Ladda om sidan och gör ändringen igen.").transform((roles) => roles.split(",")),
});

export const nameFormSchema = z.object({ namn: nameSchema });

export const signInSchema = z.object({
	epost: emailSchema,
	losenord: z.string({ error: "Lösenord: skriv ditt lösenord." }).min(1, { error: "Lösenord: skriv ditt lösenord." }),
});
