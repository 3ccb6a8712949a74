interface Element {
	tag: string;
	children: (Element | string)[];
}

/** Some lines that belong together, with an empty one around them unless what stands beside is as tight. */
interface Block {
	lines: string[];
	isTight: boolean;
}

const VOID = new Set(["br", "img", "hr"]);
const LISTS = new Set(["ul", "ol"]);
const BLOCKS = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "div"]);
const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
/** The figure of a footnote, and the arrow back from it: nothing that the text says. */
const NOTE_LINK = /href="#(foot|end)note-/;
/** A list that somebody wrote with the keyboard. */
const TYPED_MARK = /^([•·●▪◦○*–-]|\d{1,2}[.)])\s/;
/** Deeper than any document; it keeps the recursion below from being led astray. */
const DEEPEST = 100;

/**
 * What a .docx says, as lines: paragraphs apart, list items with their bullets and figures, tables row by row.
 *
 * @param html as mammoth writes it: well-formed, every tag closed
 * @returns undefined: it is nested deeper than any document
 */
export function htmlText(html: string): string | undefined {
	const root = parsed(html);
	if (!root) return undefined;
	const out: string[] = [];
	let wasTight = true;
	for (const { lines, isTight } of blocksOf(root, 0)) {
		if (out.length > 0 && !(isTight && wasTight)) out.push("");
		out.push(...lines);
		wasTight = isTight;
	}
	return out.join("\n");
}

function parsed(html: string): Element | undefined {
	const root: Element = { tag: "div", children: [] };
	const open = [root];
	for (const [token] of html.matchAll(/<[^>]*>|[^<]+/g)) {
		const parent = open.at(-1) ?? root;
		if (!token.startsWith("<"))
			parent.children.push(token.replace(/&[a-z]+;/g, (entity) => ENTITIES[entity] ?? entity));
		else if (token.startsWith("</")) {
			if (open.length > 1) open.pop();
		} else {
			const tag = /^<([a-z0-9]+)/.exec(token)?.[1] ?? "";
			const element: Element = { tag: NOTE_LINK.test(token) ? "note" : tag, children: [] };
			parent.children.push(element);
			if (!VOID.has(tag)) open.push(element);
		}
		if (open.length > DEEPEST) return undefined;
	}
	return root;
}

/** What stands in it: blocks as they are, and words between them as paragraphs. */
function blocksOf({ children }: Element, depth: number): Block[] {
	const blocks: Block[] = [];
	let words: (Element | string)[] = [];
	const endParagraph = () => {
		blocks.push(...paragraph(words));
		words = [];
	};
	for (const child of children) {
		if (typeof child === "string" || !BLOCKS.has(child.tag)) {
			words.push(child);
			continue;
		}
		endParagraph();
		if (LISTS.has(child.tag)) blocks.push(...listBlocks(child, depth));
		else if (child.tag === "table") blocks.push(...rowsOf(child).flatMap((row) => rowBlocks(row, depth)));
		else blocks.push(...blocksOf(child, depth));
	}
	endParagraph();
	return blocks;
}

function paragraph(words: (Element | string)[]): Block[] {
	const lines = words
		.map(inline)
		.join("")
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");
	return lines.length > 0 ? [{ lines, isTight: TYPED_MARK.test(lines[0] ?? "") }] : [];
}

function inline(node: Element | string): string {
	// A line break is an element of its own; in the XML it is only white space.
	if (typeof node === "string") return node.replace(/[\r\n]+/g, " ");
	if (node.tag === "br") return "\n";
	return node.tag === "note" ? "" : node.children.map(inline).join("");
}

function listBlocks({ tag, children }: Element, depth: number): Block[] {
	const items = children.filter((child) => typeof child !== "string");
	return items.flatMap((item, index) => {
		const mark = `${"  ".repeat(depth)}${tag === "ol" ? `${index + 1}.` : "•"} `;
		const lines = blocksOf(item, depth + 1).flatMap((block) => block.lines);
		// An item whose own text is empty holds only the list within it.
		const isMarked = item.children.some((child) => typeof child === "string" || !LISTS.has(child.tag));
		return [{ lines: lines.map((line, at) => (at === 0 && isMarked ? mark + line : line)), isTight: true }];
	});
}

function rowsOf({ children }: Element): Element[] {
	return children.flatMap((child) => {
		if (typeof child === "string") return [];
		return child.tag === "tr" ? [child] : rowsOf(child);
	});
}

/** A row is one line when each of its cells is; else its cells follow each other. */
function rowBlocks({ children }: Element, depth: number): Block[] {
	const cells = children.flatMap((cell) => (typeof cell === "string" ? [] : [blocksOf(cell, depth)]));
	const lines = cells.map((blocks) => blocks.flatMap((block) => block.lines));
	if (lines.every((ofCell) => ofCell.length <= 1)) {
		const line = lines.flat().join("\t");
		return line === "" ? [] : [{ lines: [line], isTight: true }];
	}
	return cells.flat();
}
