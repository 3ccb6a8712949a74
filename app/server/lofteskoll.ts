/** `npm run -s lofteskoll -- <kommando>`: what is done on the server itself, by whoever runs the instance. */
import { parseArgs } from "node:util";
import { inviteFirstAdmin, makePasswordLink } from "./commands/accounts.ts";
import { type Flags, type ServerCommand, UsageFault, type Values } from "./commands/command.ts";
import { copyDatabase, migrate } from "./commands/databaseFile.ts";
import { exportToFolder } from "./commands/exportera.ts";
import { importToKommun } from "./commands/importera.ts";
import { readPromiseFile } from "./commands/tolka.ts";
import { verifyReportFile } from "./commands/verify.ts";
import { exitWith } from "./orExit.ts";

const HELP = `Användning: npm run -s lofteskoll -- <kommando>

  skapa-admin            Bjuder in en kommuns första administratör. Frågar efter det som inte anges:
    --kommun Sävsjö        kommunens namn, eller
    --kommun-kod 0684      dess kod hos SCB; kommunen läggs upp om den inte finns
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
  importera FIL          Tar in genomförda aktiviteter ur en .xlsx eller .csv. Allt eller inget: det som är oklart skrivs
                         ut, och då sparas inget. En fil som tas in en gång till ger inget nytt. - läser standard in.
    --kommun SLUG          kommunen som i webbadressen: savsjo
    --epost ADRESS         den som gör det, en kommunpolis eller samordnare; annars står det Kommandoraden
    --prova                visar vad som skulle hända, och sparar inget
    --utan-felaktiga       utelämnar rader med fel
    --ta-med-liknande      tar med rader som liknar det som redan är registrerat; --utan-liknande utelämnar dem
    --ta-med-sena          tar med rader i perioder vars rapport är inlämnad; --utan-sena utelämnar dem
    --utford-av VEM        för filer som inte säger det: polis, kommun, gemensamt eller annan
    --ar ÅR                för dagar utan år: 30/4
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
	importera: importToKommun,
	exportera: exportToFolder,
	hjalp: async () => console.log(HELP),
};

/** Options of all the commands: with a value, and without. */
const TEXTS = ["kommun-kod", "kommun", "epost", "namn", "nyckel", "till", "utford-av", "ar"];
const FLAGS = ["prova", "utan-felaktiga", "ta-med-liknande", "utan-liknande", "ta-med-sena", "utan-sena"];

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
	const { values, positionals, flags } = parsed(args);
	await command(values, positionals, flags);
}

function parsed(args: string[]): { values: Values; positionals: string[]; flags: Flags } {
	const ofType = <Type extends "string" | "boolean">(names: string[], type: Type) =>
		Object.fromEntries(names.map((name) => [name, { type }]));
	const options = { ...ofType(TEXTS, "string"), ...ofType(FLAGS, "boolean") };
	try {
		const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
		const texts = Object.entries(values).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
		const flags = new Set(FLAGS.filter((name) => values[name] === true));
		return { values: Object.fromEntries(texts), positionals, flags };
	} catch {
		throw new UsageFault(`Kommandot går inte att läsa: ${args.join(" ")}`);
	}
}
