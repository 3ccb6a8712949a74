import { Disclosure } from "#app/ui/Disclosure.tsx";

interface EmbedSnippetProps {
	kommun: { slug: string; name: string };
	origin: string;
}

/** What to paste into another website to show the newest figures there. */
export function EmbedSnippet({ kommun, origin }: EmbedSnippetProps) {
	const address = `${origin}/${kommun.slug}/inbaddning`;
	const html = `<iframe src="${address}" title="Så går det med medborgarlöftena i ${kommun.name}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`;
	return (
		<Disclosure summary="Visa det här på en annan webbplats">
			<div className="public-embed">
				<p>
					Klistra in koden där siffrorna ska visas. Rutan visar alltid den senaste publicerade rapporten, utan kakor och
					utan JavaScript. <a href={address}>Se hur rutan ser ut</a>
				</p>
				<pre className="public-embed-code">
					<code>{html}</code>
				</pre>
			</div>
		</Disclosure>
	);
}
