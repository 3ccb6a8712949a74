import { existsSync } from "node:fs";
import { backUp } from "#db/backup.server.ts";
import { readDatabasePath } from "../settings.ts";
import { UsageFault, type Values } from "./command.ts";
import { withDatabase } from "./openDatabase.ts";

/** `migrera`: brings the database to the newest version. */
export async function migrate(): Promise<void> {
	await withDatabase(readDatabasePath(process.env), async () => console.log("Databasen har den senaste versionen."));
}

/** `sakerhetskopiera FIL`: copies the database, also while it is in use. Never over another file. */
export async function copyDatabase(_values: Values, [target, ...more]: string[]): Promise<void> {
	if (!target || more.length > 0) throw new UsageFault("Ange filen att kopiera till: sakerhetskopiera FIL");
	const source = readDatabasePath(process.env);
	if (!existsSync(source)) throw new Error(`DATABASE_PATH: det finns ingen databas i ${source}.`);
	if (existsSync(target)) throw new Error(`${target} finns redan. Ange en ny fil.`);
	backUp(source, target);
	console.log(`Databasen är kopierad till ${target}.`);
}
