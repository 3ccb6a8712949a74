/** Reads the HTML that React writes, which is regular: double quotes, everything escaped, no tag left open. */

/** The fields of a form as a browser would send them untouched, by name. */
export type PageForm = Record<string, string[]>;

/** Every form of a page, in its order. */
export function formsIn(html: string): PageForm[] {
	return [...html.matchAll(/<form [^>]*>(.*?)<\/form>/gs)].map(([, inner = ""]) => fieldsIn(inner));
}

/** The fields of a piece of a form. */
export function fieldsIn(html: string): PageForm {
	const fields: PageForm = {};
	for (const control of html.matchAll(/<(input|select|textarea)\b([^>]*)>/g)) {
		const [opening, tag = "", inTag = ""] = control;
		const inner = html.slice(control.index + opening.length).split(`</${tag}>`)[0] ?? "";
		const attributes = attributesOf(inTag);
		const value = sentValue({ tag, attributes, inner });
		if (attributes.name !== undefined && value !== undefined)
			fields[attributes.name] = [...(fields[attributes.name] ?? []), value];
	}
	return fields;
}

/** The one form that posts these values: its intent, and the row it is about. */
export function formWith(forms: readonly PageForm[], values: Record<string, string | number>): PageForm {
	const wanted = Object.entries(values);
	const found = forms.filter((form) => wanted.every(([name, value]) => form[name]?.[0] === String(value)));
	const [only] = found;
	if (!only || found.length > 1) throw new Error(`${found.length} forms post ${JSON.stringify(values)}`);
	return only;
}

/** What one reads, every space a single one. */
export function textOf(html: string): string {
	return unescaped(html.replace(/<[^>]*>/g, " "))
		.replace(/\s+/g, " ")
		.replace(/ ([.,:;)])/g, "$1")
		.trim();
}

/** Where the links of the page's error summaries lead. */
export function errorTargets(html: string): string[] {
	const summaries = [...html.matchAll(/<div class="ds-error-summary".*?<\/ul>/gs)].join();
	return [...summaries.matchAll(/href="#([^"]*)"/g)].map(([, id = ""]) => unescaped(id));
}

function sentValue({
	tag,
	attributes,
	inner,
}: {
	tag: string;
	attributes: Record<string, string>;
	inner: string;
}): string | undefined {
	if (tag === "textarea") return unescaped(inner).replace(/^\n/, "");
	if (tag === "select") {
		const options = [...inner.matchAll(/<option([^>]*)>/g)].map(([, inTag = ""]) => attributesOf(inTag));
		return (options.find((option) => "selected" in option) ?? options[0])?.value;
	}
	const isChoice = attributes.type === "checkbox" || attributes.type === "radio";
	return isChoice && !("checked" in attributes) ? undefined : (attributes.value ?? "");
}

function attributesOf(inTag: string): Record<string, string> {
	return Object.fromEntries(
		[...inTag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, unescaped(value)]),
	);
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

function unescaped(text: string): string {
	return text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, entity: string) => ENTITIES[entity] ?? "");
}
