import { TextField } from "#app/ui/Field.tsx";

/** The word for what is counted, in plural and singular, as it stands in sentences. */
export function UnitFields({ settings }: { settings: { unit: string; unitOne: string } | null }) {
	return (
		<>
			<TextField
				name="unit"
				label="Räknas i, flera"
				hint="Till exempel tillfällen, riktade insatser eller timmar"
				defaultValue={settings?.unit ?? "tillfällen"}
				maxLength={40}
			/>
			<TextField
				name="unitOne"
				label="Räknas i, en"
				hint="Samma ord i ental, till exempel tillfälle"
				defaultValue={settings?.unitOne ?? "tillfälle"}
				maxLength={40}
			/>
		</>
	);
}
