import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { BIPRODUKT_NAME, isBiprodukt } from "#app/domain/biprodukter.ts";
import { daysBetween, stockholmDate } from "#app/domain/dates.ts";
import { compareSwedish, countOf, formatNumber } from "#app/domain/format.ts";
import { performedByName } from "#app/domain/performedBy.ts";
import { ExampleTag } from "#app/features/ExampleTag.tsx";
import { NothingToFollow } from "#app/features/komIgang/NothingToFollow.tsx";
import { pageNumber } from "#app/http/pageNumber.server.ts";
import { protect } from "#app/http/protect.server.ts";
import { ButtonLink } from "#app/ui/Button.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { findAllDokument } from "#db/dokument.server.ts";
import { findAllEfterregistrerade } from "#db/efterregistrering.server.ts";
import { findAllGenomforanden, type GenomforandeRow } from "#db/genomforande.server.ts";
import { findImportState } from "#db/import.server.ts";
import { findAllMeasureNames } from "#db/measureName.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { FilterForm } from "./FilterForm.tsx";
import { filterView, listAddress, readFilters, toQuery } from "./filters.server.ts";
import "./registreringar.css";

const PAGE_SIZE = 25;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Registreringar – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

/** What has been logged, the latest day first, searched and filtered by the address. */
export const loader = protect({ may: "read" }, async ({ db, kommun, url, today, may }) => {
	const path = `/intern/${kommun.slug}/registreringar`;
	const kommunId = kommun.id;
	const values = readFilters(url.searchParams, today);
	const page = pageNumber(url);
	const [{ rows, total }, dokument, measures, platser, imported] = await Promise.all([
		findAllGenomforanden(db, { kommunId, page, pageSize: PAGE_SIZE, ...toQuery(values) }),
		findAllDokument(db, { kommunId }),
		findAllMeasureNames(db, { kommunId }),
		findAllPlatser(db, { kommunId }),
		values.import ? findImportState(db, { kommunId, importId: Number(values.import) }) : undefined,
	]);
	const late = await findAllEfterregistrerade(db, { kommunId, genomforandeIds: rows.map(({ id }) => id) });
	const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
	const byName = [...platser].sort((a, b) => compareSwedish(a.name, b.name));
	return {
		kommun: kommun.name,
		filter: filterView(values, {
			dokument,
			measures,
			platser: byName,
			importedFile: imported?.fileName ?? null,
			today,
			path,
		}),
		rows: rows.map((row) => ({ ...registrering(row, path), isEfterregistrerad: late.has(row.id) })),
		countText: countOf(total, "registrering", "registreringar"),
		page,
		pageLinks: Array.from({ length: pageCount }, (_, index) => listAddress(path, values, index + 1)),
		logTo: may("log") ? `/intern/${kommun.slug}/logga` : null,
		/** What is left to do where there is no dokument to register toward. */
		komIgangTo: dokument.length === 0 ? `/intern/${kommun.slug}/kom-igang` : null,
		importTo: may("log") ? `/intern/${kommun.slug}/import` : null,
	};
});

export default function Registreringar() {
	const { filter, rows, countText, page, pageLinks, logTo, komIgangTo, importTo } = useLoaderData<typeof loader>();
	return (
		<Stack gap="md">
			<PageHeader
				title="Registreringar"
				actions={
					importTo &&
					!komIgangTo && (
						<ButtonLink to={importTo} variant="secondary" icon="importera">
							Importera från Excel
						</ButtonLink>
					)
				}
			/>
			{!komIgangTo && <FilterForm {...filter} />}
			{rows.length > 0 ? (
				<>
					<p className="registreringar__count" role="status">
						{countText}
					</p>
					<DataTable
						caption="Registreringar"
						isCaptionHidden
						onPhone="stack"
						rowHeaders
						columns={[
							{ label: "Datum" },
							{ label: "Aktivitet" },
							{ label: "Antal", isNumeric: true },
							{ label: "Plats" },
							{ label: "Utförd av" },
						]}
						rows={rows.map(toCells)}
					/>
					<Pagination page={page} pageCount={pageLinks.length} hrefFor={(wanted) => pageLinks[wanted - 1] ?? ""} />
				</>
			) : komIgangTo ? (
				<NothingToFollow title="Inget är registrerat än" to={komIgangTo}>
					Det som registreras räknas mot ett löfte, och det finns inget löftesdokument här än.
				</NothingToFollow>
			) : (
				<NothingFound isFiltered={filter.chips.length > 0 || page > 1} clearTo={filter.clearTo} logTo={logTo} />
			)}
		</Stack>
	);
}

/** `isEfterregistrerad`: the figures of the period's report stood still already when it was registered. */
type Registrering = ReturnType<typeof registrering> & { isEfterregistrerad: boolean };

function registrering(row: GenomforandeRow, path: string) {
	const daysLate = daysBetween(row.date, stockholmDate(row.createdAt));
	return {
		id: row.id,
		to: `${path}/${row.id}`,
		date: row.date,
		measures: row.measures.map(({ measureId, name, quantity }) => ({
			id: measureId,
			name,
			quantity: formatNumber(quantity),
		})),
		plats: row.platsName ?? "–",
		performedBy: performedByName(row.performedBy),
		note: row.note,
		// The morning after is still the same evening's work.
		late: daysLate > 1 ? `registrerad ${countOf(daysLate, "dag", "dagar")} senare` : null,
		biprodukter: row.biprodukter
			.map(({ code, quantity }) => `${isBiprodukt(code) ? BIPRODUKT_NAME[code] : code}: ${formatNumber(quantity)}`)
			.join(", "),
		isExample: row.isExample,
		isMakulerad: row.makuleradAt !== null,
		isCorrected: row.revision > 1,
	};
}

function toCells(row: Registrering) {
	return [
		<Link key="date" to={row.to} className="registreringar__date" data-makulerad={row.isMakulerad || undefined}>
			{row.date}
		</Link>,
		<div key="aktivitet" className="registreringar__aktivitet">
			<span className="registreringar__name">
				<span data-makulerad={row.isMakulerad || undefined}>{row.measures.map(({ name }) => name).join(", ")}</span>
				{row.isMakulerad && <Tag tone="warning">Makulerad</Tag>}
				{row.isCorrected && <Tag>Rättad</Tag>}
				{row.isEfterregistrerad && <Tag>Efterregistrerad</Tag>}
				{row.isExample && <ExampleTag />}
			</span>
			{row.note && <span className="registreringar__aside">{row.note}</span>}
			{row.biprodukter && <span className="registreringar__aside">{row.biprodukter}</span>}
			{row.late && <span className="registreringar__aside">{row.late}</span>}
		</div>,
		// One genomförande for several mått mostly has the same quantity for each.
		[...new Set(row.measures.map(({ quantity }) => quantity))].join(", "),
		row.plats,
		row.performedBy,
	];
}

function NothingFound({ isFiltered, clearTo, logTo }: { isFiltered: boolean; clearTo: string; logTo: string | null }) {
	if (isFiltered)
		return (
			<EmptyState
				title="Inga registreringar passar"
				actions={
					<ButtonLink to={clearTo} variant="secondary">
						Ta bort alla filter
					</ButtonLink>
				}
			>
				Sök på färre ord, eller ta bort något filter.
			</EmptyState>
		);
	return (
		<EmptyState
			title="Inget är registrerat än"
			actions={logTo && <ButtonLink to={logTo}>Logga den första aktiviteten</ButtonLink>}
		>
			När polisen eller kommunen loggar en genomförd aktivitet visas den här.
		</EmptyState>
	);
}
