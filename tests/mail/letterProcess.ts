/**
 * A process of its own that writes and sends letters, for the tests: one round at the instant, on the database, through the
 * mail server at the port. `processes.test.ts` builds and starts it.
 */
import { createLetterWorker } from "#app/server/mail/worker.server.ts";
import { openDatabase } from "#db/connection.server.ts";
import { mailSettingsAt } from "./mailSettingsAt.ts";

const [databasePath = "", port = "", now = ""] = process.argv.slice(2);
const db = openDatabase(databasePath);
const worker = createLetterWorker({
	db,
	mail: mailSettingsAt(Number(port)),
	origin: "https://lofteskoll.kommunen.se",
	clock: () => now,
});
await worker.tick();
await db.destroy();
