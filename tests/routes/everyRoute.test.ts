import { beforeEach, describe, expect, test } from "vitest";
import { beginDokumentutkast } from "#app/commands/beginDokumentutkast.server.ts";
import { findUtkast } from "#app/dokumentutkast/findUtkast.server.ts";
import { ROLES, type Role } from "#app/domain/permissions.ts";
import type { Db } from "#db/connection.server.ts";
import { aktivitetOf, demoDatabase, kommunOf } from "#tests/factories/demo.ts";
import { importLine, makeImport } from "#tests/factories/import.ts";
import { callAction, callLoader, NOW, signedIn, startTestRuntime } from "./context.ts";

/**
 * Who may open and who may post on every page of a kommun, written down by hand and held against the
 * real loaders and actions. A page that is missing here fails the last tests.
 */
const EVERYBODY = ROLES;
const WRITERS: Role[] = ["kommunpolis", "samordnare"];
const ADMIN: Role[] = ["admin"];

interface Page {
	loader: readonly Role[];
	action?: readonly Role[];
}

const PAGES: Record<string, Page> = {
	"": { loader: EVERYBODY },
	_index: { loader: EVERYBODY },
	"aktivitet.$id": { loader: EVERYBODY, action: WRITERS },
	"aktivitet.$id_.matt.$measureId": { loader: WRITERS, action: WRITERS },
	atgarder: { loader: EVERYBODY, action: WRITERS },
	"dokument._index": { loader: EVERYBODY },
	"dokument.$id": { loader: EVERYBODY, action: WRITERS },
	"dokument.nytt._index": { loader: WRITERS, action: WRITERS },
	"dokument.nytt.$id._index": { loader: WRITERS, action: WRITERS },
	"dokument.nytt.$id.aktivitet.$key": { loader: WRITERS, action: WRITERS },
	"dokument.$id_.andra": { loader: WRITERS, action: WRITERS },
	"dokument.$id_.ersatt": { loader: WRITERS, action: WRITERS },
	historik: { loader: EVERYBODY },
	"import._index": { loader: WRITERS, action: WRITERS },
	"import.$id": { loader: WRITERS, action: WRITERS },
	"import.$id[.csv]": { loader: WRITERS },
	"import.mall[.csv]": { loader: WRITERS },
	"import.mall[.xlsx]": { loader: WRITERS },
	installningar: { loader: ADMIN, action: ADMIN },
	kalender: { loader: EVERYBODY, action: WRITERS },
	"kom-igang": { loader: EVERYBODY, action: ADMIN },
	logga: { loader: WRITERS, action: WRITERS },
	"mote._index": { loader: EVERYBODY, action: WRITERS },
	"mote.$id._index": { loader: EVERYBODY, action: WRITERS },
	"mote.$id.visa": { loader: EVERYBODY, action: WRITERS },
	"mote.$id[.pdf]": { loader: EVERYBODY },
	"mote.$id[.txt]": { loader: EVERYBODY },
	personer: { loader: ADMIN, action: ADMIN },
	"rapport._index": { loader: EVERYBODY },
	// Who may post which of its forms is in rapportSteg.test.ts.
	"rapport.$period._index": { loader: EVERYBODY, action: EVERYBODY },
	"rapport.$period.signera": { loader: ["undertecknare"], action: ["undertecknare"] },
	"rapport.$period.visa": { loader: EVERYBODY },
	"rapport.$period[.csv]": { loader: EVERYBODY },
	"rapport.$period[.json]": { loader: EVERYBODY },
	"rapport.$period[.pdf]": { loader: EVERYBODY },
	"rapport.$period[.xlsx]": { loader: EVERYBODY },
	"registreringar._index": { loader: EVERYBODY },
	"registreringar.$id": { loader: EVERYBODY, action: WRITERS },
};

type Handler = Parameters<typeof callLoader>[0];
type Module = { loader?: Handler; action?: Handler };
const modules = import.meta.glob<Module>("/app/routes/intern.$kommun*/route.{ts,tsx}", { eager: true });

let db: Db;
/** The only aktivitet of the utkast. */
let utkastAktivitetKey = "";
/** Rows of Sävsjö that the pages can be opened on. */
let rows: {
	aktivitetId: number;
	measureId: number;
	dokumentId: number;
	genomforandeId: number;
	moteId: number;
	importId: number;
	utkastId: number;
};

beforeEach(async () => {
	db = await demoDatabase();
	const aktivitet = await aktivitetOf(db, { dokument: "2018", words: "riktade insatser" });
	const genomforande = await db
		.selectFrom("genomforande_measure")
		.select("genomforande_id as id")
		.where("measure_id", "=", aktivitet.measureId)
		.executeTakeFirstOrThrow();
	const mote = await db
		.selectFrom("mote")
		.select("id")
		.where("kommun_id", "=", (await kommunOf(db, "savsjo")).id)
		.where("state", "=", "planerat")
		.executeTakeFirstOrThrow();
	const { id: personId } = await db.selectFrom("person").select("id").executeTakeFirstOrThrow();
	const writer = { personId, kommunId: (await kommunOf(db, "savsjo")).id, now: NOW };
	const { importId } = await makeImport(db, writer, { lines: [importLine("2018-10-12")] });
	const text =
		"Medborgarlöfte 2019\n\nPolisen lovar:\n- Polisen ska genomföra minst fyra trygghetsvandringar under 2019.";
	const { utkastId } = await beginDokumentutkast(db, writer, { uuid: crypto.randomUUID(), text });
	const utkast = await findUtkast(db, { kommunId: writer.kommunId, utkastId });
	utkastAktivitetKey = utkast?.content.aktiviteter[0]?.key ?? "";
	rows = {
		aktivitetId: aktivitet.id,
		measureId: aktivitet.measureId,
		dokumentId: aktivitet.dokumentId,
		genomforandeId: genomforande.id,
		moteId: mote.id,
		importId,
		utkastId,
	};
});

describe.each(Object.keys(PAGES))("intern/{kommun} %s", (name) => {
	const { loader } = moduleOf(name);

	test("sends whoever is not signed in to the sign-in page", async () => {
		startTestRuntime({ db });
		expect(await callLoader(loader, callFor(name))).toMatchObject(TO_SIGN_IN);
	});

	test("does not exist for a person with every role in another kommun", async () => {
		expect((await callLoader(loader, await callAs(ROLES, name, "sunne"))).status).toBe(404);
	});

	test.each(ROLES)("is open to %s exactly as the table says", async (role) => {
		const isAllowed = PAGES[name]?.loader.includes(role);
		expect((await callLoader(loader, await callAs([role], name))).status).toBe(isAllowed ? 200 : 403);
	});
});

describe.each(Object.keys(PAGES).filter((name) => PAGES[name]?.action))("a post to intern/{kommun} %s", (name) => {
	const { action } = moduleOf(name);

	test("changes nothing for whoever is not signed in, and gives back what was typed", async () => {
		startTestRuntime({ db });
		const typed = { note: "Lugnt på torget" };
		expect(await callAction(action, { ...callFor(name), fields: typed })).toMatchObject({
			status: 401,
			body: { values: { note: ["Lugnt på torget"] } },
		});
	});

	test("is to nothing for a person with every role in another kommun", async () => {
		expect((await callAction(action, await callAs(ROLES, name, "sunne"))).status).toBe(404);
	});

	test.each(ROLES)("is open to %s exactly as the table says", async (role) => {
		const isAllowed = PAGES[name]?.action?.includes(role);
		// With nothing in it, it is refused for what it lacks by then.
		expect((await callAction(action, await callAs([role], name))).status).toBe(isAllowed ? 400 : 403);
	});

	test("is refused from another site", async () => {
		const headers = { Origin: "https://example.org", "Sec-Fetch-Site": "cross-site" };
		expect((await callAction(action, { ...(await callAs(ROLES, name)), headers })).status).toBe(403);
	});
});

test("every page of a kommun stands in the table", () => {
	const names = Object.keys(modules).map(nameOf);
	expect(names.sort()).toEqual(Object.keys(PAGES).sort());
});

test("nothing is posted to the other pages", () => {
	const posting = Object.keys(modules).filter((file) => modules[file]?.action);
	expect(posting.map(nameOf).sort()).toEqual(
		Object.keys(PAGES)
			.filter((name) => PAGES[name]?.action)
			.sort(),
	);
});

const TO_SIGN_IN = { status: 302, location: expect.stringMatching(/^\/logga-in\?/) };

/** The handlers of a page; one that it does not have fails the test that calls it. */
function moduleOf(name: string): Required<Module> {
	const absent = () => {
		throw new Error(`${name} has no such handler`);
	};
	return {
		loader: absent,
		action: absent,
		...Object.entries(modules).find(([file]) => nameOf(file) === name)?.[1],
	};
}

function nameOf(file: string): string {
	return file
		.replace("/app/routes/intern.$kommun", "")
		.replace(/\/route\.tsx?$/, "")
		.replace(/^\./, "");
}

async function callAs(roles: readonly Role[], name: string, slug = "savsjo") {
	const { cookie } = await signedIn({ db, roles, kommun: await kommunOf(db, slug) });
	return { ...callFor(name), cookie };
}

/** Sävsjö's own page; `id` names a different thing on each. */
function callFor(name: string) {
	const idOf = {
		"dokument.nytt": rows.utkastId,
		dokument: rows.dokumentId,
		registreringar: rows.genomforandeId,
		aktivitet: rows.aktivitetId,
		mote: rows.moteId,
		import: rows.importId,
	};
	const [, id = 0] = Object.entries(idOf).find(([noun]) => name.startsWith(`${noun}.`)) ?? [];
	const measureId = String(rows.measureId);
	const params = { kommun: "savsjo", id: String(id), measureId, period: "2018-T2", key: utkastAktivitetKey };
	return { path: `/intern/savsjo/${name}`, params };
}
