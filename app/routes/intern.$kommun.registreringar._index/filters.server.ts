import type { IsoDate } from "#app/domain/dates.ts";
import { formatPeriod, shortened } from "#app/domain/format.ts";
import { parseDateInput } from "#app/domain/parseInput.ts";
import { PERFORMED_BY, type PerformedBy, performedByName } from "#app/domain/performedBy.ts";
import { parsePeriod, periodsInForce } from "#app/domain/periods.ts";
import { containsPersonalNumber } from "#app/domain/personalData.ts";
import { isRowId } from "#app/domain/rowId.ts";
import type { Option } from "#app/ui/Field.tsx";
import type { DokumentSummary } from "#db/dokument.server.ts";
import type { GenomforandeFilter } from "#db/genomforande.server.ts";
import type { MeasureName } from "#db/measureName.server.ts";
import type { PlatsRow } from "#db/plats.server.ts";
import type { FilterFormProps } from "./FilterForm.tsx";
import { FILTER_NAMES, type FilterName, type FilterValues } from "./filterValues.ts";

const STATUS_LABEL = { aktiva: "Aktiva", makulerade: "Makulerade", alla: "Aktiva och makulerade" } as const;

/** What the filters can be about, read once. */
export interface FilterFacts {
	dokument: readonly DokumentSummary[];
	measures: readonly MeasureName[];
	platser: readonly PlatsRow[];
	/** The file that they are to have come with, if that is asked for. */
	importedFile: string | null;
	today: IsoDate;
	/** The address of the list without any filter. */
	path: string;
}

/** The filters of the address, made one way of writing; what cannot be read is left out. */
export function readFilters(params: URLSearchParams, today: IsoDate): FilterValues {
	const text = (name: FilterName) => (params.get(name) ?? "").trim();
	const id = (name: FilterName) => (isRowId(text(name)) ? text(name) : "");
	return {
		q: containsPersonalNumber(text("q")) ? "" : text("q").slice(0, 100),
		dokument: id("dokument"),
		aktivitet: id("aktivitet"),
		matt: id("matt"),
		plats: id("plats"),
		av: PERFORMED_BY.find((code) => code === text("av")) ?? "",
		import: id("import"),
		period: parsePeriod(text("period"))?.code ?? "",
		fran: parseDateInput(text("fran"), today) ?? "",
		till: parseDateInput(text("till"), today) ?? "",
		status: Object.hasOwn(STATUS_LABEL, text("status")) ? text("status") : "aktiva",
	};
}

/** The same as the query takes them. A period and days narrow each other. */
export function toQuery(values: FilterValues): GenomforandeFilter {
	const period = parsePeriod(values.period);
	const from = [period?.from ?? "", values.fran].sort().pop();
	const to = [period?.to ?? "", values.till].filter(Boolean).sort()[0];
	const status = { aktiva: "active", makulerade: "makulerad", alla: "all" } as const;
	return {
		q: values.q,
		...(values.dokument && { dokumentId: Number(values.dokument) }),
		...(values.aktivitet && { aktivitetId: Number(values.aktivitet) }),
		...(values.matt && { measureId: Number(values.matt) }),
		...(values.plats && { platsId: Number(values.plats) }),
		...(values.av && { performedBy: values.av as PerformedBy }),
		...(values.import && { importId: Number(values.import) }),
		...(from && { from }),
		...(to && { to }),
		status: status[values.status as keyof typeof status],
	};
}

/** The address of the list with these filters. */
export function listAddress(path: string, values: Partial<FilterValues>, page = 1): string {
	const params = new URLSearchParams();
	for (const name of FILTER_NAMES) {
		const value = values[name];
		if (value && !(name === "status" && value === "aktiva")) params.set(name, value);
	}
	if (page > 1) params.set("sida", String(page));
	return params.size > 0 ? `${path}?${params}` : path;
}

/** The filter form with its choices, and what is chosen as chips that can be taken away. */
export function filterView(values: FilterValues, facts: FilterFacts): FilterFormProps {
	const options: FilterFormProps["options"] = {
		dokument: facts.dokument.map(({ id, title }) => ({ value: String(id), label: title })),
		matt: facts.measures.map(({ id, name, dokumentTitle }) => ({
			value: String(id),
			label: facts.dokument.length > 1 ? `${name} – ${dokumentTitle}` : name,
		})),
		plats: facts.platser.map(({ id, name }) => ({ value: String(id), label: name })),
		av: PERFORMED_BY.map((code) => ({ value: code, label: performedByName(code) })),
		period: periodOptions(facts),
		status: Object.entries(STATUS_LABEL).map(([value, label]) => ({ value, label })),
	};
	return {
		values,
		options,
		chips: FILTER_NAMES.flatMap((name) => {
			const label = chipLabel(name, { values, options, facts });
			const without: FilterValues = { ...values, [name]: "" };
			return label ? [{ label, removeTo: listAddress(facts.path, without) }] : [];
		}),
		clearTo: facts.path,
		today: facts.today,
	};
}

function chipLabel(
	name: FilterName,
	{ values, options, facts }: { values: FilterValues; options: FilterFormProps["options"]; facts: FilterFacts },
): string | undefined {
	const value = values[name];
	if (!value) return undefined;
	const chosen = (of: readonly Option[]) => of.find((option) => option.value === value)?.label;
	switch (name) {
		case "q":
			return `”${value}”`;
		case "fran":
			return `Från ${value}`;
		case "till":
			return `Till ${value}`;
		case "import":
			return `Ur filen ${facts.importedFile ?? "som inte finns"}`;
		case "status":
			return value === "aktiva" ? undefined : chosen(options.status);
		case "aktivitet":
			return shortened(
				facts.measures.find((measure) => String(measure.aktivitetId) === value)?.quotation ?? "",
				LONGEST_QUOTATION,
			);
		default:
			return chosen(options[name]);
	}
}

/** As much of an aktivitet as a chosen filter has room for. */
const LONGEST_QUOTATION = 60;

/** The follow-up periods of every dokument that have begun, the latest first. */
function periodOptions({ dokument, today }: FilterFacts): Option[] {
	const begun = dokument.flatMap(({ inForceFrom, inForceTo, periodKind }) =>
		periodsInForce({ from: inForceFrom, to: inForceTo }, periodKind, today),
	);
	const byCode = new Map(begun.map((period) => [period.code, period]));
	return [...byCode.values()]
		.sort((a, b) => b.from.localeCompare(a.from))
		.map((period) => ({ value: period.code, label: formatPeriod(period) }));
}
