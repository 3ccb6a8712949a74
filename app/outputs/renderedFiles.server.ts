import { createHash } from "node:crypto";

/** About as many as the files of the reports that people open in a day; some megabytes. */
const MOST = 32;

/**
 * The files rendered last, kept in memory. Asked for by several at once they are rendered once. The key is all that a file
 * is made from, so that nothing else can ever be answered than what would be rendered now.
 */
export class RenderedFiles {
	/** The one asked for last comes last. */
	readonly #files = new Map<string, Promise<BodyInit>>();

	/** @param madeFrom plain JSON */
	async once(madeFrom: unknown, render: () => Promise<BodyInit>): Promise<BodyInit> {
		const key = createHash("sha256").update(JSON.stringify(madeFrom)).digest("base64");
		const file = this.#files.get(key) ?? render();
		this.#files.delete(key);
		this.#files.set(key, file);
		for (const oldest of [...this.#files.keys()].slice(0, -MOST)) this.#files.delete(oldest);
		try {
			return await file;
		} catch (error) {
			this.#files.delete(key);
			throw error;
		}
	}
}
