/** `npm run -s lofteskoll -- <kommando>`: what is done on the server itself, by whoever runs the instance. */
import { parseArgs } from "node:util";
import { inviteFirstAdmin, makePasswordLink } from "./commands/accounts.ts";
import { type ServerCommand, UsageFault } from "./commands/command.ts";
import { copyDatabase, migrate } from "./commands/databaseFile.ts";
import { exportToFolder } from "./commands/exportera.ts";
import { readPromiseFile } from "./commands/tolka.ts";
import { verifyReportFile } from "./commands/verify.ts";
import { exitWith } from "./orExit.ts";

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
  verifiera FIL          Kontrollerar en rapports .json-fil. Slutar med 0 bara om den är äkta.
    --nyckel PUBLIK.pem    den publika nyckeln från sidan /kontrollera; då behövs ingen databas
  tolka FIL              Föreslår vad en löftestext (.txt, .docx eller .pdf) lovar, som JSON. Det som är oklart blir
                         frågor. Inget sparas, och ingen databas behövs. - läser standard in.
  exportera              Skriver allt om en kommun till en ny mapp, som JSON och CSV. Görs medan tjänsten är igång.
    --kommun SLUG          kommunen som i webbadressen: savsjo
    --till MAPP            mappen; annars lofteskoll-SLUG-DAGENS-DATUM
  hjalp                  Visar det här.

Inställningar i miljön: DATABASE_PATH (alltid, utom för tolka och med --nyckel) och ORIGIN (för länkarna).`;

const COMMANDS: Record<string, ServerCommand> = {
	"skapa-admin": inviteFirstAdmin,
	"nytt-losenord": makePasswordLink,
	migrera: migrate,
	sakerhetskopiera: copyDatabase,
	verifiera: verifyReportFile,
	tolka: readPromiseFile,
	exportera: exportToFolder,
	hjalp: async () => console.log(HELP),
};

try {
	await main();
} catch (error) {
	if (!(error instanceof UsageFault)) exitWith(error);
	console.error(`${error.message}\n\n${HELP}`);
	process.exit(2);
}

async function main(): Promise<void> {
	const [name = "hjalp", ...args] = process.argv.slice(2);
	const command = COMMANDS[name === "--help" || name === "-h" ? "hjalp" : name];
	if (!command) throw new UsageFault(`Okänt kommando: ${name}`);
	const { values, positionals } = parsed(args);
	await command(values, positionals);
}

function parsed(args: string[]) {
	const text = { type: "string" } as const;
	const options = { "kommun-kod": text, kommun: text, epost: text, namn: text, nyckel: text, till: text };
	try {
		return parseArgs({ args, allowPositionals: true, options });
	} catch {
		throw new UsageFault(`Kommandot går inte att läsa: ${args.join(" ")}`);
	}
}
