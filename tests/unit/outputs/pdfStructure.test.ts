import { getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, test } from "vitest";
import { rapportPdf } from "#app/outputs/pdf/rapportPdf.server.ts";
import { figureTable } from "#app/rapport/tables.ts";
import { signedRapportContent } from "#tests/factories/rapportContent.ts";

interface Node {
	role: string;
	alt?: string;
	children: Node[];
}

const content = signedRapportContent();
let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
let raw: string;
let nodes: Node[];

beforeAll(async () => {
	const bytes = await rapportPdf(content, {
		state: "signerad",
		sha256: "ab".repeat(32),
		verifyUrl: "https://lofteskoll.example.se/kontrollera?kod=7K3M9QXA2B4C6D8E",
	});
	raw = Buffer.from(bytes).toString("latin1");
	pdf = await getDocumentProxy(bytes.slice());
	const trees: unknown[] = [];
	for (let number = 1; number <= pdf.numPages; number += 1)
		trees.push(await (await pdf.getPage(number)).getStructTree());
	nodes = trees.flatMap(allNodes);
});

function allNodes(tree: unknown): Node[] {
	if (!isNode(tree)) return [];
	return [tree, ...tree.children.flatMap(allNodes)];
}

function isNode(value: unknown): value is Node {
	return typeof value === "object" && value !== null && "role" in value && "children" in value;
}

function ofRole(role: string): Node[] {
	return nodes.filter((node) => node.role === role);
}

describe("a reader who listens", () => {
	test("is told the language and the title, and that the file is tagged", async () => {
		const { info } = await pdf.getMetadata();
		expect(info).toMatchObject({
			Title: "Medborgarlöfte för Sävsjö kommun 2018. Uppföljning, Tertial 2 2018",
			Author: "Sävsjö",
			Language: "sv-SE",
		});
		expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
	});

	test("can walk by headings: one of the first level, parts below it, aktiviteter below them", () => {
		expect(ofRole("H1")).toHaveLength(1);
		expect(ofRole("H2").length).toBeGreaterThanOrEqual(8);
		expect(ofRole("H3").length).toBeGreaterThanOrEqual(7);
		for (const role of ["Document", "Sect", "P", "L", "LI", "BlockQuote"])
			expect(ofRole(role).length).toBeGreaterThan(0);
	});

	test("hears what every chart and the QR code say", () => {
		const figures = [...new Set(ofRole("Figure").map((figure) => figure.alt))];
		expect(figures).toHaveLength(8);
		for (const measure of content.groups.flatMap((group) => group.aktiviteter.flatMap(({ measures }) => measures)))
			expect(
				figures.some((alt) => alt?.includes(measure.headline)),
				measure.headline,
			).toBe(true);
		expect(figures).toContain("QR-kod som leder till https://lofteskoll.example.se/kontrollera?kod=7K3M9QXA2B4C6D8E");
	});

	test("finds rows, headers with scope and cells in every table", () => {
		expect(ofRole("Table").length).toBeGreaterThan(10);
		expect(ofRole("THead").length).toBeGreaterThan(10);
		expect(ofRole("TD").length).toBeGreaterThan(figureTable(content).rows.length * 5);
		expect(raw.match(/\/Scope \/Column/g)?.length).toBeGreaterThan(40);
		expect(raw.match(/\/Scope \/Row/g)?.length).toBeGreaterThan(30);
	});
});

test("every font is within the file, and none of them claims what nobody has checked", () => {
	const fonts = [...raw.matchAll(/\/BaseFont \/([\w+-]+)/g)].map((match) => match[1]);
	expect(fonts.length).toBeGreaterThanOrEqual(2);
	for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Inter-/);
	expect(raw.match(/\/FontFile2 /g)).toHaveLength(new Set(fonts).size);
	expect(raw).not.toContain("pdfuaid");
});

test("charts are drawn, not pictures of drawings", () => {
	expect(raw).not.toMatch(/\/Subtype \/Image/);
});
