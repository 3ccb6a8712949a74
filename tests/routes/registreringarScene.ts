import { expect } from "vitest";
import { registerGenomforande } from "#app/commands/registerGenomforande.server.ts";
import { action, loader } from "#app/routes/intern.$kommun.registreringar.$id/route.tsx";
import { freshDatabase } from "#tests/factories/database.ts";
import { callAction, callLoader, signedIn, startTestRuntime } from "./context.ts";
import { createSavsjo, logFields, params } from "./logging.ts";

export const LIST_PATH = "/intern/savsjo/registreringar";

/** What the page of a registrering says, as far as the tests read it. */
export interface RegistreringPage {
	facts: { label: string; text: string }[];
	forms: { defaults: { quantity: string; date: string }; chosen: number[] } | null;
	makulerad: { reason: string } | null;
	revision: number;
	history: { what: string; who: string; reason: string | null; changes: unknown[] }[];
}

export type RegistreringarScene = Awaited<ReturnType<typeof makeRegistreringarScene>>;
type Fields = Record<string, string | string[]>;

/** Sävsjö's log, as its kommunpolis uses the list and the page of a registrering. */
export async function makeRegistreringarScene() {
	const db = freshDatabase();
	startTestRuntime({ db });
	const savsjo = await createSavsjo(db);
	const { cookie, actor } = await signedIn({ db, roles: ["kommunpolis"], kommun: savsjo });

	/** Registers past the page; returns the row's id. */
	async function register({
		date = "2018-10-15",
		measure = "Riktad insats",
		plats = "Sävsjö centrum",
		note = null,
		performedBy = "polis",
	}: {
		date?: string;
		measure?: string;
		plats?: string;
		note?: string | null;
		performedBy?: "polis" | "kommun";
	} = {}): Promise<string> {
		const registered = await registerGenomforande(db, actor, {
			uuid: crypto.randomUUID(),
			date,
			measures: [{ measureId: Number(savsjo.measureId(measure)), quantity: null }],
			platsId: Number(savsjo.platsId(plats)),
			performedBy,
			note,
			isAnotherOne: true,
		});
		if (registered.duplicateOf) throw new Error("not registered");
		return String(registered.id);
	}

	const callFor = (id: string, as = cookie) => ({
		path: `${LIST_PATH}/${id}`,
		params: { ...params, id },
		cookie: as,
	});

	async function row(id: string): Promise<RegistreringPage> {
		const answer = await callLoader(loader, callFor(id));
		expect(answer.status).toBe(200);
		return answer.body as RegistreringPage;
	}

	const post = (id: string, fields: Fields, as?: string) => callAction(action, { ...callFor(id, as), fields });

	/** The form of a correction, filled in. */
	function correction(fields: Fields = {}) {
		const { uuid: _, ...content } = logFields(savsjo);
		return { intent: "correctGenomforande", revision: "1", ...content, ...fields };
	}

	return { db, savsjo, cookie, register, row, post, correction };
}
