import { Choices } from "#app/ui/Field.tsx";
import type { WindowRule } from "./windows.ts";

/** A window rule that may not be decided yet. */
type WindowRuleSoFar = { [Field in keyof WindowRule]: WindowRule[Field] | null };

/** Over which days the agreed number holds, and for years which year. What nobody has decided is chosen by nobody. */
export function WindowRuleFields({ settings }: { settings: WindowRuleSoFar | null }) {
	return (
		<div className="measure-fields-choice">
			<Choices
				name="per"
				type="radio"
				legend="Gäller"
				options={[
					{ value: "lofte", label: "hela löftet" },
					{ value: "year", label: "varje år" },
					{ value: "period", label: "varje uppföljningsperiod" },
				]}
				defaultValues={settings?.per ? [settings.per] : []}
			/>
			<div className="measure-fields-detail" data-shown-for="year">
				<Choices
					name="yearBasis"
					type="radio"
					legend="År räknas som"
					hint="Svara bara om måttet gäller varje år. Texten säger det sällan: fråga parterna."
					options={[
						{ value: "calendar", label: "kalenderår", hint: "januari–december" },
						{ value: "agreement", label: "löftesår", hint: "tolv månader från löftets första dag" },
					]}
					defaultValues={settings?.yearBasis ? [settings.yearBasis] : []}
				/>
			</div>
		</div>
	);
}
