import { createHash } from "node:crypto";
import { cancelImport } from "#app/commands/cancelImport.server.ts";
import { commandLinePerson } from "#app/commands/commandLinePerson.server.ts";
import { runImport } from "#app/commands/runImport.server.ts";
import { uploadImport } from "#app/commands/uploadImport.server.ts";
import { stockholmDate } from "#app/domain/dates.ts";
import { PERFORMED_BY } from "#app/domain/performedBy.ts";
import { isPermitted } from "#app/domain/permissions.ts";
import type { SheetTable } from "#app/domain/sheetTable.ts";
import { checkImport } from "#app/import/check.ts";
import type { ImportCheck, ImportFacts, ImportMapping } from "#app/import/content.ts";
import { guessMapping } from "#app/import/guess.ts";
import { findImportFacts } from "#app/import/importFacts.server.ts";
import { importProblems } from "#app/import/readiness.ts";
import { LARGEST_TABLE_FILE, readTableFile } from "#app/inputs/readTableFile.server.ts";
import type { Actor } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findKommunBySlug, type Kommun } from "#db/kommun.server.ts";
import { findAllRoles, findPersonByEmail } from "#db/person.server.ts";
import { readDatabasePath } from "../settings.ts";
import { type Flags, UsageFault, type Values } from "./command.ts";
import { type GivenFile, givenFile } from "./givenFile.ts";
import { problemLines, summaryLines } from "./importReport.ts";
import { withDatabase, withDatabaseToRead } from "./openDatabase.ts";

/** What the page would ask, answered beforehand. */
type Answers = Pick<ImportMapping, "takesLikeExisting" | "takesLate" | "leavesOutFaulty"> & {
	fixed: Partial<ImportMapping["fixed"]>;
};

const USAGE = "Ange filen och kommunen: importera FIL --kommun SLUG (eller - för standard in)";

/**
 * `importera FIL --kommun SLUG [--epost ADRESS] [--prova] …`: takes a file of registrations into a kommun's log. All of it
 * or nothing: what is not clear without asking is told, and then nothing is stored.
 *
 * @throws Error with all that stands in the way
 */
export async function importToKommun(values: Values, [path, ...more]: string[], flags: Flags): Promise<void> {
	const slug = values.kommun;
	if (!path || !slug || more.length > 0) throw new UsageFault(USAGE);
	const answers = answersIn(values, flags);
	const file = await givenFile(path, { most: LARGEST_TABLE_FILE });
	const { sheets } = await readTableFile(file.bytes, file.name);
	const databasePath = readDatabasePath(process.env);
	if (flags.has("prova"))
		await withDatabaseToRead(databasePath, async (db) => {
			const kommun = await kommunBehind(db, slug);
			if (values.epost !== undefined) await memberWith(db, { email: values.epost, kommun });
			const reading = await readingOf(db, { kommun, sheets, answers, now: new Date().toISOString() });
			if (!hasNothingNew(reading)) requireNoProblems(reading);
			say(summaryLines({ ...reading, fileName: file.name, imported: null }));
		});
	else
		await withDatabase(databasePath, async (db, { now }) => {
			const kommun = await kommunBehind(db, slug);
			const reading = await readingOf(db, { kommun, sheets, answers, now });
			if (hasNothingNew(reading)) return say(summaryLines({ ...reading, fileName: file.name, imported: 0 }));
			requireNoProblems(reading);
			const personId = await personBehind(db, { email: values.epost, kommun, now });
			const actor = { personId, kommunId: kommun.id, now };
			const { importId, imported } = await takeIn(db, actor, { file, sheets, mapping: reading.mapping });
			say(summaryLines({ ...reading, fileName: file.name, imported }));
			console.log(`Allt kan ångras på sidan /intern/${slug}/import/${importId} tills rapporten är signerad.`);
		});
}

interface Reading {
	sheets: readonly SheetTable[];
	facts: ImportFacts;
	mapping: ImportMapping;
	check: ImportCheck;
}

async function readingOf(
	db: Db,
	{ kommun, sheets, answers, now }: { kommun: Kommun; sheets: readonly SheetTable[]; answers: Answers; now: string },
): Promise<Reading> {
	const facts = await findImportFacts(db, { kommunId: kommun.id, today: stockholmDate(now) });
	const guessed = guessMapping(sheets, facts);
	const mapping = { ...guessed, ...answers, fixed: { ...guessed.fixed, ...answers.fixed } };
	return { sheets, facts, mapping, check: checkImport(sheets, mapping, facts) };
}

/** Everything that could come in has come before. */
function hasNothingNew({ check, mapping }: Reading): boolean {
	const problems = importProblems(check, mapping);
	return check.counts.already_imported > 0 && problems.length > 0 && problems.every(({ field }) => field === "rows");
}

function requireNoProblems(reading: Reading): void {
	const problems = importProblems(reading.check, reading.mapping);
	if (problems.length > 0) throw new Error(problemLines(problems, reading).join("\n"));
}

/** Through the same commands as the page. What is refused at the last moment leaves no file behind. */
async function takeIn(
	db: Db,
	actor: Actor,
	{ file, sheets, mapping }: { file: GivenFile; sheets: readonly SheetTable[]; mapping: ImportMapping },
): Promise<{ importId: number; imported: number }> {
	const { importId } = await uploadImport(db, actor, {
		uuid: crypto.randomUUID(),
		fileName: file.name || "standard in",
		sha256: createHash("sha256").update(file.bytes).digest("hex"),
		sheets,
		mapping,
	});
	try {
		const { imported } = await runImport(db, actor, { importId, version: 1 });
		return { importId, imported };
	} catch (error) {
		await cancelImport(db, actor, { importId, version: 1 });
		throw error;
	}
}

async function kommunBehind(db: Db, slug: string): Promise<Kommun> {
	const kommun = await findKommunBySlug(db, slug);
	if (kommun) return kommun;
	throw new Error(`--kommun: det finns ingen kommun med adressen ${slug}. Skriv som i webbadressen: savsjo.`);
}

async function personBehind(
	db: Db,
	{ email, kommun, now }: { email: string | undefined; kommun: Kommun; now: string },
): Promise<number> {
	if (email !== undefined) return memberWith(db, { email, kommun });
	const { personId } = await commandLinePerson(db, { personId: null, kommunId: null, now });
	return personId;
}

/** @throws Error unless it is somebody who may log in the kommun */
async function memberWith(db: Db, { email, kommun }: { email: string; kommun: Kommun }): Promise<number> {
	const person = await findPersonByEmail(db, email.trim().toLowerCase());
	const roles = person ? await findAllRoles(db, { personId: person.id, kommunId: kommun.id }) : [];
	if (person && isPermitted(roles, "log")) return person.id;
	throw new Error(
		`--epost: ${roles.length > 0 ? "personen får inte" : "ingen med den adressen får"} registrera i ${kommun.name}. ` +
			"Ange en kommunpolis eller samordnare, eller utelämna --epost.",
	);
}

function answersIn(values: Values, flags: Flags): Answers {
	const yesOrNo = (yes: string, no: string) => {
		if (flags.has(yes) && flags.has(no)) throw new UsageFault(`Ange --${yes} eller --${no}, inte båda.`);
		return flags.has(yes) ? true : flags.has(no) ? false : null;
	};
	return {
		leavesOutFaulty: flags.has("utan-felaktiga"),
		takesLikeExisting: yesOrNo("ta-med-liknande", "utan-liknande"),
		takesLate: yesOrNo("ta-med-sena", "utan-sena"),
		fixed: { ...performedBy(values["utford-av"]), ...year(values.ar) },
	};
}

function performedBy(given: string | undefined): Partial<ImportMapping["fixed"]> {
	if (given === undefined) return {};
	const code = PERFORMED_BY.find((one) => one === given);
	if (!code) throw new UsageFault(`--utford-av: ange ett av ${PERFORMED_BY.join(", ")}.`);
	return { performedBy: code };
}

function year(given: string | undefined): Partial<ImportMapping["fixed"]> {
	if (given === undefined) return {};
	if (!/^(19|20|21)\d\d$/.test(given)) throw new UsageFault("--ar: ange ett år, till exempel 2018.");
	return { year: Number(given) };
}

function say(lines: readonly string[]): void {
	for (const line of lines) console.log(line);
}
