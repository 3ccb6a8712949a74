import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { refusalIn } from "#app/domain/formRefusal.ts";
import { RAPPORT_PART_NAME } from "#app/domain/rapport.ts";
import { formatCell } from "#app/features/formatCell.ts";
import type { PageHandle } from "#app/features/pageHandle.ts";
import { missingRapport } from "#app/features/rapport/missingRapport.ts";
import { Paragraphs } from "#app/features/rapport/Paragraphs.tsx";
import { revalidateAfterConflict } from "#app/features/revalidateAfterConflict.ts";
import { StatusBadge } from "#app/features/StatusBadge.tsx";
import { protect } from "#app/http/protect.server.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { ButtonLink } from "#app/ui/Button.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Receipt } from "./Receipt.tsx";
import { ReturnForm, SignForm } from "./SignForm.tsx";
import { signOrReturn } from "./sign.server.ts";
import { signeraPage } from "./signeraPage.server.ts";
import "./signera.css";

export const handle: PageHandle = { missing: missingRapport };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Signera rapport ${data.period} – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "sign" }, signeraPage);

export const action = protect({ may: "sign" }, signOrReturn);

export const shouldRevalidate = revalidateAfterConflict;

export default function Signera() {
	const view = useLoaderData<typeof loader>();
	const refusal = refusalIn(useActionData());
	const isFormGone = view.whyNotSign !== null && refusal?.values.intent?.[0] === "signRapport";
	return (
		<Stack gap="lg">
			<PageHeader
				title={view.receipt ? `Signerad rapport ${view.period}` : `Signera rapport ${view.period}`}
				lead={view.dokument}
				breadcrumbs={[{ label: `Rapport ${view.period}`, to: view.rapportTo }]}
			/>
			{refusal && isFormGone && !view.receipt && (
				<ErrorSummary answer={refusal} errors={refusal.errors.map(({ message }) => ({ fieldId: null, message }))} />
			)}
			{view.receipt ? (
				<Receipt {...view.receipt} rapportTo={view.rapportTo} />
			) : (
				<>
					{view.whyNotSign && (
						<Alert tone="warning" title="Rapporten kan inte signeras nu">
							{view.whyNotSign}
						</Alert>
					)}
					<WhatIsSigned view={view} />
					{view.whyNotSign === null && <SignForm view={view} />}
					{view.canReturn && <ReturnForm rapportId={view.rapportId} version={view.version} />}
				</>
			)}
		</Stack>
	);
}

type View = Awaited<ReturnType<typeof loader>>;

function WhatIsSigned({ view }: { view: View }) {
	const { tally, authors, deviations, bedomningar, begardaBeslut, synpunkter, edition, rattelseReason, table } = view;
	return (
		<section className="signera__what" aria-labelledby="vad">
			<Heading level={2} size="md" id="vad">
				Det här signerar du
			</Heading>
			<DescriptionList
				items={[
					{ term: "Resultat", description: <Outcome summary={view.summary} tally={tally} /> },
					...(edition > 1 ? [{ term: `Version ${edition}`, description: `Rättelse: ${rattelseReason ?? ""}` }] : []),
					{ term: "Avviker", description: <Deviations deviations={deviations} /> },
					...bedomningar
						.filter(({ bedomning }) => bedomning !== "")
						.map(({ part, bedomning }) => ({
							term: `${RAPPORT_PART_NAME[part]}s bedömning`,
							description: <Paragraphs text={bedomning} />,
						})),
					...begardaBeslut.map(({ who, text }) => ({
						term: `${who} begär beslut`,
						description: <Paragraphs text={text} />,
					})),
					...authors.map(({ part, name, klarOn }) => ({
						term: `${RAPPORT_PART_NAME[part]}s del`,
						description: klarOn ? `Klar ${klarOn}${name ? `, ${name}` : ""}` : "Inte klar",
					})),
					{ term: "Rådets synpunkter", description: <Synpunkter synpunkter={synpunkter} /> },
				]}
			/>
			<Disclosure summary="Alla siffror i en tabell">
				<DataTable
					caption={table.title}
					columns={table.columns}
					rowHeaders
					rows={table.rows.map((row) => row.map(formatCell))}
				/>
			</Disclosure>
			<div>
				<ButtonLink to={view.rapportTo} variant="secondary">
					Läs hela rapporten
				</ButtonLink>
			</div>
		</section>
	);
}

function Outcome({ summary, tally }: Pick<View, "summary" | "tally">) {
	return (
		<>
			<strong className="signera__summary">{summary}</strong>
			<ul className="signera__tally">
				{tally.map(({ status, words }) => (
					<li key={status}>
						<StatusBadge status={status} words={words} />
					</li>
				))}
			</ul>
		</>
	);
}

function Synpunkter({ synpunkter }: Pick<View, "synpunkter">) {
	if (synpunkter.length === 0) return <>Inga</>;
	return (
		<ul className="signera__synpunkter">
			{synpunkter.map(({ who, about, text }) => (
				<li key={`${who} ${about} ${text}`}>
					<Paragraphs text={text} />
					<p className="rapport-meta">{about ? `${who}, om ${about}` : who}</p>
				</li>
			))}
		</ul>
	);
}

function Deviations({ deviations }: Pick<View, "deviations">) {
	if (deviations.length === 0) return <>Inget avviker från det som är avtalat.</>;
	return (
		<ul className="signera__deviations">
			{deviations.map(({ id, status, name, isExplained }) => (
				<li key={id}>
					<StatusBadge status={status} />
					<span>
						{name}
						{!isExplained && <span className="muted">, orsak är inte skriven</span>}
					</span>
				</li>
			))}
		</ul>
	);
}
