import * as z from "zod";
import { SHORTEST_PASSWORD } from "./password.ts";

/** Far beyond any passphrase; keeps a huge text from being hashed. */
const LONGEST = 200;
const FEWEST_DIFFERENT = 5;

/** A new password. It is stored only as an argon2id hash. */
const newPasswordSchema = z
	.string({ error: "Lösenord: välj ett lösenord." })
	.min(SHORTEST_PASSWORD, { error: `Lösenord: för kort. Välj minst ${SHORTEST_PASSWORD} tecken.` })
	.max(LONGEST, { error: `Lösenord: för långt. Välj högst ${LONGEST} tecken.` })
	.refine((text) => text.length < SHORTEST_PASSWORD || new Set(text).size >= FEWEST_DIFFERENT, {
		error: "Lösenord: för lätt att gissa. Använd fler olika tecken.",
	});

const withRepeat = z.object({ password: newPasswordSchema, repeatedPassword: z.string().default("") });

/** Chosen twice, since nobody sees what is typed. Fields: `password`, `repeatedPassword`. */
export const choosePasswordSchema = withRepeat.refine(isSameTwice, {
	path: ["repeatedPassword"],
	error: "Lösenordet igen: skriv samma lösenord två gånger.",
});

/** Fields: `currentPassword`, `password`, `repeatedPassword`. */
export const changePasswordSchema = withRepeat
	.extend({
		currentPassword: z
			.string({ error: "Nuvarande lösenord: skriv det lösenord du har nu." })
			.min(1, { error: "Nuvarande lösenord: skriv det lösenord du har nu." }),
	})
	.refine(isSameTwice, { path: ["repeatedPassword"], error: "Lösenordet igen: skriv samma lösenord två gånger." });

function isSameTwice(form: { password: string; repeatedPassword: string }): boolean {
	return form.password === form.repeatedPassword;
}
