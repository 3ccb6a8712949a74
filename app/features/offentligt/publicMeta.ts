import type { MetaDescriptor } from "@remix-run/react";

interface PublicMeta {
	title: string;
	description: string;
	/** The page's own address, whole. */
	url: string;
}

/** What search engines and those who share the link are told of a public page. */
export function publicMeta({ title, description, url }: PublicMeta): MetaDescriptor[] {
	return [
		{ title: `${title} – Löfteskoll` },
		{ name: "description", content: description },
		{ property: "og:title", content: title },
		{ property: "og:description", content: description },
		{ property: "og:type", content: "article" },
		{ property: "og:url", content: url },
		{ property: "og:site_name", content: "Löfteskoll" },
		{ property: "og:locale", content: "sv_SE" },
		{ tagName: "link", rel: "canonical", href: url },
	];
}
