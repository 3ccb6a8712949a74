import { MissingRapport } from "#app/domain/fault.ts";
import { type Period, parsePeriod } from "#app/domain/periods.ts";

/**
 * The period in an address, as it stands there: `2018-T2`.
 *
 * @throws MissingRapport, in words for whoever followed or wrote the address
 */
export function askedPeriod(code: string | undefined): Period {
	const period = parsePeriod(code ?? "");
	if (period) return period;
	throw new MissingRapport(
		"Adressen innehåller ingen period. Ett tertial skrivs 2018-T2, ett kvartal 2018-Q3, ett halvår 2018-H1 och ett år 2018.",
	);
}
