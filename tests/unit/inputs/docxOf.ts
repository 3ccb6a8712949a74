import { zipOf } from "./zipOf.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** Bullets, figures, and the bullets of a style, whose paragraphs say nothing of numbering themselves. */
const NUMBERING = `${HEAD}<w:numbering ${W}>${[
	abstractNumbering(0, "bullet"),
	abstractNumbering(1, "decimal"),
	abstractNumbering(2, "bullet", '<w:pStyle w:val="Punktlista"/>'),
].join(
	"",
)}${[0, 1, 2].map((id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`).join("")}</w:numbering>`;
const STYLES = `${HEAD}<w:styles ${W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Punktlista"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
</w:styles>`;

/** A paragraph of WordprocessingML. `runs` is what it says, in as many runs as an editor cuts it into. */
export function paragraph(runs: string | string[], properties = ""): string {
	const cut = [runs]
		.flat()
		.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`);
	return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${cut.join("")}</w:p>`;
}

export const heading = (text: string) => paragraph(text, '<w:pStyle w:val="Rubrik1"/>');
export const bullet = (text: string, level = 0) => paragraph(text, numbered(1, level));
export const figure = (text: string, level = 0) => paragraph(text, numbered(2, level));
export const styledBullet = (text: string) => paragraph(text, '<w:pStyle w:val="Punktlista"/>');

function abstractNumbering(id: number, format: "bullet" | "decimal", ofStyle = ""): string {
	const mark = format === "bullet" ? "\uf0b7" : "%1.";
	const level = (at: number) =>
		`<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${ofStyle}<w:lvlText w:val="${mark}"/></w:lvl>`;
	return `<w:abstractNum w:abstractNumId="${id}">${level(0)}${ofStyle ? "" : level(1)}</w:abstractNum>`;
}

function numbered(id: number, level: number): string {
	return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
}

/** A table; each cell is what stands in it as WordprocessingML. */
export function table(rows: string[][]): string {
	const cells = (row: string[]) => row.map((cell) => `<w:tc><w:tcPr/>${cell}</w:tc>`).join("");
	return `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join("")}</w:tbl>`;
}

/** The files of a .docx whose body is the WordprocessingML, with numbering and styles as LibreOffice and Word write them. */
export function docxFiles(body: string): Record<string, string> {
	const part = (id: string, type: string) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${type}.xml"/>`;
	return {
		"[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${part("rId1", "styles")}${part("rId2", "numbering")}${part("rId3", "footnotes")}<Relationship Id="rId9" Type="${OFFICE}/image" Target="https://lofteskoll.example.se/spar.png" TargetMode="External"/></Relationships>`,
		"word/document.xml": `${HEAD}<w:document ${W} ${R} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}<w:sectPr/></w:body></w:document>`,
		"word/footnotes.xml": `${HEAD}<w:footnotes ${W}><w:footnote w:id="2"><w:p><w:r><w:t>Se bilagan.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"word/numbering.xml": NUMBERING,
		"word/styles.xml": STYLES,
	};
}

/** A .docx with paragraphs, lists and tables made by the functions above. */
export function docxOf(...body: string[]): Buffer {
	return zipOf(docxFiles(body.join("")));
}

function escaped(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
