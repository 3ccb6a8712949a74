import type { IsoDate } from "#app/domain/dates.ts";
import { type Demoroll, instant, type RapportHandelse, type Rapporttext } from "../handelse.ts";

interface Rapporten {
	period: string;
	polis: readonly Rapporttext[];
	kommun: readonly Rapporttext[];
	synpunkter?: readonly { by: Demoroll; measure: string | null; text: string }[];
	/** The day of each step that was taken; the rest has not happened. */
	days: {
		polisKlar?: IsoDate;
		kommunKlar?: IsoDate;
		synpunkter?: IsoDate;
		granskad?: IsoDate;
		signerad?: IsoDate;
		publicerad?: IsoDate;
	};
	/** The day on which the texts were written. */
	written: IsoDate;
}

/** The life of a report as it usually goes: both write, both say klar, the council reads, it is signed and published. */
export function rapporten({ period, polis, kommun, synpunkter = [], days, written }: Rapporten): RapportHandelse[] {
	const step = <Step extends object>(date: IsoDate | undefined, time: string, what: Step) =>
		date === undefined ? [] : [{ at: instant(date, time), period, ...what }];
	return [
		...polis.flatMap((text) =>
			step(written, "08:20", { kind: "rapporttext" as const, by: "kommunpolis" as const, ...text }),
		),
		...kommun.flatMap((text) =>
			step(written, "13:10", { kind: "rapporttext" as const, by: "samordnare" as const, ...text }),
		),
		...step(days.polisKlar, "14:05", { kind: "rapport_klar" as const, by: "kommunpolis" as const }),
		...step(days.kommunKlar, "14:30", { kind: "rapport_klar" as const, by: "samordnare" as const }),
		...synpunkter.flatMap((synpunkt) => step(days.synpunkter, "09:40", { kind: "synpunkt" as const, ...synpunkt })),
		...step(days.granskad, "12:15", { kind: "rapport_granskad" as const, by: "samordnare" as const }),
		...step(days.signerad, "08:45", { kind: "rapport_signerad" as const, by: "undertecknare" as const }),
		...step(days.publicerad, "10:00", { kind: "rapport_publicerad" as const, by: "samordnare" as const }),
	];
}

type Published = [period: string, klar: IsoDate, granskad: IsoDate, signerad: IsoDate];

/** Reports with the same words, written and said klar on one day, signed and published on another. */
export function publishedRapporter(
	words: Pick<Rapporten, "polis" | "kommun">,
	all: readonly Published[],
): RapportHandelse[] {
	return all.flatMap(([period, klar, granskad, signerad]) => {
		const days = { polisKlar: klar, kommunKlar: klar, granskad, signerad, publicerad: signerad };
		return rapporten({ ...words, period, written: klar, days });
	});
}
