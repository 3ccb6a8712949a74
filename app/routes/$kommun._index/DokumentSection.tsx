import { ExampleTag } from "#app/features/ExampleTag.tsx";
import { FileList } from "#app/features/offentligt/FileList.tsx";
import { PublicAktivitetList } from "#app/features/offentligt/PublicAktivitetList.tsx";
import { PublicTally } from "#app/features/offentligt/PublicTally.tsx";
import { ButtonLink } from "#app/ui/Button.tsx";
import { Card } from "#app/ui/Card.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Split, Stack } from "#app/ui/Layout.tsx";
import type { KommunSection } from "./kommunView.server.ts";

interface DokumentSectionProps {
	section: KommunSection;
	/** The kommun has one dokument in force: its title need not tell it from another. */
	isAlone: boolean;
}

/** The newest report of a dokument: the finding, every aktivitet, and how one knows that it is true. */
export function DokumentSection({ section, isAlone }: DokumentSectionProps) {
	const { dokumentId, dokumentTitle, summary, rapportTo } = section;
	const headingId = `dokument-${dokumentId}`;
	return (
		<section className="public-section" aria-labelledby={headingId}>
			<header className="public-finding">
				{!isAlone && <p className="public-dokument">{dokumentTitle}</p>}
				<Heading level={2} size={isAlone ? "xl" : "lg"} id={headingId}>
					{summary.finding}
				</Heading>
				<p className="public-when">
					{summary.when} <span className="muted">({summary.periodName})</span> {summary.isExample && <ExampleTag />}
				</p>
				<PublicTally tally={summary.tally} />
				{summary.signature && <p className="public-signed">Signerad {summary.signature.on}</p>}
			</header>
			<Split
				main={
					<Stack gap="md">
						<PublicAktivitetList aktiviteter={summary.aktiviteter} level={3} />
						<div>
							<ButtonLink to={rapportTo} size="lg" reloadDocument>
								Läs hela rapporten
							</ButtonLink>
						</div>
					</Stack>
				}
				aside={<Provenance section={section} />}
			/>
		</section>
	);
}

/** Who stands behind the figures, how to check them, and the files to take home. */
function Provenance({ section: { dokumentTitle, summary, files, rattelse, replaced } }: { section: KommunSection }) {
	const { signature } = summary;
	const facts = [
		{ term: "Löftet", description: dokumentTitle },
		...(signature
			? [
					{ term: "Rapporten signerad", description: `${signature.title}, ${signature.on}` },
					{
						term: "Kontrollkod",
						description: (
							<>
								<span className="public-code">{signature.code}</span>
								<br />
								<a href={signature.verifyTo}>Kontrollera att rapporten är äkta</a>
							</>
						),
					},
				]
			: []),
		...(rattelse ? [{ term: `Version ${rattelse.edition}, rättad`, description: rattelse.reason }] : []),
		...replaced.map(({ edition, to }) => ({
			term: `Ersatt version ${edition}`,
			description: <a href={to}>Läs den som den var</a>,
		})),
		{
			term: "Hela rapporten som fil",
			description: <FileList files={files} />,
		},
	];
	return (
		<Card tone="tinted">
			<Stack gap="sm">
				<Heading level={3} size="xs">
					Var siffrorna kommer ifrån
				</Heading>
				<p>
					Polisen och kommunen registrerar vad de gör. Det lokala brottsförebyggande rådet granskar rapporten innan den
					signeras. Sedan kan ingen ändra den.
				</p>
				<DescriptionList items={facts} />
			</Stack>
		</Card>
	);
}
