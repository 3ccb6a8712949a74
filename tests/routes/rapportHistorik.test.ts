import { expect, test } from "vitest";
import * as historik from "#app/routes/intern.$kommun.historik/route.tsx";
import { makeGenomforande } from "#tests/factories/genomforande.ts";
import { openPage } from "./page.tsx";
import { makeRapportScene } from "./rapportScene.ts";

const RAPPORT = "rapporten för tertial 2 2018 (Medborgarlöfte 2018)";

test("the history tells a report's whole life in Swedish, step by step, with who took each and never what was written", async () => {
	const at = await makeRapportScene();
	const ledamot = await at.as("ledamot");
	const undertecknare = await at.as("undertecknare");
	const bothKlar = async () => {
		await at.fillIn(at.polis, { intent: "markKlar", part: "polis" });
		await at.fillIn(at.samordnare, { intent: "markKlar", part: "kommun" });
	};
	const text = { intent: "saveRapportText", part: "polis", aktivitetId: at.aktivitetId };
	const sign = async () => {
		const { data } = await at.signera.open(undertecknare);
		const fields = { intent: "signRapport", rapportId: `${data.rapportId}`, version: `${data.version}` };
		expect((await at.signera.post(undertecknare, fields)).status).toBe(302);
	};

	await at.fillIn(at.polis, text, { kommentar: "Zqhemlig text", orsak: "Zqorsak", nyPlan: "Zqplan" });
	await at.fillIn(at.polis, { intent: "markKlar", part: "polis" });
	await at.fillIn(at.polis, { intent: "unmarkKlar", part: "polis" });
	await bothKlar();
	await at.fillIn(ledamot, { intent: "giveSynpunkt" }, { text: "Zqsynpunkt" });
	await at.fillIn(undertecknare, { intent: "returnRapport" }, { reason: "Orsaken saknas" });
	await bothKlar();
	await at.fillIn(at.samordnare, { intent: "reviewRapport" });
	await sign();
	await at.fillIn(at.samordnare, { intent: "publishRapport" });
	await at.fillIn(at.samordnare, { intent: "recallRapport" });
	await at.fillIn(at.samordnare, { intent: "publishRapport" });
	await makeGenomforande(at.db, at.writers.polis, { measureId: at.dokument.measureIds.count, date: "2018-08-30" });
	await at.fillIn(at.polis, { intent: "beginRattelse" }, { reason: "En insats saknades" });
	await bothKlar();
	await at.fillIn(at.samordnare, { intent: "reviewRapport" });
	await sign();
	await at.fillIn(at.samordnare, { intent: "publishRapport" });

	const { data, html } = await openPage(historik, {
		path: `/intern/${at.kommun.slug}/historik`,
		params: { kommun: at.kommun.slug },
		cookie: ledamot.cookie,
	});
	const told = data.rows.map(([, who, what]) => `${who}: ${what}`).reverse();
	const first = told.findIndex((line) => line.includes("Sparade text"));
	const klar = (rapport: string) => [
		`kommunpolis: Markerade polisens del av ${rapport} som klar`,
		`samordnare: Markerade kommunens del av ${rapport} som klar, och rapporten är inlämnad`,
	];
	const version2 = `${RAPPORT}, version 2`;
	expect(told.slice(first)).toEqual([
		`kommunpolis: Sparade text i polisens del av ${RAPPORT}`,
		`kommunpolis: Markerade polisens del av ${RAPPORT} som klar`,
		`kommunpolis: Tog tillbaka klarmarkeringen av polisens del av ${RAPPORT}`,
		...klar(RAPPORT),
		`ledamot: Lämnade en synpunkt på ${RAPPORT}`,
		`undertecknare: Återlämnade ${RAPPORT}: Orsaken saknas`,
		...klar(RAPPORT),
		`samordnare: Noterade att rådet har granskat ${RAPPORT}`,
		`undertecknare: Signerade ${RAPPORT}`,
		`samordnare: Publicerade ${RAPPORT}`,
		`samordnare: Tog tillbaka publiceringen av ${RAPPORT}`,
		`samordnare: Publicerade ${RAPPORT}`,
		"kommunpolis: Registrerade en aktivitet för 30 augusti 2018",
		`kommunpolis: Började på en rättelse, ${version2}: En insats saknades`,
		...klar(version2),
		`samordnare: Noterade att rådet har granskat ${version2}`,
		`undertecknare: Signerade ${version2}`,
		`samordnare: Publicerade ${version2}`,
	]);
	expect(html).not.toContain("Zq");
});
