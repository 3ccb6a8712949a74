import { expect } from "vitest";
import * as upload from "#app/routes/intern.$kommun.import._index/route.tsx";
import * as review from "#app/routes/intern.$kommun.import.$id/route.tsx";
import { freshDatabase } from "#tests/factories/database.ts";
import { callAction, signedIn, startTestRuntime } from "./context.ts";
import { formWith, type PageForm } from "./html.ts";
import { createSavsjo, params } from "./logging.ts";
import { openPage, postForm } from "./page.tsx";

export const IMPORT_PATH = "/intern/savsjo/import";

export type ImportScene = Awaited<ReturnType<typeof makeImportScene>>;
type Fields = Record<string, string | string[]>;

/** Sävsjö with its dokument and an empty log, where the samordnare imports files. */
export async function makeImportScene() {
	const db = freshDatabase();
	startTestRuntime({ db });
	const savsjo = await createSavsjo(db);
	const { cookie, actor } = await signedIn({ db, roles: ["samordnare"], kommun: savsjo });

	/** Posts a file as the form does. */
	function post(content: string | Uint8Array, { name = "logg.csv", uuid = crypto.randomUUID() as string } = {}) {
		const multipart = new FormData();
		multipart.set("uuid", uuid);
		multipart.set("file", new File([new Uint8Array(Buffer.from(content))], name));
		return callAction(upload.action, { path: IMPORT_PATH, params, cookie, multipart });
	}

	/** Posts a file that is taken. @returns the id of the import, as text */
	async function uploaded(lines: readonly string[], options?: { name?: string; uuid?: string }): Promise<string> {
		const { status, location } = await post(lines.join("\r\n"), options);
		expect({ status, location }).toEqual({ status: 302, location: expect.stringMatching(/\/import\/\d+$/) });
		return location?.split("/").at(-1) ?? "";
	}

	const callFor = (id: string, query = "") => ({
		path: `${IMPORT_PATH}/${id}${query}`,
		params: { ...params, id },
		cookie,
	});

	const open = (id: string, query?: string) => openPage(review, callFor(id, query));
	const openList = (query = "") => openPage(upload, { path: IMPORT_PATH + query, params, cookie });

	/** Posts a form of the page, with what it holds and these changes. */
	async function send(id: string, intent: string, changes: Fields = {}) {
		const { forms } = await open(id);
		return postForm(review, { ...callFor(id), fields: { ...formWith(forms, { intent }), ...changes } });
	}

	/** The choices of the names that are asked for, by what the file calls them: what to post to choose. */
	function chosen(form: PageForm, choices: Record<string, string>): Fields {
		const names = Object.entries(form).filter(([field]) => field.endsWith(".name"));
		return Object.fromEntries(
			Object.entries(choices).map(([folded, choice]) => {
				const [field] = names.find(([, [name]]) => name === folded) ?? [];
				if (!field) throw new Error(`nobody asks for ${folded}`);
				return [field.replace(/name$/, "choice"), choice];
			}),
		);
	}

	const registered = () =>
		db.selectFrom("genomforande").selectAll().where("makulerad_at", "is", null).orderBy("id").execute();

	return { db, savsjo, cookie, actor, post, uploaded, callFor, open, openList, send, chosen, registered };
}
