import { renderToStaticMarkup } from "react-dom/server";
import type { RapportContent } from "#app/rapport/content.ts";
import { type Publishing, publishingOf } from "./publishing.server.ts";

/**
 * A signed report as a fragment of HTML to paste into a page of polisen.se or of the kommun: its own language, headings from
 * level 2, a table with caption and headers, no styles, no script, nothing fetched from elsewhere. All text is escaped.
 *
 * @param content the public content of a signed report
 * @param origin where this instance is reached, for the links
 * @throws RangeError for an internal content
 */
export function publishingHtml(content: RapportContent, { origin }: { origin: string }): string {
	return renderToStaticMarkup(<Fragment publishing={publishingOf(content, { origin })} />);
}

function Fragment({ publishing }: { publishing: Publishing }) {
	const { title, lead, figures, sections, signed, code, verifyUrl, reportUrl } = publishing;
	return (
		<article lang="sv">
			<h2>{title}</h2>
			{lead.map((sentence) => (
				<p key={sentence}>{sentence}</p>
			))}
			<FigureTable {...figures} />
			{sections.map(({ heading, parts }) => (
				<section key={heading}>
					<h3>{heading}</h3>
					{parts.map(({ term, paragraphs }) => (
						<div key={term}>
							<h4>{term}</h4>
							{paragraphs.map((paragraph) => (
								<p key={paragraph}>{paragraph}</p>
							))}
						</div>
					))}
				</section>
			))}
			{signed && (
				<p>
					{signed} Kontrollkod: {code}. {verifyUrl && <a href={verifyUrl}>Kontrollera att rapporten är äkta</a>}
				</p>
			)}
			<p>
				<a href={reportUrl}>Läs hela rapporten</a>
			</p>
		</article>
	);
}

function FigureTable({ caption, columns, rows }: Publishing["figures"]) {
	return (
		<table>
			<caption>{caption}</caption>
			<thead>
				<tr>
					{columns.map(({ label }) => (
						<th key={label} scope="col">
							{label}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map((cells, row) => (
					// The rows of a signed report never change places.
					// biome-ignore lint/suspicious/noArrayIndexKey: two measures may read alike
					<tr key={row}>
						{cells.map((cell, column) =>
							column === 0 ? (
								<th key={columns[column]?.label} scope="row">
									{cell}
								</th>
							) : (
								<td key={columns[column]?.label}>{cell}</td>
							),
						)}
					</tr>
				))}
			</tbody>
		</table>
	);
}
