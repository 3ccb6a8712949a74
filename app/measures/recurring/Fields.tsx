import { monthName, upperFirst, weekdayName } from "#app/domain/format.ts";
import { Choices, SelectField, TextField } from "#app/ui/Field.tsx";
import type { Cadence, RecurringSettings } from "./settings.ts";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(day) }));
const MONTHS = Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: monthName(index + 1) }));

export function Fields({ settings }: { settings: RecurringSettings | null }) {
	const cadence = settings?.cadence ?? null;
	return (
		<div className="measure-fields">
			<div className="measure-fields-choice">
				<Choices
					name="cadence.type"
					type="radio"
					legend="Takt"
					options={[
						{
							value: "weekdays",
							label: "vissa veckodagar",
							hint: "till exempel fredag och lördag, och andra helgkvällar",
						},
						{ value: "every", label: "så många gånger i veckan, månaden, kvartalet eller per termin" },
						{ value: "opening_hours", label: "fasta öppettider" },
					]}
					defaultValues={cadence ? [cadence.type] : []}
				/>
				<WeekdayFields cadence={cadence?.type === "weekdays" ? cadence : null} />
				<EveryFields cadence={cadence?.type === "every" ? cadence : null} />
				<OpeningHoursFields cadence={cadence?.type === "opening_hours" ? cadence : null} />
			</div>
			<SeasonFields season={settings?.season ?? null} />
			<TextField
				name="slotOne"
				label="Ett tillfälle kallas"
				hint="Till exempel möte, kväll eller öppettillfälle"
				defaultValue={settings?.slotOne ?? "tillfälle"}
				maxLength={40}
			/>
			<TextField
				name="slotMany"
				label="Flera tillfällen kallas"
				hint="Till exempel möten, kvällar eller öppettillfällen"
				defaultValue={settings?.slotMany ?? "tillfällen"}
				maxLength={40}
			/>
		</div>
	);
}

function WeekdayFields({ cadence }: { cadence: Extract<Cadence, { type: "weekdays" }> | null }) {
	return (
		<div className="measure-fields-detail" data-shown-for="weekdays">
			<Choices
				name="cadence.weekdays"
				type="checkbox"
				legend="Veckodagar"
				direction="row"
				options={WEEKDAYS}
				defaultValues={(cadence?.weekdays ?? []).map(String)}
			/>
			<Choices
				name="cadence.withHelgkvallar"
				type="checkbox"
				legend="Andra helgkvällar"
				options={[
					{
						value: "ja",
						label: "även andra helgkvällar",
						hint: "De som är valda i kommunens kalender, till exempel skärtorsdagen.",
					},
				]}
				defaultValues={cadence?.withHelgkvallar ? ["ja"] : []}
			/>
			<Choices
				name="cadence.onlyHelgfria"
				type="checkbox"
				legend="Helgdagar"
				options={[{ value: "ja", label: "bara helgfria dagar", hint: "En röd dag väntas då inte." }]}
				defaultValues={cadence?.onlyHelgfria ? ["ja"] : []}
			/>
		</div>
	);
}

function EveryFields({ cadence }: { cadence: Extract<Cadence, { type: "every" }> | null }) {
	return (
		<div className="measure-fields-detail" data-shown-for="every">
			<TextField
				name="cadence.times"
				label="Gånger"
				hint="Ett helt tal"
				inputMode="numeric"
				chars={4}
				defaultValue={cadence ? cadence.times : 1}
			/>
			<SelectField
				name="cadence.every"
				label="Hur ofta"
				emptyLabel="Välj"
				options={[
					{ value: "week", label: "i veckan" },
					{ value: "month", label: "i månaden" },
					{ value: "quarter", label: "i kvartalet" },
					{ value: "termin", label: "per termin" },
				]}
				defaultValue={cadence?.every ?? ""}
			/>
		</div>
	);
}

function OpeningHoursFields({ cadence }: { cadence: Extract<Cadence, { type: "opening_hours" }> | null }) {
	return (
		<div className="measure-fields-detail" data-shown-for="opening_hours">
			<p className="measure-fields-text">
				Skriv klockslag som 13:00. Lämna allt tomt om löftet inte säger vilka tiderna är: då kan inget tillfälle vara
				missat.
			</p>
			{WEEKDAYS.map(({ value, label }) => {
				const hours = cadence?.hours.find((day) => day.weekday === Number(value));
				return (
					<div className="measure-fields-row" key={value}>
						<TextField
							name={`cadence.hours.${value}.from`}
							label={`${upperFirst(label)} från`}
							chars={5}
							isOptional
							defaultValue={hours?.from}
						/>
						<TextField name={`cadence.hours.${value}.to`} label="till" chars={5} isOptional defaultValue={hours?.to} />
					</div>
				);
			})}
			<Choices
				name="cadence.hoursOnlyHelgfria"
				type="checkbox"
				legend="Helgdagar"
				options={[{ value: "ja", label: "bara helgfria dagar", hint: "En röd dag väntas då inte." }]}
				defaultValues={cadence?.onlyHelgfria ? ["ja"] : []}
			/>
		</div>
	);
}

function SeasonFields({ season }: { season: RecurringSettings["season"] }) {
	return (
		<div className="measure-fields-row">
			<SelectField
				name="season.fromMonth"
				label="Säsong från"
				isOptional
				emptyLabel="hela året"
				options={MONTHS}
				defaultValue={season?.fromMonth ?? ""}
			/>
			<SelectField
				name="season.toMonth"
				label="Säsong till och med"
				isOptional
				emptyLabel="hela året"
				options={MONTHS}
				defaultValue={season?.toMonth ?? ""}
			/>
		</div>
	);
}
