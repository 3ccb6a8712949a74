import { Heading } from "#app/ui/Heading.tsx";
import { Prose } from "#app/ui/Layout.tsx";
import { ScrollRegion } from "#app/ui/ScrollRegion.tsx";

interface PublicKeysProps {
	keys: readonly { id: string; publicKey: string; since: string; isInUse: boolean }[];
}

/** For whoever wants to check without trusting this page: the keys, and how. */
export function PublicKeys({ keys }: PublicKeysProps) {
	return (
		<Prose>
			<Heading level={2}>Kontrollera på din egen dator</Heading>
			<p>
				Du behöver inte lita på den här sidan. Med den publika nyckeln kan vem som helst pröva en fil själv, också utan
				nät. Hämta <a href="/kontrollera/nycklar.pem">nycklar.pem</a> en gång och jämför nyckelns id med det som
				kommunen uppger. Kör sedan, med Löfteskolls källkod:
			</p>
			<Commands
				label="Kontroll med Löfteskoll"
				lines={["npm run -s lofteskoll -- verifiera rapport.json --nyckel nycklar.pem"]}
			/>
			<p>
				Det går också med vanliga verktyg. Filen är kanonisk JSON (RFC 8785) i UTF-8. Fältet <code>signature</code> är
				en Ed25519-underskrift av <code>content</code>, tecken för tecken som det står i filen, och <code>sha256</code>{" "}
				är dess fingeravtryck.{" "}
				{keys.length > 1 && (
					<>
						Ta den nyckel vars id står i filens <code>keyId</code>:
					</>
				)}
			</p>
			<Commands
				label="Kontroll med OpenSSL"
				lines={[
					`sed 's/^{"content"://; s/,"format":"lofteskoll-fil\\/1","keyId":"[0-9a-f]*","sha256":.*//' rapport.json | tr -d '\\n' > innehall`,
					'grep -o \'"signature":"[0-9a-f]*"}$\' rapport.json | cut -d\'"\' -f4 | xxd -r -p > underskrift',
					"openssl pkeyutl -verify -pubin -inkey nycklar.pem -rawin -in innehall -sigfile underskrift",
				]}
			/>
			{keys.map(({ id, publicKey, since, isInUse }) => (
				<section key={id} className="kontrollera-key" aria-labelledby={`nyckel-${id}`}>
					<Heading level={3} size="sm" id={`nyckel-${id}`}>
						Nyckel <code>{id}</code>
					</Heading>
					<p>
						{isInUse
							? `Används sedan ${since}.`
							: `Tidigare nyckel, från ${since}. Det den har signerat gäller fortfarande.`}
					</p>
					<Commands label={`Publik nyckel ${id}`} lines={publicKey.trim().split("\n")} />
				</section>
			))}
		</Prose>
	);
}

function Commands({ label, lines }: { label: string; lines: readonly string[] }) {
	return (
		<ScrollRegion className="kontrollera-commands" name={{ "aria-label": label }}>
			<pre className="kontrollera-pre">
				<code>{lines.join("\n")}</code>
			</pre>
		</ScrollRegion>
	);
}
