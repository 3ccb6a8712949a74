import { afterEach, beforeEach, expect, test } from "vitest";
import { MOTE_STATES, type MoteState } from "#app/domain/mote.ts";
import { ROLES, type Role } from "#app/domain/permissions.ts";
import { decideMoteAtgard, makeMote, storedMoteRows } from "#tests/factories/mote.ts";
import { makeRapport } from "#tests/factories/rapport.ts";
import { makeService, type Service } from "#tests/faults/service.ts";
import { ORIGIN, signedIn } from "./context.ts";
import { formsIn, formWith, textOf } from "./html.ts";
import { asPosted, type Fields } from "./rapportScene.ts";

/** The built server, asked over the network by people without JavaScript. */
let service: Service;
let address: string;

beforeEach(async () => {
	service = await makeService();
	({ address } = await service.start());
});

afterEach(() => service.end());

async function visitor(role: Role) {
	const { cookie } = await signedIn({ db: service.db, roles: [role], kommun: service.kommun });
	const ask = async (path: string, init: RequestInit = {}) => {
		const headers = { Accept: "text/html", Cookie: cookie, ...init.headers };
		const answer = await fetch(address + path, { redirect: "manual", ...init, headers });
		const html = await answer.text();
		return { status: answer.status, html, text: textOf(html) };
	};
	return {
		get: (path: string) => ask(path),
		post: (path: string, fields: Fields) =>
			ask(path, { method: "POST", headers: { Origin: ORIGIN }, body: new URLSearchParams(fields) }),
	};
}

/** What the projector and the page post of a decision. */
function decisions(key: string, aktivitetId: number): Fields[] {
	return [
		{ intent: "recordBeslut", uuid: crypto.randomUUID(), key, text: "Rådet beslutar." },
		{ intent: "decideAtgard", key, title: "Röj sly", owner: "kommun", aktivitetId: String(aktivitetId), dueOn: "" },
		{ intent: "notePunkt", key, version: "1", anteckning: "Rådet läste.", outcome: "granskad" },
	];
}

const RUNNERS: readonly Role[] = ["kommunpolis", "samordnare"];
const REFUSED: Record<Exclude<MoteState, "oppet">, string> = {
	planerat: "Beslut och åtgärder antecknas när mötet är öppnat.",
	avslutat: "Mötet är avslutat och protokollet ändras inte mer.",
	installt: "Mötet är inställt.",
};

test.each(MOTE_STATES)(
	"what is decided at a meeting that is %s is taken from those who run it while it is open alone",
	async (state) => {
		const { id: rapportId } = await makeRapport(service, { state: "inlamnad" });
		const { id } = await makeMote(service, { state });
		const visitors = new Map<Role, Awaited<ReturnType<typeof visitor>>>();
		for (const role of ROLES) visitors.set(role, await visitor(role));
		const path = `/intern/${service.kommun.slug}/mote/${id}`;
		const before = await storedMoteRows(service.db);
		for (const [role, { post }] of visitors) {
			if (state === "oppet" && RUNNERS.includes(role)) continue;
			for (const where of [path, `${path}/visa`])
				for (const fields of decisions(`rapport:${rapportId}`, service.dokument.aktivitetIds.actions)) {
					const { status, text } = await post(where, fields);
					const about = `${role} ${where} ${fields.intent}`;
					expect(status, about).toBe(RUNNERS.includes(role) ? 409 : 403);
					if (state !== "oppet" && RUNNERS.includes(role)) expect(text, about).toContain(REFUSED[state]);
				}
		}
		expect(await storedMoteRows(service.db)).toEqual(before);
		if (state !== "oppet") return;
		for (const fields of decisions(`rapport:${rapportId}`, service.dokument.aktivitetIds.actions))
			expect((await visitors.get("samordnare")?.post(`${path}/visa`, fields))?.status, fields.intent).toBe(302);
		// Noted as reviewed is not reviewed yet: closing the meeting is what marks the report.
		const rapportState = () =>
			service.db.selectFrom("rapport").select("state").where("id", "=", rapportId).executeTakeFirstOrThrow();
		expect(await rapportState()).toEqual({ state: "inlamnad" });
		const closing = { intent: "closeMote", version: "2" };
		expect((await visitors.get("ledamot")?.post(path, closing))?.status).toBe(403);
		expect((await visitors.get("kommunpolis")?.post(path, closing))?.status).toBe(302);
		expect(await rapportState()).toEqual({ state: "granskad" });
	},
	60_000,
);

test("an åtgärd that two close at the same moment, from the meeting and from the list, is closed once and neither's words are lost", async () => {
	const atgardId = await decideMoteAtgard(service, { title: "Röj sly" });
	const { id } = await makeMote(service, { state: "oppet" });
	const places = [`/intern/${service.kommun.slug}/mote/${id}`, `/intern/${service.kommun.slug}/atgarder`];
	const notes = ["Parkgruppen röjde.", "Vägföreningen röjde."];
	const sent = await Promise.all(
		places.map(async (path, index) => {
			const who = await visitor(index === 0 ? "samordnare" : "kommunpolis");
			const form = asPosted(formWith(formsIn((await who.get(path)).html), { intent: "completeAtgard", atgardId }));
			return () => who.post(path, { ...form, doneOn: "2018-10-15", doneNote: notes[index] ?? "" });
		}),
	);
	const answers = await Promise.all(sent.map((send) => send()));
	expect(answers.map(({ status }) => status).sort()).toEqual([302, 409]);
	const second = answers.findIndex(({ status }) => status === 409);
	expect(answers[second]?.text).toContain(
		"Åtgärden ”Röj sly” har ändrats av någon annan och är klar sedan 15 oktober 2018.",
	);
	expect(answers[second]?.text).toContain(notes[second]);
	const stored = await service.db.selectFrom("atgard").select(["done_on", "done_note", "version"]).execute();
	expect(stored).toEqual([{ done_on: "2018-10-15", done_note: notes[1 - second], version: 2 }]);
	const events = await service.db
		.selectFrom("audit_event")
		.select("action")
		.where("action", "=", "atgard.completed")
		.execute();
	expect(events).toHaveLength(1);
}, 60_000);
