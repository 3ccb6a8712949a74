import { getDocumentProxy } from "unpdf";

export interface PdfRead {
	/** What a reader who listens hears: the text of the structure, in its order, without what is ornament. */
	structured: string;
	/** Every role of the structure, in order. */
	roles: string[];
	pages: {
		/** As it is drawn, with single spaces only. */
		text: string;
		/** Where each stretch of text stands, in points from the lower left corner; words across the page left out. */
		words: { text: string; x: number; y: number; width: number; height: number }[];
	}[];
}

interface Node {
	role?: string;
	type?: string;
	id?: string;
	children?: Node[];
}

/** Reads a tagged PDF back. */
export async function readPdf(bytes: Uint8Array): Promise<PdfRead> {
	const pdf = await getDocumentProxy(new Uint8Array(bytes));
	const read: PdfRead = { structured: "", roles: [], pages: [] };
	const heard: string[] = [];
	for (let number = 1; number <= pdf.numPages; number += 1) {
		const page = await pdf.getPage(number);
		const { items } = await page.getTextContent({ includeMarkedContent: true });
		const spoken = new Map<string, string>();
		const words: PdfRead["pages"][number]["words"] = [];
		const open: (string | undefined)[] = [];
		let text = "";
		for (const item of items) {
			if ("str" in item) {
				text += item.hasEOL ? `${item.str} ` : item.str;
				const id = open.findLast((one) => one !== undefined);
				if (id !== undefined) spoken.set(id, (spoken.get(id) ?? "") + item.str);
				const [, slope, , , x, y] = item.transform;
				if (item.str.trim() && slope === 0)
					words.push({ text: item.str, x, y, width: item.width, height: item.height });
			} else if (item.type === "endMarkedContent") open.pop();
			else open.push("id" in item ? item.id : undefined);
		}
		const tree: unknown = await page.getStructTree();
		for (const node of allNodes(tree)) {
			if (node.role && node.role !== "Root") read.roles.push(node.role);
			if (node.type === "content" && node.id) heard.push(spoken.get(node.id) ?? "");
		}
		read.pages.push({ text: text.replace(/\s+/g, " ").trim(), words });
	}
	read.structured = heard.join(" ");
	return read;
}

function allNodes(tree: unknown): Node[] {
	return isNode(tree) ? [tree, ...(tree.children ?? []).flatMap(allNodes)] : [];
}

function isNode(value: unknown): value is Node {
	return typeof value === "object" && value !== null && ("children" in value || "type" in value);
}
