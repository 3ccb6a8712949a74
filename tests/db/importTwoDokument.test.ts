import { expect, test } from "vitest";
import { runImport } from "#app/commands/runImport.server.ts";
import { findAllGenomforanden } from "#db/genomforande.server.ts";
import { loadDokument } from "#seeds/load.server.ts";
import { freshDatabase } from "#tests/factories/database.ts";
import { kommunOf } from "#tests/factories/demo.ts";
import { importLine, makeImport } from "#tests/factories/import.ts";
import { makePerson } from "#tests/factories/kommun.ts";

/** Sävsjö has a dokument of 2017 and one of 2018–2019; both lead to samverkansmöten and riktade insatser. */
test("a log of two years counts each row toward the dokument that was in force on its day", async () => {
	const db = freshDatabase();
	await loadDokument(db, "2018-10-15T12:00:00.000Z");
	const { id: kommunId } = await kommunOf(db, "savsjo");
	const actor = await makePerson(db, { kommunId, role: "samordnare" });
	const lines = ["2017-03-02", "2017-11-30", "2018-04-24", "2018-09-27"].flatMap((date) => [
		importLine(date, { aktivitet: "Samverkansmöten" }),
		importLine(date, { aktivitet: "riktad insats" }),
	]);
	expect(await runImport(db, actor, await makeImport(db, actor, { lines }))).toEqual({ imported: 8, leftOut: 0 });
	const { rows } = await findAllGenomforanden(db, { kommunId, page: 1, pageSize: 100 });
	const dokument = await db.selectFrom("dokument").select(["id", "in_force_from"]).execute();
	const told = rows.map(({ date, measures: [measure] }) => {
		const from = dokument.find(({ id }) => id === measure?.dokumentId)?.in_force_from;
		return `${date} ${measure?.name} (${from?.slice(0, 4)})`;
	});
	expect(told.sort()).toEqual([
		"2017-03-02 Riktad insats (2017)",
		"2017-03-02 Samverkansmöte (2017)",
		"2017-11-30 Riktad insats (2017)",
		"2017-11-30 Samverkansmöte (2017)",
		"2018-04-24 Riktad insats (2018)",
		"2018-04-24 Samverkansmöte (2018)",
		"2018-09-27 Riktad insats (2018)",
		"2018-09-27 Samverkansmöte (2018)",
	]);
});
