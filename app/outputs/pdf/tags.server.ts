type Role =
	| "Document"
	| "Sect"
	| "H1"
	| "H2"
	| "H3"
	| "H4"
	| "P"
	| "BlockQuote"
	| "L"
	| "LI"
	| "Lbl"
	| "LBody"
	| "Link"
	| "Caption"
	| "Figure"
	| "Table"
	| "THead"
	| "TBody"
	| "TR"
	| "TH"
	| "TD";

interface TagOptions {
	/** What a picture says. */
	alt?: string;
	/** What a header cell is the header of. */
	scope?: "Row" | "Column";
}

/** A place in the document's structure. Made while the report is set, told to the file when something is drawn in it. */
export class Tag {
	readonly role: Role;
	readonly parent: Tag | null;
	readonly options: TagOptions;

	constructor(role: Role, parent: Tag | null, options: TagOptions = {}) {
		this.role = role;
		this.parent = parent;
		this.options = options;
	}

	/** A new place within this one. */
	add(role: Role, options?: TagOptions): Tag {
		return new Tag(role, this, options);
	}
}

/** Writes the structure of one document, in the order in which things are drawn. */
export class TagWriter {
	readonly #doc: PDFKit.PDFDocument;
	readonly #elements = new Map<Tag, PDFKit.PDFStructureElement>();

	constructor(doc: PDFKit.PDFDocument) {
		this.#doc = doc;
	}

	/** Draws something that belongs in the structure; may be called again for what goes on. */
	mark(tag: Tag, draw: () => void): void {
		const element = this.touch(tag);
		const content = this.#doc.markStructureContent(tag.role);
		draw();
		this.#doc.endMarkedContent();
		element.add(content);
	}

	/** Makes an area lead to an address. */
	link(tag: Tag, { url, ...area }: { x: number; y: number; width: number; height: number; url: string }): void {
		// pdfkit ties the area to the structure by this option, which its types do not have yet.
		const options: PDFKit.Mixins.AnnotationOption & { structParent: PDFKit.PDFStructureElement } = {
			structParent: this.touch(tag),
		};
		this.#doc.link(area.x, area.y, area.width, area.height, url, options);
	}

	/** Draws what a reader who listens has no use of: lines, page numbers, repeated headers. */
	artifact(draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
		this.#doc.markContent("Artifact", { type });
		draw();
		this.#doc.endMarkedContent();
	}

	/** Gives a place in the structure also to what has nothing drawn in it: an empty cell. */
	touch(tag: Tag): PDFKit.PDFStructureElement {
		const known = this.#elements.get(tag);
		if (known) return known;
		const element = this.#doc.struct(tag.role, tag.options);
		this.#elements.set(tag, element);
		if (tag.parent) this.touch(tag.parent).add(element);
		else this.#doc.addStructure(element);
		return element;
	}
}
