import { Disclosure } from "#app/ui/Disclosure.tsx";

interface EmbedSnippetProps {
	kommun: { slug: string; name: string };
	origin: string;
}

/** What to paste into another website to show the newest figures there. */
export function EmbedSnippet({ kommun, origin }: EmbedSnippetProps) {
	const address = embedAddress({ kommun, origin });
	return (
		<Disclosure summary="Visa det här på en annan webbplats">
			<div className="public-embed">
				<p>
					Klistra in koden där siffrorna ska visas. Rutan visar alltid den senaste publicerade rapporten, utan kakor och
					utan JavaScript. <a href={address}>Se hur rutan ser ut</a>
				</p>
				<pre className="public-embed-code">
					<code>{embedCode({ kommun, origin })}</code>
				</pre>
			</div>
		</Disclosure>
	);
}

function embedAddress({ kommun, origin }: EmbedSnippetProps): string {
	return `${origin}/${kommun.slug}/inbaddning`;
}

/** HTML for a page that is not ours: nothing in a name may become anything but text there. */
export function embedCode({ kommun, origin }: EmbedSnippetProps): string {
	const title = `Så går det med medborgarlöftena i ${kommun.name}`.replace(
		/[&<>"']/g,
		(character) => `&#${character.charCodeAt(0)};`,
	);
	return `<iframe src="${embedAddress({ kommun, origin })}" title="${title}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`;
}
