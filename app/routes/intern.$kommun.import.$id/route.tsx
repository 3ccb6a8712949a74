import { type ClientActionFunctionArgs, Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { refusalIn } from "#app/domain/formRefusal.ts";
import { ExampleTag } from "#app/features/ExampleTag.tsx";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { ImportProgress } from "#app/features/import/ImportProgress.tsx";
import type { PageHandle } from "#app/features/pageHandle.ts";
import { revalidateAfterConflict } from "#app/features/revalidateAfterConflict.ts";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { answerWhenUnreachable } from "#app/features/ServerForm/answerWhenUnreachable.ts";
import { protect } from "#app/http/protect.server.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { ColumnsStep } from "./ColumnsStep.tsx";
import { importPage } from "./importPage.server.ts";
import { carryOut } from "./intents.server.ts";
import { NamesStep } from "./NamesStep.tsx";
import { Receipt } from "./Receipt.tsx";
import { RowsStep } from "./RowsStep.tsx";
import "#app/features/import/import.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Importera ${data.fileName} – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

export const handle: PageHandle = {
	missing: {
		title: "Importen finns inte",
		instead: ({ kommun }) => ({ label: "Alla importer", to: `/intern/${kommun}/import` }),
	},
};

export const loader = protect({ may: "log" }, importPage);

export const action = protect({ may: "log" }, carryOut);

export const clientAction = (args: ClientActionFunctionArgs) =>
	answerWhenUnreachable(args, "Det gick inte att nå servern. Det du valt finns kvar: försök igen om en stund.");

export const shouldRevalidate = revalidateAfterConflict;

export default function Import() {
	const page = useLoaderData<typeof loader>();
	const { fileName, isExample, listTo, saved } = page;
	const isRefused = refusalIn(useActionData()) !== undefined;
	useNextStep(page.is === "review" ? page.version : null, { isRefused });
	return (
		<Stack gap="lg">
			<PageHeader
				title={fileName}
				breadcrumbs={[{ label: "Importera", to: listTo }]}
				tags={isExample && <ExampleTag />}
				lead={page.is === "review" && "Ingenting är registrerat än. Se över vad som läses, och importera sedan."}
			/>
			<SavedNotice text={page.is === "going on" ? null : saved} />
			<Content page={page} />
		</Stack>
	);
}

/** After a change the page goes on where something waits, else at the last step; it is drawn afresh, so nothing has focus. */
function useNextStep(version: number | null, { isRefused }: { isRefused: boolean }) {
	const seen = useRef(version);
	useEffect(() => {
		if (version === null || version === seen.current) return;
		const isFirst = seen.current === null;
		seen.current = version;
		// What was refused takes focus itself.
		if (isFirst || isRefused) return;
		const steps = [...document.querySelectorAll<HTMLElement>(".import-step")];
		const next = steps.find((step) => step.dataset.waits) ?? steps.at(-1);
		next?.focus({ preventScroll: true });
		next?.scrollIntoView({ block: "start" });
	}, [version, isRefused]);
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function Content({ page }: { page: Page }) {
	switch (page.is) {
		case "going on":
			return <ImportProgress title={page.title} steps={page.steps} to={page.selfTo} />;
		case "failed":
			return (
				<>
					<Alert tone="danger">{page.message}</Alert>
					<IntentForm intent="checkAgain" hidden={{}} submit="Kontrollera igen" submitVariant="primary" showsTop />
				</>
			);
		case "over":
			return <Receipt receipt={page.receipt} version={page.version} />;
		case "review":
			return <Review key={page.version} page={page} />;
	}
}

/** The three parts, one after the other as they are ready. Another version of them is drawn afresh. */
function Review({ page }: { page: Extract<Page, { is: "review" }> }) {
	const { columns, names, rows, version, refusal, importedBefore, listTo, faultsTo } = page;
	const hasNames = names !== null && names.lists.length > 0;
	const isRefused = refusalIn(useActionData()) !== undefined;
	return (
		<>
			{refusal && !isRefused && (
				<Alert tone="warning" role="alert">
					{refusal}
				</Alert>
			)}
			{importedBefore && <p>{importedBefore}</p>}
			<ColumnsStep columns={columns} version={version} />
			{hasNames && <NamesStep names={names} version={version} />}
			{rows && (
				<RowsStep rows={rows} version={version} number={hasNames ? 3 : 2} uploadTo={listTo} faultsTo={faultsTo} />
			)}
			{!rows && <p className="import-aside">{NEXT[names === null ? "columns" : "names"]}</p>}
			<section className="import-cancel" aria-label="Avbryt">
				<IntentForm
					intent="cancelImport"
					hidden={{ version }}
					submit="Avbryt importen"
					disclosure="Avbryt importen"
					showsTop
				>
					{() => (
						<p>
							Det som är läst ur filen tas bort, och ingenting registreras. <Link to={listTo}>Gå tillbaka</Link> utan
							att avbryta om du vill fortsätta senare.
						</p>
					)}
				</IntentForm>
			</section>
		</>
	);
}

const NEXT = {
	columns: "När kolumnerna är klara visas namnen i filen och vad varje rad blir.",
	names: "När namnen är valda visas vad varje rad blir, innan något registreras.",
};
