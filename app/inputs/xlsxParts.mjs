// @ts-check
import { crc32, inflateRawSync } from "node:zlib";
import { Refused } from "./rowCollector.mjs";
import { walkXml } from "./xml.mjs";

/** @typedef {{ name: string, method: number, crc: number, start: number, end: number }} PackedPart */
/** @typedef {{ type: string, target: string, isExternal: boolean }} Relationship */

const STORED = 0;
const DEFLATED = 8;
/** What may point out of a workbook: an address that somebody may click, and that nobody here follows. */
const HYPERLINK = /\/hyperlink$/i;
const EXTERNAL_TYPE = /\/(externallink(path)?|connections|querytable)$/i;
const MACRO_TYPE = /\/(vbaproject|(xl)?(intl)?macrosheet|activexcontrol)/i;
const MACRO_CONTENT = /macroenabled|vbaproject|macrosheet|activex/i;

/** The parts of a workbook by their names: unpacked, whole, and safe to read. */
export class Parts {
	/** @type {Map<string, Uint8Array>} */
	#bytes = new Map();
	/** @type {string[]} */
	#names = [];

	/**
	 * Unpacks all of it, also what is never read, since only that tells how large it really is.
	 *
	 * @param {Uint8Array} file
	 * @param {PackedPart[]} packed as the directory of the file says
	 * @param {number} mostBytes
	 * @throws Refused when it is damaged or too large
	 */
	constructor(file, packed, mostBytes) {
		let left = mostBytes;
		for (const { name, method, crc, start, end } of packed) {
			const bytes = unpacked(file.subarray(start, end), method, left);
			left -= bytes.length;
			if (left < 0) throw new Refused("unpacked");
			if (!/\.(xml|rels)$/i.test(name)) continue;
			if (crc32(bytes) !== crc) throw new Refused("broken");
			this.#names.push(name);
			this.#bytes.set(keyOf(name), bytes);
		}
	}

	/**
	 * A part as text. Only once: it takes its room.
	 *
	 * @param {string} name
	 * @throws Refused when it is not there, or is no text
	 */
	take(name) {
		const key = keyOf(name);
		const bytes = this.#bytes.get(key);
		if (!bytes) throw new Refused("broken");
		this.#bytes.delete(key);
		const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
		try {
			return new TextDecoder(isWide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8", { fatal: true }).decode(
				bytes,
			);
		} catch {
			throw new Refused("broken");
		}
	}

	/** @param {string | undefined} name */
	has(name) {
		return name !== undefined && this.#bytes.has(keyOf(name));
	}

	/**
	 * Refuses macros under whatever name, and what points at other files, of any part.
	 *
	 * @returns {(part: string) => Map<string, Relationship>} what a part points at, by id; targets are names of parts
	 * @throws Refused
	 */
	checkedRelationships() {
		walkXml(this.take("[Content_Types].xml"), {
			onOpen: (_name, { ContentType = "" }) => {
				if (MACRO_CONTENT.test(ContentType)) throw new Refused("macros");
			},
		});
		/** @type {Map<string, Map<string, Relationship>>} */
		const found = new Map();
		for (const name of this.#names.filter((each) => /\.rels$/i.test(each))) {
			const relationships = relationshipsIn(this.take(name), sourceOf(name));
			for (const { type, isExternal } of relationships.values()) {
				if (MACRO_TYPE.test(type)) throw new Refused("macros");
				if (EXTERNAL_TYPE.test(type) || (isExternal && !HYPERLINK.test(type))) throw new Refused("external");
			}
			found.set(keyOf(sourceOf(name)), relationships);
		}
		return (part) => found.get(keyOf(part)) ?? new Map();
	}
}

/**
 * @param {Uint8Array} packed
 * @param {number} method
 * @param {number} most
 */
function unpacked(packed, method, most) {
	if (method === STORED) return packed;
	if (method !== DEFLATED) throw new Refused("broken");
	try {
		return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) });
	} catch (error) {
		const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
		throw new Refused(isTooLarge ? "unpacked" : "broken");
	}
}

/**
 * Some programs write `xl\worksheets\sheet1.xml`, or capitals.
 *
 * @param {string} name
 */
function keyOf(name) {
	return name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();
}

/**
 * `xl/_rels/workbook.xml.rels` → `xl/workbook.xml`; `_rels/.rels` → the whole file.
 *
 * @param {string} name
 */
function sourceOf(name) {
	return name.replaceAll("\\", "/").replace(/(^|\/)_rels\/([^/]*)\.rels$/i, "$1$2");
}

/**
 * @param {string} xml
 * @param {string} source
 */
function relationshipsIn(xml, source) {
	/** @type {Map<string, Relationship>} */
	const relationships = new Map();
	walkXml(xml, {
		onOpen: (name, { Id, Type = "", Target = "", TargetMode }) => {
			if (name !== "Relationship" || Id === undefined) return;
			const isExternal = TargetMode?.toLowerCase() === "external";
			relationships.set(Id, { type: Type, target: isExternal ? Target : resolved(Target, source), isExternal });
		},
	});
	return relationships;
}

/**
 * @param {string} target as a part says, from its own folder or from the top
 * @param {string} source
 */
function resolved(target, source) {
	if (target.startsWith("/")) return target;
	const path = source.split("/").slice(0, -1);
	for (const step of target.replaceAll("\\", "/").split("/")) {
		if (step === "..") path.pop();
		else if (step !== ".") path.push(step);
	}
	return path.join("/");
}
