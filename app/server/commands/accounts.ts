import { createInterface } from "node:readline/promises";
import { createFirstAdmin } from "#app/commands/createFirstAdmin.server.ts";
import { createKommun } from "#app/commands/createKommun.server.ts";
import { resetPassword } from "#app/commands/resetPassword.server.ts";
import { emailSchema, nameSchema } from "#app/domain/person.schema.ts";
import { slugOf } from "#app/domain/slug.ts";
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
	const given = await askForMissing(values, {
		"kommun-kod": "Kommunens kod hos SCB (fyra siffror)",
		kommun: "Kommunens namn",
		epost: "Administratörens e-post",
		namn: "Administratörens namn",
	});
	const email = valid(emailSchema, given.epost);
	const name = valid(nameSchema, given.namn);
	await withDatabase(databasePath, async (db, actor) => {
		const token = newToken();
		const kommunId = await findOrCreateKommun(db, { actor, scbCode: given["kommun-kod"], name: given.kommun });
		await createFirstAdmin(db, actor, { kommunId, email, name, tokenHash: hashToken(token) });
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

async function findOrCreateKommun(
	db: Db,
	{ actor, scbCode, name }: { actor: Actor; scbCode: string; name: string },
): Promise<number> {
	const kommun = (await findAllKommuner(db)).find((each) => each.scbCode === scbCode);
	if (kommun) return kommun.id;
	const { kommunId } = await createKommun(db, actor, {
		scbCode,
		name,
		slug: slugOf(name),
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
