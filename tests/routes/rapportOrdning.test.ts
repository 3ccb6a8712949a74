import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, test } from "vitest";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { addHours } from "#app/domain/dates.ts";
import { formatCode } from "#app/domain/verificationCode.ts";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { NOW, startTestRuntime } from "./context.ts";
import { fetchFile } from "./rapportFiles.ts";
import { makeRapportScene } from "./rapportScene.ts";

/** PRODUCT §3.6 says what a report holds and in which order. Read in the page and in the PDF as they are delivered. */
let page: string;
let pdf: string;
let code: string;

beforeAll(async () => {
	const at = await makeRapportScene();
	const { db, kommun, dokument } = at;
	await db.updateTable("kommun").set({ lokalpolisomrade: "Provområdet" }).where("id", "=", kommun.id).execute();
	await db.updateTable("dokument").set({ lagesbild: "Oro vid torget." }).where("id", "=", dokument.id).execute();
	const register = (date: string, now = NOW) =>
		makeGenomforande(
			db,
			{ ...at.writers.polis, now },
			{
				measureId: dokument.measureIds.count,
				date,
				platsId: kommun.platsIds.Torget ?? null,
				biprodukter: [{ code: "beslag", quantity: 3 }],
			},
		);
	await register("2018-06-01");
	await decideAtgard(db, at.writers.samordnare, {
		aktivitetId: dokument.aktivitetIds.actions,
		title: "Belysa gångtunneln",
		owner: "kommun",
		decidedOn: "2018-06-14",
		dueOn: null,
	});
	const text = { intent: "saveRapportText", part: "polis" };
	await at.fillIn(
		at.polis,
		{ ...text, aktivitetId: "" },
		{ bedomning: "Bedömningen i ord.", begardaBeslut: "Beslutet som begärs." },
	);
	await at.fillIn(
		at.polis,
		{ ...text, aktivitetId: at.aktivitetId },
		{ kommentar: "Kommentaren i ord.", orsak: "Orsaken i ord.", nyPlan: "Planen i ord." },
	);
	await at.makeInState("inlamnad");
	await at.fillIn(await at.as("ledamot"), { intent: "giveSynpunkt" }, { text: "Synpunkten i ord." });
	await at.makeInState("signerad");
	await register("2018-08-30", addHours(NOW, 1));
	startTestRuntime({ db, now: addHours(NOW, 2) });
	page = (await at.open(at.samordnare)).text;
	({ code } = await db.selectFrom("rapport_snapshot").select("code").executeTakeFirstOrThrow());
	const { bytes } = await fetchFile("pdf", { kommun: kommun.slug, period: "2018-T2", cookie: at.polis.cookie });
	const { text: written } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
	pdf = written.replace(/\s+/g, " ");
});

/** Each found after the one before it; what is not is left out of the answer. */
function foundInOrder(text: string, said: readonly string[]): string[] {
	let from = 0;
	return said.filter((words) => {
		const found = text.indexOf(words, from);
		if (found === -1) return false;
		from = found + words.length;
		return true;
	});
}

const HEAD = [
	"Kommun provkommun",
	"Provområdet",
	"Medborgarlöfte 2018",
	"Tertial 2 2018",
	"Polisens del",
	"Läge Signerad",
];
const OF_THE_AKTIVITET = [
	"Minst 10 riktade insatser under 2018",
	"Ansvarig",
	"Vad räknas? Varje tillfälle räknas en gång.",
	"Minst detta tertial",
	"Minst sammanlagt",
	"1 av minst 10 insatser",
	"Kommentaren i ord.",
	"Platser",
	"Torget",
	"Veckor",
	"v. 22",
	"Biprodukter",
	"Orsak",
	"Orsaken i ord.",
	"Planen i ord.",
];
const AFTER = [
	"Utfall mot utgångsläget",
	"Utgångsvärde",
	"Öppna åtgärder",
	"Belysa gångtunneln",
	"Nästa period",
	"Rådets synpunkter",
	"Synpunkten i ord.",
	"Underskrift",
];

describe("the order of the contents", () => {
	test("on the page", () => {
		const said = [
			"Om rapporten",
			...HEAD,
			"Sammanfattning",
			"0 av 4",
			"Avviker från det som är avtalat",
			"Bedömningen i ord.",
			"Beslutet som begärs.",
			"Oro vid torget.",
			"Vi ska öka tryggheten på Torget",
			...OF_THE_AKTIVITET,
			...AFTER,
			formatCode(code),
			"Efterregistrerat: +1 sedan signering",
		];
		expect(foundInOrder(page, said)).toEqual(said);
	});

	test("in the PDF, which knows nothing of what came after the signature", () => {
		const said = [
			...HEAD,
			"Sammanfattning",
			"0 av 4 nådda",
			"Det som avviker",
			"Bedömningen i ord.",
			"Beslutet som begärs.",
			"Minimum och utfall",
			"Oro vid torget.",
			"Vi ska öka tryggheten på Torget",
			...OF_THE_AKTIVITET,
			...AFTER,
			formatCode(code),
		];
		expect(foundInOrder(pdf, said)).toEqual(said);
		expect(pdf).not.toContain("Efterregistrerat");
	});

	test("is seen to be wrong when it is", () => {
		const swapped = ["Underskrift", "Rådets synpunkter"];
		expect(foundInOrder(pdf.slice(pdf.indexOf("Utfall mot utgångsläget")), swapped)).toEqual(["Underskrift"]);
	});
});
