import type { Status } from "#app/domain/status.ts";
import { TextField } from "#app/ui/Field.tsx";
import type { ServerForm } from "./ServerForm/useServerForm.ts";
import { StatusBadge } from "./StatusBadge.tsx";
import "./measureTiles.css";

/** A mått that can be logged, with finished text from the server: the log page's code knows no calculations. */
export interface MeasureTile {
	id: number;
	name: string;
	/** "9 av minst 10" */
	figure: string;
	status: Status;
	/** The dokument's title where several are in force. */
	dokument: string | null;
	rakneregel: string;
	/** How much, where the mått counts something else than tillfällen. */
	quantity: { label: string; unit: string | null; isMeasuredValue: boolean } | null;
	/** Places that the mått follows one by one; empty when any place will do. */
	platser: { id: number; name: string }[];
}

interface MeasureTilesProps {
	form: ServerForm;
	tiles: readonly MeasureTile[];
	/** Ticked when the page opens. */
	chosen: readonly number[];
	/** Their own quantities when the page opens, by mått. */
	quantities?: Readonly<Record<number, string>>;
}

/** What was carried out: one large native checkbox per mått. What a ticked one asks for unfolds under it. */
export function MeasureTiles({ form, tiles, chosen, quantities = {} }: MeasureTilesProps) {
	const { defaultValues, error, name, onChange } = form.choices("measureIds", chosen.map(String));
	return (
		<fieldset
			className="measure-tiles"
			aria-describedby={error ? "measureIds-error" : undefined}
			data-invalid={error ? true : undefined}
		>
			<legend className="ds-label">Vilken aktivitet?</legend>
			{error && (
				<p id="measureIds-error" className="ds-validation-message">
					{error}
				</p>
			)}
			<div className="measure-tiles__list">
				{tiles.map((tile, index) => (
					<div className="measure-tile" key={tile.id}>
						<label className="measure-tile__label">
							<input
								type="checkbox"
								className="ds-input"
								// The first one answers to the field's own name, for the link of the error summary.
								id={index === 0 ? name : `${name}-${tile.id}`}
								name={name}
								value={tile.id}
								defaultChecked={defaultValues.includes(String(tile.id))}
								onChange={onChange}
							/>
							<span className="measure-tile__text">
								<span className="measure-tile__name">{tile.name}</span>
								<span className="measure-tile__figure">
									{tile.figure}
									{tile.dokument && <span className="measure-tile__dokument">{tile.dokument}</span>}
								</span>
							</span>
							<StatusBadge status={tile.status} isCompact />
						</label>
						<TileDetails form={form} tile={tile} quantity={quantities[tile.id] ?? ""} />
					</div>
				))}
			</div>
		</fieldset>
	);
}

function TileDetails({ form, tile, quantity }: { form: ServerForm; tile: MeasureTile; quantity: string }) {
	const field = form.field(`quantities.${tile.id}`, quantity);
	return (
		<div className="measure-tile__details" data-invalid={field.error ? true : undefined}>
			<p>
				<strong>Vad räknas?</strong> {tile.rakneregel}
			</p>
			{tile.platser.length > 0 && (
				<p>
					<strong>Platsen avgör vad det räknas till.</strong> Välj bland{" "}
					{tile.platser.map(({ name }) => name).join(", ")}.
				</p>
			)}
			{tile.quantity && (
				<TextField
					{...field}
					size="lg"
					label={tile.quantity.label}
					hint={tile.quantity.isMeasuredValue ? "Skriv det uppmätta värdet." : "Tomt räknas som Antal."}
					suffix={tile.quantity.unit ?? undefined}
					inputMode="decimal"
					autoComplete="off"
					chars={8}
				/>
			)}
		</div>
	);
}
