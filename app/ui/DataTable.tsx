import { type ReactNode, useId } from "react";
import { ScrollRegion } from "./ScrollRegion.tsx";

interface DataTableColumn {
	label: string;
	/** Figures stand to the right, one under the other. */
	isNumeric?: boolean;
	/** The label is read aloud only: a column of buttons. */
	isLabelHidden?: boolean;
}

interface DataTableProps {
	caption: ReactNode;
	isCaptionHidden?: boolean;
	columns: readonly DataTableColumn[];
	/** One cell per column. `null` is a figure that is missing and reads "Ingen uppgift". */
	rows: readonly (readonly ReactNode[])[];
	/** The first cell of each row names the row. */
	rowHeaders?: boolean;
	/** On a phone: `scroll` sideways inside its frame, or `stack` every row as a small card with the labels repeated. */
	onPhone?: "scroll" | "stack";
	/** The last row is a sum. */
	hasTotal?: boolean;
}

/** The cells of a stacked table are blocks, and some browsers then forget that they are a table unless told. */
const TABLE_ROLES = {
	table: { role: "table" },
	rowgroup: { role: "rowgroup" },
	row: { role: "row" },
	columnheader: { role: "columnheader" },
	rowheader: { role: "rowheader" },
	cell: { role: "cell" },
} as const;

/** A date never breaks at its hyphens, nor from its time of day. */
const ISO_DATE = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/;

export function DataTable({
	caption,
	isCaptionHidden,
	columns,
	rows,
	rowHeaders,
	onPhone = "scroll",
	hasTotal,
}: DataTableProps) {
	const captionId = useId();
	return (
		<ScrollRegion className="table-frame" name={{ "aria-labelledby": captionId }}>
			<table
				{...TABLE_ROLES.table}
				className="ds-table"
				data-on-phone={onPhone}
				data-row-headers={rowHeaders || undefined}
				data-total={hasTotal || undefined}
			>
				<caption id={captionId} className={isCaptionHidden ? "visually-hidden" : undefined}>
					{caption}
				</caption>
				<thead {...TABLE_ROLES.rowgroup}>
					<tr {...TABLE_ROLES.row}>
						{columns.map((column) => (
							<th
								key={column.label}
								{...TABLE_ROLES.columnheader}
								scope="col"
								data-numeric={column.isNumeric || undefined}
							>
								{column.isLabelHidden ? <span className="visually-hidden">{column.label}</span> : column.label}
							</th>
						))}
					</tr>
				</thead>
				<tbody {...TABLE_ROLES.rowgroup}>
					{rows.map((cells, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own; its place is its identity
						<tr key={index} {...TABLE_ROLES.row}>
							{columns.map((column, position) => (
								<Cell key={column.label} column={column} isRowHeader={rowHeaders === true && position === 0}>
									{cells[position]}
								</Cell>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</ScrollRegion>
	);
}

interface CellProps {
	column: DataTableColumn;
	isRowHeader: boolean;
	children: ReactNode;
}

function Cell({ column, isRowHeader, children }: CellProps) {
	const attributes = {
		"data-label": column.isLabelHidden ? undefined : column.label,
		"data-numeric": column.isNumeric || undefined,
		"data-date": (typeof children === "string" && ISO_DATE.test(children)) || undefined,
	};
	const content = children === null ? <span className="table-missing">Ingen uppgift</span> : children;
	return isRowHeader ? (
		<th {...TABLE_ROLES.rowheader} {...attributes} scope="row">
			{content}
		</th>
	) : (
		<td {...TABLE_ROLES.cell} {...attributes}>
			{content}
		</td>
	);
}
