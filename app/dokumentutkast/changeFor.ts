import { Fault } from "#app/domain/fault.ts";
import type { Plats } from "#app/measures/types.ts";
import type { DokumentutkastContent, UtkastAktivitet, UtkastMeasure } from "./content.ts";
import type { Keys } from "./keys.ts";
import type { ProposalFacts } from "./proposeMeasure.ts";
import { readMarked, type SaidSentence } from "./sentence.ts";
import { isOverAYear } from "./windowFragor.ts";

/** What a change is made with. */
export interface ChangeFacts {
	sourceText: string;
	/** The kommun's list. */
	platser: readonly Plats[];
	keys: Keys;
}

/** @throws Fault `not_found` when the utkast has no such aktivitet */
export function aktivitetIn({ aktiviteter }: DokumentutkastContent, aktivitetKey: string): UtkastAktivitet {
	const found = aktiviteter.find(({ key }) => key === aktivitetKey);
	if (!found) throw new Fault("not_found", "Aktiviteten finns inte i utkastet. Ladda om sidan.");
	return found;
}

/** @throws Fault `not_found` when the aktivitet has no such mått */
export function measureIn({ measures }: UtkastAktivitet, measureKey: string): UtkastMeasure {
	const found = measures.find(({ key }) => key === measureKey);
	if (!found) throw new Fault("not_found", "Måttet finns inte i utkastet. Ladda om sidan.");
	return found;
}

/** The content with an aktivitet in the place of the one with its key. */
export function withAktivitet(content: DokumentutkastContent, changed: UtkastAktivitet): DokumentutkastContent {
	return {
		...content,
		aktiviteter: content.aktiviteter.map((aktivitet) => (aktivitet.key === changed.key ? changed : aktivitet)),
	};
}

export function withMeasure(aktivitet: UtkastAktivitet, changed: UtkastMeasure): UtkastAktivitet {
	return {
		...aktivitet,
		measures: aktivitet.measures.map((measure) => (measure.key === changed.key ? changed : measure)),
	};
}

/** The aktivitet's sentence, read again for another way to follow it. Who is responsible is what the utkast says. */
export function saidIn(aktivitet: UtkastAktivitet, content: DokumentutkastContent): SaidSentence {
	const said = readMarked(aktivitet, { hasPeriodOverAYear: isOverAYear(content) });
	return { ...said, responsible: { ...said.responsible, value: aktivitet.parts } };
}

export function proposalFacts({ periodKind }: DokumentutkastContent, { platser, keys }: ChangeFacts): ProposalFacts {
	return { periodKind, platser, keys };
}
