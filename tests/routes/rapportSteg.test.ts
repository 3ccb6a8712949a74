import { beforeEach, describe, expect, test } from "vitest";
import { ROLES, type Role } from "#app/domain/permissions.ts";
import type { RapportState } from "#app/domain/rapport.ts";
import { action } from "#app/routes/intern.$kommun.rapport.$period._index/route.tsx";
import { storedRows } from "#tests/factories/rapport.ts";
import { callAction, signedIn } from "./context.ts";
import { formWith } from "./html.ts";
import { asPosted, type Fields, makeRapportScene, type RapportScene } from "./rapportScene.ts";

/**
 * Who may take which step, written down by hand from PRODUCT §3.8, and from which state; held against the real action with
 * the form that the page would post.
 */
interface Step {
	roles: Role[];
	/** Where it can be taken, and one in which it cannot. */
	from: RapportState;
	notFrom: RapportState;
	fields: (rapport: { id: number; version: number; dokumentId: number }) => Fields;
	leadsTo: RapportState;
}

const WRITERS: Role[] = ["kommunpolis", "samordnare"];
const REASON = "Texten om skolan behöver ses över";
const seen = ({ id, version }: { id: number; version: number }) => ({ rapportId: `${id}`, version: `${version}` });
const text = (part: string, dokumentId: number) => ({
	intent: "saveRapportText",
	dokumentId: `${dokumentId}`,
	part,
	aktivitetId: "",
	begardaBeslut: "Att rådet tar upp frågan",
});

const STEPS: Record<string, Step> = {
	"write for polis": {
		roles: ["kommunpolis"],
		from: "utkast",
		notFrom: "inlamnad",
		fields: ({ dokumentId }) => ({ ...text("polis", dokumentId), version: "1" }),
		leadsTo: "utkast",
	},
	"write for kommun": {
		roles: ["samordnare"],
		from: "utkast",
		notFrom: "inlamnad",
		fields: ({ dokumentId }) => ({ ...text("kommun", dokumentId), version: "0" }),
		leadsTo: "utkast",
	},
	"mark polis klar": {
		roles: ["kommunpolis"],
		from: "utkast",
		notFrom: "granskad",
		fields: ({ dokumentId, version }) => ({
			intent: "markKlar",
			part: "polis",
			dokumentId: `${dokumentId}`,
			version: `${version}`,
		}),
		leadsTo: "utkast",
	},
	"mark kommun klar": {
		roles: ["samordnare"],
		from: "utkast",
		notFrom: "signerad",
		fields: ({ dokumentId, version }) => ({
			intent: "markKlar",
			part: "kommun",
			dokumentId: `${dokumentId}`,
			version: `${version}`,
		}),
		leadsTo: "utkast",
	},
	"give a synpunkt": {
		roles: ["kommunpolis", "samordnare", "ledamot", "undertecknare"],
		from: "inlamnad",
		notFrom: "utkast",
		fields: ({ id }) => ({ intent: "giveSynpunkt", rapportId: `${id}`, uuid: crypto.randomUUID(), text: "Bra." }),
		leadsTo: "inlamnad",
	},
	return: {
		roles: ["undertecknare"],
		from: "granskad",
		notFrom: "signerad",
		fields: (rapport) => ({ intent: "returnRapport", ...seen(rapport), reason: REASON }),
		leadsTo: "utkast",
	},
	review: {
		roles: WRITERS,
		from: "inlamnad",
		notFrom: "granskad",
		fields: (rapport) => ({ intent: "reviewRapport", ...seen(rapport) }),
		leadsTo: "granskad",
	},
	publish: {
		roles: ["samordnare"],
		from: "signerad",
		notFrom: "granskad",
		fields: (rapport) => ({ intent: "publishRapport", ...seen(rapport) }),
		leadsTo: "publicerad",
	},
	recall: {
		roles: ["samordnare"],
		from: "publicerad",
		notFrom: "signerad",
		fields: (rapport) => ({ intent: "recallRapport", ...seen(rapport) }),
		leadsTo: "signerad",
	},
	"begin a rättelse": {
		roles: WRITERS,
		from: "publicerad",
		notFrom: "granskad",
		fields: (rapport) => ({ intent: "beginRattelse", ...seen(rapport), reason: REASON }),
		leadsTo: "publicerad",
	},
};

let at: RapportScene;

beforeEach(async () => {
	at = await makeRapportScene();
});

const stateOf = async (id: number) =>
	(await at.db.selectFrom("rapport").select("state").where("id", "=", id).executeTakeFirstOrThrow()).state;

/** A remark says in which capacity it is given. */
const inRole = (fields: Fields, role: Role): Fields =>
	fields.intent === "giveSynpunkt" ? { ...fields, role } : fields;

describe.each(Object.entries(STEPS))("to %s", (_name, { roles, from, notFrom, fields, leadsTo }) => {
	test.each(ROLES)("is for %s exactly as the table says", async (role) => {
		const rapport = await at.makeInState(from);
		const before = await storedRows(at.db);
		const who = await at.as(role);
		const { status } = await at.post(who, inRole(fields(rapport), role));
		if (roles.includes(role)) {
			expect(status).toBe(302);
			expect(await stateOf(rapport.id)).toBe(leadsTo);
			expect(await storedRows(at.db)).not.toEqual(before);
		} else {
			expect(status).toBe(403);
			expect((await storedRows(at.db)).slice(0, 5)).toEqual(before.slice(0, 5));
		}
	});

	test(`is refused from ${notFrom} in words, and writes nothing`, async () => {
		const rapport = await at.makeInState(notFrom);
		const [role = "admin"] = roles;
		const who = await at.as(role);
		const before = await storedRows(at.db);
		const refused = await at.post(who, inRole(fields(rapport), role));
		expect(refused).toMatchObject({ status: 409, body: { errors: [{ message: expect.stringMatching(/\.$/) }] } });
		expect(await storedRows(at.db)).toEqual(before);
		expect(refused.page?.text).toContain("Ett fel behöver rättas");
	});

	test("does not exist for somebody with every role in another kommun", async () => {
		const rapport = await at.makeInState(from);
		const other = await at.db
			.selectFrom("kommun")
			.select("id")
			.where("slug", "=", "grannkommun")
			.executeTakeFirstOrThrow();
		const stranger = await signedIn({ db: at.db, roles: ROLES, kommun: other });
		const before = await storedRows(at.db);
		expect((await at.answer(stranger)).status).toBe(404);
		expect((await callElsewhere(stranger, inRole(fields(rapport), "ledamot"))).status).toBe(404);
		expect((await storedRows(at.db)).slice(0, 5)).toEqual(before.slice(0, 5));
	});
});

/** Through the stranger's own kommun, with the ids of this one. */
async function callElsewhere(stranger: Awaited<ReturnType<typeof signedIn>>, fields: Fields) {
	return callAction(action, {
		path: "/intern/grannkommun/rapport/2018-T2",
		params: { kommun: "grannkommun", period: "2018-T2" },
		cookie: stranger.cookie,
		fields,
	});
}

test("a klar-mark can be taken back by the part itself, not by the other", async () => {
	const rapport = await at.makeInState("utkast");
	await at.fillIn(at.polis, { intent: "markKlar", part: "polis" });
	const unmark = {
		intent: "unmarkKlar",
		rapportId: String(rapport.id),
		version: String(rapport.version + 1),
		part: "polis",
	};
	expect((await at.post(at.samordnare, unmark)).status).toBe(403);
	expect((await at.fillIn(at.polis, { intent: "unmarkKlar", part: "polis" })).status).toBe(302);
	expect((await at.open(at.polis)).data.klar).toMatchObject([
		{ part: "polis", at: null },
		{ part: "kommun", at: null },
	]);
});

test("the second klar-mark hands the report in", async () => {
	await at.fillIn(at.polis, { intent: "markKlar", part: "polis" });
	expect((await at.open(at.samordnare)).text).toContain("Väntar på kommunens klarmarkering");
	await at.fillIn(at.samordnare, { intent: "markKlar", part: "kommun" });
	expect((await at.open(at.polis)).data).toMatchObject({
		state: "inlamnad",
		next: { title: "Väntar på rådets granskning" },
	});
});

test("a form sent twice takes its step once, and the second answer says what has happened", async () => {
	const rapport = await at.makeInState("inlamnad");
	const fields = { intent: "reviewRapport", rapportId: String(rapport.id), version: String(rapport.version) };
	expect((await at.post(at.polis, fields)).status).toBe(302);
	const second = await at.post(at.polis, fields);
	expect(second.status).toBe(409);
	expect(second.page?.text).toContain("Rapporten är redan granskad.");
});

test("a synpunkt sent twice is one synpunkt", async () => {
	const ledamot = await at.as("ledamot");
	await at.makeInState("inlamnad");
	const { forms } = await at.open(ledamot);
	const fields = asPosted(formWith(forms, { intent: "giveSynpunkt" }));
	const typed = { ...fields, text: "Fler kvällar vid Skolan" };
	expect((await at.post(ledamot, typed)).location).toMatch(/\?sparat=giveSynpunkt$/);
	expect((await at.post(ledamot, typed)).status).toBe(302);
	const { data, text: read } = await at.open(at.polis);
	expect(data.content.synpunkter).toMatchObject([{ text: "Fler kvällar vid Skolan", role: "ledamot" }]);
	expect(read).toContain("Fler kvällar vid Skolan");
});
