// @ts-check
/**
 * XML as the parts of a spreadsheet are written: elements, attributes and text. Strict, and without what only harms: a
 * document type, entities of its own, or nesting without end.
 */

/** Deeper than any part of a workbook. */
const DEEPEST = 256;
const TAG =
	/<(?:\/([^\s<>/=]+)\s*|([^\s<>/=!?]+)((?:\s+[^\s<>/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)|\?[\s\S]*?\?|!--[\s\S]*?--|!\[CDATA\[([\s\S]*?)\]\])>/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi;
/** @type {Record<string, string>} */
const NAMED = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The text is not well-formed, or holds what no spreadsheet needs. */
export class BrokenXml extends Error {}

/**
 * Walks through the elements in their order. Names are given without their prefix; of attributes `r` is one without a prefix
 * and `:id` one with any prefix. Declarations of prefixes are left out.
 *
 * @param {string} xml
 * @param {{
 *   onOpen?: (name: string, attributes: Record<string, string>) => void,
 *   onClose?: (name: string) => void,
 *   onText?: (text: string) => void,
 * }} visitor
 * @throws BrokenXml
 */
export function walkXml(xml, { onOpen, onClose, onText }) {
	/** @type {string[]} */
	const open = [];
	let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
	while (at < xml.length) {
		const next = xml.indexOf("<", at);
		const end = next < 0 ? xml.length : next;
		if (end > at) sayText(xml.slice(at, end), open, onText);
		if (next < 0) break;
		TAG.lastIndex = next;
		const [tag, closed, opened, attributes, isEmpty, literal] = TAG.exec(xml) ?? [];
		if (tag === undefined) throw new BrokenXml();
		at = next + tag.length;
		if (closed !== undefined) {
			if (open.pop() !== closed) throw new BrokenXml();
			onClose?.(localName(closed));
		} else if (opened !== undefined) {
			const name = localName(opened);
			onOpen?.(name, attributesIn(attributes ?? ""));
			if (isEmpty) onClose?.(name);
			else if (open.push(opened) > DEEPEST) throw new BrokenXml();
		} else if (literal) {
			if (open.length === 0) throw new BrokenXml();
			onText?.(literal);
		}
	}
	if (open.length > 0) throw new BrokenXml();
}

/**
 * @param {string} text
 * @param {string[]} open
 * @param {((text: string) => void) | undefined} onText
 */
function sayText(text, open, onText) {
	if (open.length > 0) onText?.(unescaped(text));
	else if (text.trim() !== "") throw new BrokenXml();
}

/** @param {string} name */
function localName(name) {
	return name.slice(name.indexOf(":") + 1);
}

/** @param {string} text */
function attributesIn(text) {
	/** @type {Record<string, string>} */
	const attributes = {};
	if (text === "") return attributes;
	for (const [, name = "", double, single] of text.matchAll(ATTRIBUTE)) {
		if (name === "xmlns" || name.startsWith("xmlns:")) continue;
		const colon = name.indexOf(":");
		attributes[colon < 0 ? name : name.slice(colon)] = unescaped(double ?? single ?? "");
	}
	return attributes;
}

/** @param {string} text */
function unescaped(text) {
	if (!text.includes("&")) return text;
	const plain = text.replace(ENTITY, (_entity, decimal, hex, name) => {
		if (name) return NAMED[name.toLowerCase()] ?? "";
		const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
		if (code > 0x10ffff) throw new BrokenXml();
		return String.fromCodePoint(code);
	});
	// Whatever begins otherwise is an entity of somebody's own.
	if (text.replace(ENTITY, "").includes("&")) throw new BrokenXml();
	return plain;
}
