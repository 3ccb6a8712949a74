import type { CSSProperties } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Letter } from "./letterWords.ts";

/**
 * The letter as HTML. It sets no colours, so that a mail program may show it light or dark, and fetches nothing: whoever
 * opens it tells nobody.
 */
export function letterHtml(letter: Letter): string {
	return `<!DOCTYPE html>${renderToStaticMarkup(<LetterDocument letter={letter} />)}`;
}

const BODY: CSSProperties = {
	margin: "0 auto",
	padding: "16px",
	maxWidth: "36em",
	fontFamily: "Arial, Helvetica, sans-serif",
	fontSize: "16px",
	lineHeight: 1.5,
};
const HEADING: CSSProperties = { margin: "24px 0 8px", fontSize: "18px" };
const LIST: CSSProperties = { margin: 0, paddingLeft: "20px" };
const LINE: CSSProperties = { marginBottom: "12px" };
const FOOT: CSSProperties = { marginTop: "32px", borderTop: "1px solid #767676", paddingTop: "8px", fontSize: "14px" };

function LetterDocument({ letter }: { letter: Letter }) {
	const { subject, greeting, lead, groups, besides, all, reason, unsubscribe } = letter;
	return (
		<html lang="sv">
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="supported-color-schemes" content="light dark" />
				<title>{subject}</title>
			</head>
			<body style={BODY}>
				<p>{greeting}</p>
				<p>{lead}</p>
				{groups.map(({ heading, lines }) => (
					<div key={heading}>
						<h2 style={HEADING}>{heading}</h2>
						<ul style={LIST}>
							{lines.map(({ title, why, url }, index) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: two lines may read alike, and none changes place
								<li key={index} style={LINE}>
									<a href={url}>{title}</a>
									<br />
									{why}
								</li>
							))}
						</ul>
					</div>
				))}
				{besides.map((sentence) => (
					<p key={sentence}>{sentence}</p>
				))}
				<p>
					<a href={all.url}>{all.label}</a>
				</p>
				<div style={FOOT}>
					<p>{reason}</p>
					<p>
						<a href={unsubscribe.url}>{unsubscribe.label}</a>
					</p>
				</div>
			</body>
		</html>
	);
}
