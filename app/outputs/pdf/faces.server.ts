import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { unpackWoff } from "./woff.server.ts";

const require = createRequire(import.meta.url);
/** Where the package lies, from the sources as from the built server. */
const FOLDER = dirname(require.resolve("@fontsource/inter/package.json"));

/** Inter comes in one file per alphabet; the first that has a letter sets it. */
const ALPHABETS = ["latin", "latin-ext", "greek", "cyrillic", "vietnamese"] as const;
export type Weight = 400 | 600;

/** What pdfkit knows of an embedded font; its own types leave it out. */
export interface Face {
	hasGlyphForCodePoint(codePoint: number): boolean;
	unitsPerEm: number;
	layout(text: string): {
		glyphs: { path: { toSVG(): string } }[];
		positions: { xAdvance: number }[];
	};
}

interface WithFace {
	_font: { font: Face };
}

/** A stretch of letters that one font has. */
export interface Run {
	font: string;
	text: string;
}

const files = new Map<string, Buffer>();

function fileOf(alphabet: string, weight: Weight): Buffer {
	const name = `inter-${alphabet}-${weight}-normal.woff`;
	const known = files.get(name);
	if (known) return known;
	const bytes = unpackWoff(readFileSync(join(FOLDER, "files", name)));
	files.set(name, bytes);
	return bytes;
}

/** What no file of Inter has, in letters that it has; anything else that is missing becomes "?". */
const SPELLED: Readonly<Record<string, string>> = {
	"\u2010": "-",
	"\u2011": "-",
	"\u00ad": "",
	"\u200b": "",
	"\u200d": "",
	"\ufeff": "",
	"\ufe0f": "",
	"\u2007": "\u00a0",
	"\u2009": "\u00a0",
	"\u202f": "\u00a0",
	"→": "›",
	"←": "‹",
	"≥": ">=",
	"≤": "<=",
	"✓": "x",
	"✔": "x",
};

/** The fonts of one document, opened when the first text needs them. */
export class Faces {
	readonly #doc: PDFKit.PDFDocument;
	readonly #opened = new Map<string, Face>();

	constructor(doc: PDFKit.PDFDocument) {
		this.#doc = doc;
	}

	/** Splits a text into runs; what no font has is spelled otherwise, so that no empty box is ever printed. */
	runsOf(text: string, weight: Weight): Run[] {
		const runs: Run[] = [];
		for (const letter of text.normalize("NFC")) {
			for (const part of this.#spelled(letter, weight)) {
				const font = this.#fontOf(part, weight) ?? `latin-${weight}`;
				const last = runs[runs.length - 1];
				if (last?.font === font) last.text += part;
				else runs.push({ font, text: part });
			}
		}
		return runs;
	}

	/** The width of runs set in a size. */
	widthOf(runs: readonly Run[], size: number): number {
		return runs.reduce((width, { font, text }) => width + this.use(font, size).widthOfString(text), 0);
	}

	/** Makes a font the document's current one. */
	use(font: string, size: number): PDFKit.PDFDocument {
		this.face(font);
		return this.#doc.font(font).fontSize(size);
	}

	face(font: string): Face {
		const known = this.#opened.get(font);
		if (known) return known;
		const [, alphabet = "latin", weight] = /^(.+)-(\d+)$/.exec(font) ?? [];
		this.#doc.registerFont(font, fileOf(alphabet, weight === "600" ? 600 : 400));
		const { font: face } = (this.#doc.font(font) as unknown as WithFace)._font;
		this.#opened.set(font, face);
		return face;
	}

	#spelled(letter: string, weight: Weight): string {
		// Inter has an empty letter for some of them, which would end up in the text that is copied and read aloud.
		if (/\p{Cc}/u.test(letter)) return /\s/.test(letter) ? " " : "";
		if (this.#fontOf(letter, weight)) return letter;
		const spelled = SPELLED[letter];
		if (spelled !== undefined) return spelled;
		return /\s/.test(letter) ? " " : /\p{C}|\p{M}/u.test(letter) ? "" : "?";
	}

	#fontOf(letter: string, weight: Weight): string | undefined {
		const codePoint = letter.codePointAt(0) ?? 0;
		return ALPHABETS.map((alphabet) => `${alphabet}-${weight}`).find((font) =>
			this.face(font).hasGlyphForCodePoint(codePoint),
		);
	}
}
