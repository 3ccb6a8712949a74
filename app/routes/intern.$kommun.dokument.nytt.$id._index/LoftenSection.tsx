import { IntentForm } from "#app/features/IntentForm.tsx";
import { Named } from "#app/features/Named.tsx";
import { markAnchor } from "#app/features/utkast/anchors.ts";
import { Heading } from "#app/ui/Heading.tsx";
import { goTo } from "./goTo.ts";

interface LoftenSectionProps {
	loften: readonly { key: string; number: number; quotation: string }[];
	version: number;
}

/** The promises themselves, in the words of the text. */
export function LoftenSection({ loften, version }: LoftenSectionProps) {
	return (
		<section id="loften" className="utkast-section" aria-labelledby="loften-rubrik" tabIndex={-1}>
			<Heading level={2} size="md" id="loften-rubrik">
				Löften
			</Heading>
			{loften.length === 0 && (
				<p>
					Texten har inget löfte som står för sig, och det behövs inte: aktiviteterna är det som följs upp. Finns det
					ett ändå kan du lägga till det under ”Saknas något?”.
				</p>
			)}
			<ol className="utkast-loften">
				{loften.map(({ key, number, quotation }) => (
					<li key={key} id={key} className="utkast-loften__line" tabIndex={-1}>
						<span className="utkast-number" data-kind="lofte">
							L{number}
						</span>
						<p>”{quotation}”</p>
						<div className="utkast-ways utkast-loften__ways">
							<a href={`#${markAnchor(key)}`} onClick={goTo} className="utkast-way">
								<Named name={`löfte ${number}`}>Visa i texten</Named>
							</a>
							<IntentForm
								intent="removeLofte"
								hidden={{ lofteKey: key, version }}
								submit={<Named name={`löfte ${number}`}>Ta bort</Named>}
								submitVariant="tertiary"
							/>
						</div>
					</li>
				))}
			</ol>
		</section>
	);
}
