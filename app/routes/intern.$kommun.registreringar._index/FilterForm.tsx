import { Form, Link } from "@remix-run/react";
import { Button } from "#app/ui/Button.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { type Option, SelectField, TextField } from "#app/ui/Field.tsx";
import { Icon } from "#app/ui/Icon.tsx";
import type { FilterValues } from "./filterValues.ts";

export interface FilterFormProps {
	values: FilterValues;
	options: { dokument: Option[]; matt: Option[]; plats: Option[]; av: Option[]; period: Option[]; status: Option[] };
	/** What is filtered on now, each with the address without it. */
	chips: { label: string; removeTo: string }[];
	clearTo: string;
	today: string;
}

/** Search and filters: a plain GET form, so that every list has an address and works without JavaScript. */
export function FilterForm({ values, options, chips, clearTo, today }: FilterFormProps) {
	return (
		<search className="filter">
			{/* A new form for each list: going back shows the fields as they were then. */}
			<Form method="get" key={JSON.stringify(values)} className="filter__form">
				<div className="filter__search">
					<TextField
						name="q"
						label="Sök"
						hint="I aktivitet, plats och anteckning"
						type="search"
						defaultValue={values.q}
					/>
					<Button variant="secondary" icon="search">
						Sök
					</Button>
				</div>
				<Disclosure summary="Filtrera">
					<div className="filter__fields">
						<SelectField name="dokument" label="Dokument" emptyLabel="Alla" {...select("dokument")} />
						<SelectField name="matt" label="Aktivitet" emptyLabel="Alla" {...select("matt")} />
						<SelectField name="plats" label="Plats" emptyLabel="Alla" {...select("plats")} />
						<SelectField name="av" label="Utförd av" emptyLabel="Alla" {...select("av")} />
						<SelectField name="period" label="Period" emptyLabel="Alla" {...select("period")} />
						<TextField name="fran" label="Från och med" type="date" max={today} defaultValue={values.fran} />
						<TextField name="till" label="Till och med" type="date" max={today} defaultValue={values.till} />
						<SelectField name="status" label="Visa" {...select("status")} />
					</div>
					{values.import && <input type="hidden" name="import" value={values.import} />}
					{values.aktivitet && <input type="hidden" name="aktivitet" value={values.aktivitet} />}
					<Button variant="secondary">Visa registreringar</Button>
				</Disclosure>
			</Form>
			{chips.length > 0 && (
				<ul className="filter__chips" aria-label="Valda filter">
					{chips.map(({ label, removeTo }) => (
						<li key={label}>
							<Link to={removeTo} className="filter__chip">
								<span className="visually-hidden">Ta bort filtret </span>
								{label}
								<Icon name="close" />
							</Link>
						</li>
					))}
					{chips.length > 1 && (
						<li>
							<Link to={clearTo}>Ta bort alla filter</Link>
						</li>
					)}
				</ul>
			)}
		</search>
	);

	function select(name: keyof FilterFormProps["options"]) {
		return { options: options[name], defaultValue: values[name] };
	}
}
