import type { ComponentPropsWithoutRef } from "react";
import type { OptionGroup } from "./checked.server.ts";

interface GroupedSelectProps extends ComponentPropsWithoutRef<"select"> {
	groups: readonly OptionGroup[];
	/** The first, empty choice. Leave out when there is always a value. */
	emptyLabel?: string;
}

/** A native select whose choices stand under headings. */
export function GroupedSelect({ groups, emptyLabel, ...native }: GroupedSelectProps) {
	return (
		<select {...native} className="ds-input">
			{emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
			{groups.map(({ label, options }) =>
				label === null ? (
					options.map(({ value, label: text }) => (
						<option key={value} value={value}>
							{text}
						</option>
					))
				) : (
					<optgroup key={label} label={label}>
						{options.map(({ value, label: text }) => (
							<option key={value} value={value}>
								{text}
							</option>
						))}
					</optgroup>
				),
			)}
		</select>
	);
}
