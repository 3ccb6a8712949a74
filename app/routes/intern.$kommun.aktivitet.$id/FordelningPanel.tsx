import { IntentForm } from "#app/features/IntentForm.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { TextField } from "#app/ui/Field.tsx";
import { Tag } from "#app/ui/Tag.tsx";

export interface FordelningView {
	measureId: number;
	/** 0 while nobody has confirmed anything. */
	version: number;
	isAgreed: boolean;
	/** "Appens förslag. Varken polisen eller kommunen har bekräftat." … */
	stateText: string;
	total: number;
	/** "15 under hela löftesperioden", one line per whole. */
	wholes: string[];
	rows: { code: string; label: string; clip: string | null; part: number; proposed: number }[];
	/** The parties the reader may confirm for. */
	confirmFor: { part: "polis" | "kommun"; name: string; isConfirmed: boolean }[];
}

/** The minimum per period: the app's proposal until both parties have confirmed the same numbers. */
export function FordelningPanel({ fordelning, periodWord }: { fordelning: FordelningView; periodWord: string }) {
	const { measureId, isAgreed, stateText, rows, wholes, confirmFor } = fordelning;
	return (
		<section className="aktivitet__panel" id={`fordelning-${measureId}`}>
			<h3 className="aktivitet__panel-title">
				Minimum per {periodWord}{" "}
				<Tag tone={isAgreed ? "info" : "neutral"}>{isAgreed ? "överenskommet" : "förslag"}</Tag>
			</h3>
			<p>
				{wholes.join(", ")}. {stateText}
			</p>
			<DataTable
				caption={`Minimum per ${periodWord}`}
				isCaptionHidden
				rowHeaders
				columns={[
					{ label: "Period" },
					{ label: "Minst", isNumeric: true },
					{ label: "Appens förslag", isNumeric: true },
				]}
				rows={rows.map((row) => [<PeriodCell key={row.code} {...row} />, row.part, row.proposed])}
			/>
			{confirmFor.map((one) => (
				<ConfirmForms key={one.part} fordelning={fordelning} confirm={one} />
			))}
		</section>
	);
}

function PeriodCell({ label, clip }: FordelningView["rows"][number]) {
	return (
		<>
			{label}
			{clip && <span className="aktivitet__clip">, {clip}</span>}
		</>
	);
}

function ConfirmForms({
	fordelning,
	confirm,
}: {
	fordelning: FordelningView;
	confirm: FordelningView["confirmFor"][number];
}) {
	const { measureId, version, rows, total } = fordelning;
	const hidden = { measureId, version, forPart: confirm.part };
	return (
		<>
			{confirm.isConfirmed ? (
				<p>Bekräftad för {confirm.name}.</p>
			) : (
				<IntentForm intent="confirmFordelning" hidden={hidden} submit={`Bekräfta för ${confirm.name}`}>
					{() => rows.map((row) => <input key={row.code} type="hidden" name={`part.${row.code}`} value={row.part} />)}
				</IntentForm>
			)}
			<IntentForm
				intent="changeFordelning"
				hidden={hidden}
				submit={`Spara och bekräfta för ${confirm.name}`}
				disclosure="Ändra fördelningen"
			>
				{(refused) => (
					<>
						<p>Summan måste bli {total}. När du ändrar behöver den andra parten bekräfta på nytt.</p>
						<div className="aktivitet__parts">
							{rows.map((row) => (
								<TextField
									key={row.code}
									{...refused.field(`part.${row.code}`, String(row.part))}
									label={`Minst ${row.label}`}
									inputMode="numeric"
								/>
							))}
						</div>
					</>
				)}
			</IntentForm>
		</>
	);
}
