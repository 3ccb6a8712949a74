/** An element of the markup that React writes. */
export interface Element {
	name: string;
	attributes: Readonly<Record<string, string>>;
	children: readonly (Element | string)[];
}

interface Open {
	name: string;
	attributes: Record<string, string>;
	children: (Element | string)[];
}

const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>|<!--[\s\S]*?-->/g;
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
const VOID = new Set(["br", "img", "hr", "input"]);

/** Reads what `renderToStaticMarkup` wrote: always well-formed, with five entities. Nothing else is read by it. */
export function parseMarkup(markup: string): readonly (Element | string)[] {
	const root: Open = { name: "", attributes: {}, children: [] };
	const open: Open[] = [root];
	const within = () => open[open.length - 1] as Open;
	let end = 0;
	for (const match of markup.matchAll(TAG)) {
		addText(within(), markup.slice(end, match.index));
		end = match.index + match[0].length;
		const [, closing, name, attributes = "", isEmpty] = match;
		if (name === undefined) continue;
		if (closing) {
			open.pop();
			continue;
		}
		const element: Open = { name, attributes: attributesOf(attributes), children: [] };
		within().children.push(element);
		if (!isEmpty && !VOID.has(name)) open.push(element);
	}
	addText(within(), markup.slice(end));
	return root.children;
}

export function isElement(node: Element | string): node is Element {
	return typeof node !== "string";
}

export function classesOf({ attributes }: Element): readonly string[] {
	return (attributes.class ?? "").split(" ").filter(Boolean);
}

/** The elements directly within that have the name. */
export function childrenNamed(element: Element, name: string): Element[] {
	return element.children.filter(isElement).filter((child) => child.name === name);
}

/** What is seen of its text: not what is only read aloud. */
export function textOf(node: Element | string): string {
	if (!isElement(node)) return node;
	return classesOf(node).includes("visually-hidden") ? "" : node.children.map(textOf).join("");
}

function addText(element: Open, text: string): void {
	if (text !== "") element.children.push(text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole));
}

function attributesOf(text: string): Record<string, string> {
	const attributes: Record<string, string> = {};
	for (const [, name, value = ""] of text.matchAll(ATTRIBUTE))
		if (name) attributes[name] = value.replace(/&(#?\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole);
	return attributes;
}
