import { DataTable } from "#app/ui/DataTable.tsx";
import type { RowsPart } from "./rowsPart.server.ts";

interface RegistrationTableProps {
	caption: string;
	registrations: RowsPart["examples"];
}

/** Some rows of the file as the registrations they become. */
export function RegistrationTable({ caption, registrations }: RegistrationTableProps) {
	return (
		<DataTable
			caption={caption}
			onPhone="stack"
			rowHeaders
			columns={[
				{ label: "Rad" },
				{ label: "Datum" },
				{ label: "Aktivitet" },
				{ label: "Antal", isNumeric: true },
				{ label: "Plats" },
				{ label: "Utförd av" },
			]}
			rows={registrations.map(({ number, date, aktivitet, quantity, plats, performedBy }) => [
				number,
				date,
				aktivitet,
				quantity,
				plats,
				performedBy,
			])}
		/>
	);
}
