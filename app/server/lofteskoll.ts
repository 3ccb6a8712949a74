/** `npm run -s lofteskoll -- <kommando>`: what is done on the server itself, by whoever runs the instance. */
import { existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { createFirstAdmin } from "#app/commands/createFirstAdmin.server.ts";
import { createKommun } from "#app/commands/createKommun.server.ts";
import { resetPassword } from "#app/commands/resetPassword.server.ts";
import { emailSchema, nameSchema } from "#app/domain/person.schema.ts";
import { slugOf } from "#app/domain/slug.ts";
import { hashToken, newToken } from "#app/http/token.server.ts";
import { backUp } from "#db/backup.server.ts";
import type { Actor } from "#db/command.server.ts";
import { type Db, openDatabase } from "#db/connection.server.ts";
import { findAllKommuner } from "#db/kommun.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { orExit } from "./orExit.ts";
import { databaseFault, readCommandSettings, readDatabasePath } from "./settings.ts";

const HELP = `Användning: npm run -s lofteskoll -- <kommando>

  skapa-admin            Bjuder in en kommuns första administratör. Frågar efter det som inte anges:
    --kommun-kod 0684      kommunkoden hos SCB; kommunen läggs upp om den inte finns
    --kommun Sävsjö        kommunens namn
    --epost ADRESS         administratörens e-post
    --namn NAMN            administratörens namn
  nytt-losenord          Gör en länk till den som har glömt sitt lösenord. Det gamla slutar gälla.
    --epost ADRESS
  migrera                För databasen till den senaste versionen. Görs också vid varje start.
  sakerhetskopiera FIL   Kopierar databasen till en ny fil, medan tjänsten är igång.
  hjalp                  Visar det här.

Inställningar i miljön: DATABASE_PATH (alltid) och ORIGIN (för länkarna).`;

type Values = Record<string, string | undefined>;

const COMMANDS: Record<string, (values: Values, positionals: string[]) => Promise<void>> = {
	"skapa-admin": inviteFirstAdmin,
	"nytt-losenord": makePasswordLink,
	migrera: migrate,
	sakerhetskopiera: copyDatabase,
	hjalp: async () => console.log(HELP),
};

await main();

async function main(): Promise<void> {
	const text = { type: "string" } as const;
	const [name = "hjalp", ...args] = process.argv.slice(2);
	const command = COMMANDS[name === "--help" || name === "-h" ? "hjalp" : name];
	try {
		if (!command) throw new Error(`Okänt kommando: ${name}`);
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { "kommun-kod": text, kommun: text, epost: text, namn: text },
		});
		await orExit(() => command(values, positionals));
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
		process.exit(2);
	}
}

async function inviteFirstAdmin(values: Values): Promise<void> {
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

async function makePasswordLink(values: Values): Promise<void> {
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

async function migrate(): Promise<void> {
	await withDatabase(readDatabasePath(process.env), async () => console.log("Databasen har den senaste versionen."));
}

async function copyDatabase(_values: Values, [target]: string[]): Promise<void> {
	const source = readDatabasePath(process.env);
	if (!target) throw new Error("Ange filen att kopiera till: sakerhetskopiera FIL");
	if (!existsSync(source)) throw new Error(`DATABASE_PATH: det finns ingen databas i ${source}.`);
	if (existsSync(target)) throw new Error(`${target} finns redan. Ange en ny fil.`);
	backUp(source, target);
	console.log(`Databasen är kopierad till ${target}.`);
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

async function withDatabase(path: string, work: (db: Db, actor: Actor) => Promise<void>): Promise<void> {
	const db = await openMigrated(path);
	try {
		await work(db, { personId: null, kommunId: null, now: new Date().toISOString() });
	} finally {
		await db.destroy();
	}
}

async function openMigrated(path: string): Promise<Db> {
	try {
		const db = openDatabase(path);
		await migrateToLatest(db);
		return db;
	} catch (cause) {
		throw databaseFault(path, cause);
	}
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
