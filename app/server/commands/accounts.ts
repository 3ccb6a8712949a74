import { createInterface } from "node:readline/promises";
import { createFirstAdmin } from "#app/commands/createFirstAdmin.server.ts";
import { createKommun } from "#app/commands/createKommun.server.ts";
import { resetPassword } from "#app/commands/resetPassword.server.ts";
import { askWhichKommun, type ListedKommun, readKommun } from "#app/domain/kommuner.ts";
import { emailSchema, nameSchema } from "#app/domain/person.schema.ts";
import { hashToken, newToken } from "#app/http/token.server.ts";
import type { Actor } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllKommuner } from "#db/kommun.server.ts";
import { readCommandSettings } from "../settings.ts";
import type { Values } from "./command.ts";
import { withDatabase } from "./openDatabase.ts";

/** `skapa-admin`: a link with which a kommun's first administrator chooses a password. The kommun is made when missing. */
export async function inviteFirstAdmin(values: Values): Promise<void> {
	const { databasePath, origin } = readCommandSettings(process.env);
	const which = [values.kommun, values["kommun-kod"]].filter(Boolean).join(" ");
	const { kommun, ...given } = await askForMissing(
		{ ...values, kommun: which },
		{
			kommun: "Kommunens namn, eller kod hos SCB (fyra siffror)",
			epost: "Administratörens e-post",
			namn: "Administratörens namn",
		},
	);
	const email = valid(emailSchema, given.epost);
	const name = valid(nameSchema, given.namn);
	const listed = listedKommun(kommun);
	await withDatabase(databasePath, async (db, actor) => {
		const token = newToken();
		const kommunId = await findOrCreateKommun(db, actor, listed);
		await createFirstAdmin(db, actor, { kommunId, email, name, tokenHash: hashToken(token) });
		console.log(`Administratör i ${listed.name} (${listed.code}).`);
		console.log(`Skicka länken till ${email}. Den gäller i sju dagar och kan användas en gång.`);
		console.log(`${origin}/inbjudan/${token}`);
	});
}

/** `nytt-losenord`: a link to choose a new password with. The old one ends. */
export async function makePasswordLink(values: Values): Promise<void> {
	const { databasePath, origin } = readCommandSettings(process.env);
	const given = await askForMissing(values, { epost: "E-post" });
	const email = valid(emailSchema, given.epost);
	await withDatabase(databasePath, async (db, actor) => {
		const token = newToken();
		await resetPassword(db, actor, { email, tokenHash: hashToken(token) });
		console.log(`Det gamla lösenordet gäller inte längre. Skicka länken till ${email}. Den gäller i sju dagar.`);
		console.log(`${origin}/inbjudan/${token}`);
	});
}

/** @throws Error for what is none of Sweden's kommuner, or a name and a code that do not belong together */
function listedKommun(text: string): ListedKommun {
	const read = readKommun(text);
	if (read.kommun) return read.kommun;
	const help = askWhichKommun(read.suggestions) ?? "Ange namnet (--kommun Sävsjö) eller koden (--kommun-kod 0684).";
	throw new Error(`Kommun: ${text} finns inte bland Sveriges 290 kommuner. ${help}`);
}

async function findOrCreateKommun(db: Db, actor: Actor, { code, name, slug }: ListedKommun): Promise<number> {
	const kommun = (await findAllKommuner(db)).find(({ scbCode }) => scbCode === code);
	if (kommun) return kommun.id;
	const { kommunId } = await createKommun(db, actor, {
		scbCode: code,
		name,
		slug,
		lokalpolisomrade: null,
		undertecknareTitle: "Kommunchef",
	});
	return kommunId;
}

async function askForMissing<Name extends string>(
	values: Values,
	questions: Record<Name, string>,
): Promise<Record<Name, string>> {
	const answers: Values = { ...values };
	const terminal = createInterface({ input: process.stdin, output: process.stderr });
	for (const [name, question] of Object.entries<string>(questions)) {
		if (answers[name]) continue;
		if (!process.stdin.isTTY) throw new Error(`Ange --${name}.`);
		answers[name] = (await terminal.question(`${question}: `)).trim();
	}
	terminal.close();
	return answers as Record<Name, string>;
}

function valid(schema: typeof emailSchema | typeof nameSchema, text: string): string {
	const result = schema.safeParse(text);
	if (result.success) return result.data;
	throw new Error(result.error.issues.map((issue) => issue.message).join("\n"));
}
