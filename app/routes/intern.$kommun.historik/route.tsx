import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { formatInstant } from "#app/features/formatInstant.ts";
import { pageNumber } from "#app/http/pageNumber.server.ts";
import { protect } from "#app/http/protect.server.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";
import { findAllAuditEvents } from "#db/audit.server.ts";
import { auditText } from "./auditText.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Historik – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

const PAGE_SIZE = 50;

/** Who did what in the kommun, the newest first. Nothing here can be changed. */
export const loader = protect({ may: "read" }, async ({ db, kommun, url }) => {
	const findPage = (page: number) => findAllAuditEvents(db, { kommunId: kommun.id, page, pageSize: PAGE_SIZE });
	const asked = pageNumber(url);
	const found = await findPage(asked);
	const pageCount = Math.max(1, Math.ceil(found.total / PAGE_SIZE));
	const page = Math.min(asked, pageCount);
	const { rows } = page === asked ? found : await findPage(page);
	return {
		kommun: kommun.name,
		page,
		pageCount,
		path: `/intern/${kommun.slug}/historik`,
		rows: rows.map((event) => [formatInstant(event.at), event.personName ?? "Löfteskoll", auditText(event)]),
	};
});

export default function Historik() {
	const { page, pageCount, path, rows } = useLoaderData<typeof loader>();
	return (
		<Stack gap="lg">
			<PageHeader title="Historik" lead="Allt som ändrats i kommunen, och av vem. Historiken går inte att ändra." />
			{rows.length === 0 ? (
				<EmptyState title="Inget har hänt än">Det som görs i kommunen visas här.</EmptyState>
			) : (
				<DataTable
					caption="Händelser"
					isCaptionHidden
					onPhone="stack"
					columns={[{ label: "När" }, { label: "Vem" }, { label: "Vad" }]}
					rows={rows}
				/>
			)}
			<Pagination page={page} pageCount={pageCount} hrefFor={(target) => `${path}?sida=${target}`} />
		</Stack>
	);
}
