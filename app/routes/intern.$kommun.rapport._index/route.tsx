import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { protect } from "#app/http/protect.server.ts";
import type { RapportLine } from "#app/rapport/findRapportList.server.ts";
import { Card } from "#app/ui/Card.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { rapportList } from "./rapportList.server.ts";
import "./rapportList.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Rapporter – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "read" }, rapportList);

export default function Rapporter() {
	const { lines, dokumentTo, komIgangTo } = useLoaderData<typeof loader>();
	const mine = lines.filter(({ isMine }) => isMine);
	return (
		<Stack gap="lg">
			<PageHeader
				title="Rapporter"
				lead="Varje period byggs en rapport ur det som är registrerat. Polisen och kommunen kommenterar, rådet granskar, och sedan signeras den."
			/>
			{mine.length > 0 && (
				<section className="rapport-list__mine" aria-labelledby="vantar">
					<Heading level={2} size="md" id="vantar">
						Väntar på dig
					</Heading>
					<ul className="rapport-list__cards">
						{mine.map((line) => (
							<Card as="li" key={line.key} tone="attention">
								<Heading level={3} size="sm">
									<Link to={line.to} className="card-link">
										{line.period}
									</Link>
								</Heading>
								<p className="rapport-list__dokument">{line.dokument}</p>
								<p>{line.next.title}</p>
							</Card>
						))}
					</ul>
				</section>
			)}
			{lines.length > 0 ? (
				<DataTable
					caption="Alla rapporter, den senaste perioden först"
					rowHeaders
					onPhone="stack"
					columns={[{ label: "Period" }, { label: "Dokument" }, { label: "Läge" }, { label: "Nästa steg" }]}
					rows={lines.map(toCells)}
				/>
			) : (
				<EmptyState title="Inga rapporter än">
					En rapport finns från den dag då ett medborgarlöfte börjar gälla. Se{" "}
					<Link to={dokumentTo}>alla dokument</Link>, eller <Link to={komIgangTo}>vad som är kvar att göra</Link> innan
					uppföljningen är igång.
				</EmptyState>
			)}
		</Stack>
	);
}

function toCells({ to, period, clip, dokument, stateWord, edition, isUntouched, next }: RapportLine) {
	return [
		<span key="period">
			<Link to={to}>{period}</Link>
			{clip && <span className="rapport-list__aside">{clip}</span>}
		</span>,
		dokument,
		<span key="state" className="rapport-list__state">
			<Tag tone={isUntouched ? "neutral" : "info"}>{stateWord}</Tag>
			{edition > 1 && <Tag>Version {edition}</Tag>}
			{isUntouched && <span className="rapport-list__aside">inget skrivet än</span>}
		</span>,
		next.title,
	];
}
