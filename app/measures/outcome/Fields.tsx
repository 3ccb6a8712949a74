import { compareSwedish, formatNumber } from "#app/domain/format.ts";
import { Choices, TextField } from "#app/ui/Field.tsx";
import type { Plats } from "../types.ts";
import type { OutcomeSettings } from "./settings.ts";

export function Fields({ settings, platser }: { settings: OutcomeSettings | null; platser: readonly Plats[] }) {
	const sorted = [...platser].sort((a, b) => compareSwedish(a.name, b.name));
	return (
		<div className="measure-fields">
			<TextField
				name="unit"
				label="Enhet"
				hint="Till exempel km/h eller antal anmälningar"
				chars={12}
				defaultValue={settings?.unit}
			/>
			<Choices
				name="direction"
				type="radio"
				legend="Riktning"
				options={[
					{ value: "down", label: "värdet ska sjunka" },
					{ value: "up", label: "värdet ska stiga" },
				]}
				defaultValues={settings?.direction ? [settings.direction] : []}
			/>
			<Choices
				name="series"
				type="checkbox"
				legend="Mätplatser"
				hint="En serie mätvärden för varje plats eller vägsträcka"
				options={sorted.map((plats) => ({ value: String(plats.id), label: plats.name }))}
				defaultValues={(settings?.series ?? []).map((series) => String(series.platsId))}
			/>
			<p className="measure-fields-text">
				Utgångsvärde och mål fylls i för de valda platserna. Lämna tomt det som inte är avtalat: inget mål hittas på.
			</p>
			{sorted.map((plats) => (
				<SeriesFields key={plats.id} plats={plats} settings={settings} />
			))}
		</div>
	);
}

function SeriesFields({ plats, settings }: { plats: Plats; settings: OutcomeSettings | null }) {
	const series = settings?.series.find((one) => one.platsId === plats.id);
	// In a refused form, what was typed and is no number.
	const shown = (value: number | string | null | undefined) =>
		typeof value === "number" ? formatNumber(value) : (value ?? "");
	return (
		<div className="measure-fields-row">
			<TextField
				name={`baseline.${plats.id}`}
				label={`${plats.name}: utgångsvärde`}
				isOptional
				inputMode="decimal"
				chars={8}
				defaultValue={shown(series?.baseline)}
			/>
			<TextField
				name={`target.${plats.id}`}
				label={`${plats.name}: mål`}
				isOptional
				inputMode="decimal"
				chars={8}
				defaultValue={shown(series?.target)}
			/>
		</div>
	);
}
