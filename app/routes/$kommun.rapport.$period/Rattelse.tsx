import { DifferenceTable } from "#app/features/rapport/DifferenceTable.tsx";
import type { DifferenceLine } from "#app/rapport/difference.ts";
import { Card } from "#app/ui/Card.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import type { PublicRapportView } from "./rapportView.server.ts";

type RattelseProps = NonNullable<PublicRapportView["rattelse"]> & { edition: number };

/** Why there is a later version, and which figures and words are others than before. */
export function Rattelse({ edition, reason, earlier }: RattelseProps) {
	return (
		<Card as="section" tone="attention" aria-labelledby="rattelse">
			<Stack gap="sm">
				<Heading level={2} size="sm" id="rattelse">
					Version {edition}: rapporten är rättad
				</Heading>
				<p>{reason}</p>
				{earlier && (
					<>
						<Disclosure summary="Se vad som är ändrat">
							<Stack gap="md">
								<Changes caption="Ändrade siffror" lines={earlier.difference.figures} {...{ edition, earlier }} />
								<Changes caption="Ändrade texter" lines={earlier.difference.words} {...{ edition, earlier }} />
							</Stack>
						</Disclosure>
						<p>
							<a href={earlier.to}>Läs version {earlier.edition}, som den var</a>
						</p>
					</>
				)}
			</Stack>
		</Card>
	);
}

interface ChangesProps {
	caption: string;
	lines: readonly DifferenceLine[];
	edition: number;
	earlier: { edition: number };
}

function Changes({ caption, lines, edition, earlier }: ChangesProps) {
	if (lines.length === 0) return <p className="muted">{caption}: inga.</p>;
	return <DifferenceTable caption={caption} lines={lines} before={earlier.edition} after={edition} />;
}
