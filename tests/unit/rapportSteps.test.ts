import { describe, expect, test } from "vitest";
import { isPermitted, ROLES, type Role } from "#app/domain/permissions.ts";
import { RAPPORT_STEPS, type RapportFacts, type RapportStep, STEP_PERMISSION, whyNot } from "#app/domain/rapport.ts";

const POLIS = 1;
const SAMORDNARE = 2;
const SOMEBODY_ELSE = 3;

/** The day after the period's last, an hour after the publication. */
const MOMENT = { personId: SOMEBODY_ELSE, today: "2018-09-01", now: "2018-09-01T10:00:00.000Z" };

const UTKAST: RapportFacts = {
	state: "utkast",
	edition: 1,
	periodTo: "2018-08-31",
	polisKlarBy: null,
	kommunKlarBy: null,
	publishedAt: null,
	hasLaterEdition: false,
};
const BOTH_KLAR = { polisKlarBy: POLIS, kommunKlarBy: SAMORDNARE };
const SIGNED: RapportFacts = { ...UTKAST, ...BOTH_KLAR, state: "signerad" };
const PUBLISHED: RapportFacts = { ...SIGNED, state: "publicerad", publishedAt: "2018-09-01T09:00:00.000Z" };

/** Where a report can stand, in the order of the columns below. */
const STANDING: Record<string, RapportFacts> = {
	"utkast that nobody is klar with": UTKAST,
	"utkast that the police are klar with": { ...UTKAST, polisKlarBy: POLIS },
	"utkast that the kommun is klar with": { ...UTKAST, kommunKlarBy: SAMORDNARE },
	"utkast of a period that is not over": { ...UTKAST, periodTo: MOMENT.today },
	inlämnad: { ...UTKAST, ...BOTH_KLAR, state: "inlamnad" },
	granskad: { ...UTKAST, ...BOTH_KLAR, state: "granskad" },
	signerad: SIGNED,
	publicerad: PUBLISHED,
	"publicerad since more than a day": { ...PUBLISHED, publishedAt: "2018-08-31T09:59:59.999Z" },
	"signerad with a later version": { ...SIGNED, hasLaterEdition: true },
	"publicerad with a later version": { ...PUBLISHED, hasLaterEdition: true },
};

/** Written from PRODUCT §3.6 by hand: ● may be taken, · may not. */
const TAKEN: Record<RapportStep, string> = {
	//                 utkast        inl gra sig pub  >24h  later
	writePolis: /*      */ "● · ● ●   ·   ·   ·   ·   ·   ·   ·",
	writeKommun: /*     */ "● ● · ●   ·   ·   ·   ·   ·   ·   ·",
	markPolisKlar: /*   */ "● · ● ·   ·   ·   ·   ·   ·   ·   ·",
	markKommunKlar: /*  */ "● ● · ·   ·   ·   ·   ·   ·   ·   ·",
	unmarkPolisKlar: /* */ "· ● · ·   ·   ·   ·   ·   ·   ·   ·",
	unmarkKommunKlar: /**/ "· · ● ·   ·   ·   ·   ·   ·   ·   ·",
	giveSynpunkt: /*    */ "· · · ·   ●   ●   ·   ·   ·   ·   ·",
	returnRapport: /*   */ "· · · ·   ●   ●   ·   ·   ·   ·   ·",
	reviewRapport: /*   */ "· · · ·   ●   ·   ·   ·   ·   ·   ·",
	signRapport: /*     */ "· · · ·   ·   ●   ·   ·   ·   ·   ·",
	publishRapport: /*  */ "· · · ·   ·   ·   ●   ·   ·   ·   ·",
	recallRapport: /*   */ "· · · ·   ·   ·   ·   ●   ·   ·   ●",
	beginRattelse: /*   */ "· · · ·   ·   ·   ●   ●   ●   ·   ·",
};

/** PRODUCT §3.8, by hand. */
const WHO: Record<RapportStep, Role[]> = {
	writePolis: ["kommunpolis"],
	writeKommun: ["samordnare"],
	markPolisKlar: ["kommunpolis"],
	markKommunKlar: ["samordnare"],
	unmarkPolisKlar: ["kommunpolis"],
	unmarkKommunKlar: ["samordnare"],
	giveSynpunkt: ["kommunpolis", "samordnare", "ledamot", "undertecknare"],
	returnRapport: ["undertecknare"],
	reviewRapport: ["kommunpolis", "samordnare"],
	signRapport: ["undertecknare"],
	publishRapport: ["samordnare"],
	recallRapport: ["samordnare"],
	beginRattelse: ["kommunpolis", "samordnare"],
};

describe.each(RAPPORT_STEPS)("%s", (step) => {
	test.each(Object.keys(STANDING).map((name, column) => ({ name, column })))("$name", ({ name, column }) => {
		const isTaken = TAKEN[step].split(/\s+/)[column] === "●";
		const reason = whyNot(step, STANDING[name] as RapportFacts, MOMENT);
		if (isTaken) expect(reason).toBeNull();
		else expect(reason).toMatch(/^[A-ZÅÄÖ].*\.$/);
	});

	test.each(ROLES)("by %s", (role) => {
		expect(isPermitted([role], STEP_PERMISSION[step])).toBe(WHO[step].includes(role));
	});
});

test("the table has a column for everywhere that a report can stand", () => {
	for (const row of Object.values(TAKEN)) expect(row.split(/\s+/)).toHaveLength(Object.keys(STANDING).length);
});

test("whoever has said klar for a part does not sign, in whatever role", () => {
	const granskad = STANDING.granskad as RapportFacts;
	for (const personId of [POLIS, SAMORDNARE])
		expect(whyNot("signRapport", granskad, { ...MOMENT, personId })).toContain("får inte signera");
});

test("a publication is recalled for exactly 24 hours, also over the end of summer time", () => {
	const published = { ...PUBLISHED, publishedAt: "2018-10-27T22:30:00.000Z" };
	const at = (now: string) => whyNot("recallRapport", published, { ...MOMENT, now, today: "2018-10-29" });
	expect(at("2018-10-28T22:30:00.000Z")).toBeNull();
	expect(at("2018-10-28T22:30:00.001Z")).toContain("24 timmar");
});

test("a part is klar from the day after the period's last", () => {
	const at = (today: string) => whyNot("markPolisKlar", UTKAST, { ...MOMENT, today });
	expect(at("2018-08-31")).toContain("inte slut");
	expect(at("2018-09-01")).toBeNull();
});
