import { AtgardTable, PunktRecord } from "#app/features/mote/PunktRecord.tsx";
import { PunktWords } from "#app/features/mote/PunktWords.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import type { motePage } from "./motePage.server.ts";
import { Facts, PunktSection } from "./PunktSection.tsx";

type View = Awaited<ReturnType<typeof motePage>>;

/** The minutes as they were frozen, or what a meeting that was called off would have taken up: nothing in it is written any more. */
export function Minutes({ view }: { view: View }) {
	return (
		<article className="mote-agenda" aria-labelledby="protokoll">
			<Heading level={2} id="protokoll">
				{view.heading}
			</Heading>
			<Facts facts={view.facts} />
			{view.punkter.map((punkt) => (
				<PunktSection key={punkt.key} punkt={punkt}>
					<PunktWords punkt={punkt} />
					{punkt.atgarder && <AtgardTable table={punkt.atgarder} />}
					<PunktRecord punkt={punkt} atgarderTo={view.atgarderTo} level={4} />
				</PunktSection>
			))}
		</article>
	);
}
