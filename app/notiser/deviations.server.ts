import { addDays, type IsoDate } from "#app/domain/dates.ts";
import type { FollowUp, FollowUpDokument } from "#app/domain/followUp.ts";
import { formatPeriod } from "#app/domain/format.ts";
import { type ClippedPeriod, clipPeriod, periodOf, periodsInForce, previousPeriod } from "#app/domain/periods.ts";
import { RAPPORT_PARTS, type RapportPart } from "#app/domain/rapport.ts";
import { compareAttention, type Status } from "#app/domain/status.ts";
import {
	byAttention,
	type EvaluatedAktivitet,
	type EvaluatedMeasure,
	evaluateDokument,
} from "#app/measures/evaluate.ts";
import { measureModule } from "#app/measures/index.ts";
import { settingsFor } from "#app/measures/moment.ts";
import type { Db } from "#db/connection.server.ts";
import { findAllRapportTexts, findRapport } from "#db/rapport.server.ts";
import { hasExampleData } from "#db/rapportSource.server.ts";

/** An aktivitet that is behind or not reached: the same for everybody in the kommun. */
export interface Deviation {
	aktivitetId: number;
	quotation: string;
	status: Extract<Status, "efter" | "ej_natt">;
	periodCode: string;
	/** "Tertial 2 2018" */
	period: string;
	/** The responsible of the two that log; both when the text names neither. */
	parts: RapportPart[];
	/** What the worst of its measures says: "2 av minst 15. Jämn takt vore 3,5 till i dag". */
	finding: string;
	isExample: boolean;
	/** While the period runs what is missing can be done. Once it is over what is left is to write why, and what then. */
	toMend:
		| { by: "logging"; measureId: number | null }
		| { by: "writing"; part: RapportPart; path: string; since: IsoDate };
}

/** Worst first within each dokument: of the period that runs, and of the one just over while its report is not handed in. */
export async function findDeviations(
	db: Db,
	followUp: FollowUp,
	{ kommunId, today }: { kommunId: number; today: IsoDate },
): Promise<Deviation[]> {
	const found: Deviation[] = [];
	for (const dokument of followUp.dokument) {
		const justOver = periodJustOver(dokument, today);
		if (justOver) found.push(...(await unexplained(db, followUp, { kommunId, dokument, period: justOver, today })));
		const running = runningPeriod(dokument, today);
		if (running) found.push(...(await behind(db, followUp, { kommunId, dokument, period: running, today })));
	}
	return found;
}

interface Asked {
	kommunId: number;
	dokument: FollowUpDokument;
	period: ClippedPeriod;
	today: IsoDate;
}

async function behind(db: Db, followUp: FollowUp, asked: Asked): Promise<Deviation[]> {
	const { dokument, today } = asked;
	const deviating = deviatingIn(followUp, asked);
	const isExample = deviating.length > 0 && (await hasExamples(db, asked));
	return deviating.map(({ aktivitet, status, worst }) => ({
		...factsOf(aktivitet, asked),
		status,
		finding: findingOf(worst),
		isExample,
		toMend: { by: "logging", measureId: worst && isLogged(dokument, worst, today) ? worst.id : null },
	}));
}

/** Not reached, and not yet explained by a responsible part that has not said klar. */
async function unexplained(db: Db, followUp: FollowUp, asked: Asked): Promise<Deviation[]> {
	const { kommunId, dokument, period } = asked;
	const deviating = deviatingIn(followUp, asked).filter(({ status }) => status === "ej_natt");
	if (deviating.length === 0) return [];
	const rapport = await findRapport(db, { kommunId, dokumentId: dokument.id, periodCode: period.code });
	if (rapport && rapport.state !== "utkast") return [];
	const texts = rapport ? await findAllRapportTexts(db, { kommunId, rapportId: rapport.id }) : [];
	const isKlar = { polis: Boolean(rapport?.polisKlarAt), kommun: Boolean(rapport?.kommunKlarAt) };
	const isExample = await hasExamples(db, asked);
	return deviating.flatMap(({ aktivitet, status, worst }) => {
		const facts = factsOf(aktivitet, asked);
		return facts.parts
			.filter((part) => {
				const text = texts.find((one) => one.part === part && one.aktivitetId === aktivitet.id);
				return !isKlar[part] && !(text?.orsak && text.nyPlan);
			})
			.map(
				(part): Deviation => ({
					...facts,
					parts: [part],
					status,
					finding: worst?.calculation.figure ?? "",
					isExample,
					toMend: {
						by: "writing",
						part,
						path: `/rapport/${period.code}?dokument=${dokument.id}#text-${part}-${aktivitet.id}`,
						since: addDays(period.clippedTo, 1),
					},
				}),
			);
	});
}

function deviatingIn(followUp: FollowUp, { dokument, period, today }: Asked) {
	const evaluated = evaluateDokument(followUp, dokument, { period, today });
	return byAttention(evaluated?.aktiviteter ?? []).flatMap((aktivitet) => {
		const { status } = aktivitet;
		if (status !== "efter" && status !== "ej_natt") return [];
		return [{ aktivitet, status, worst: worstOf(aktivitet) }];
	});
}

function factsOf(
	{ id, quotation, parter }: EvaluatedAktivitet,
	{ period }: Asked,
): Pick<Deviation, "aktivitetId" | "quotation" | "periodCode" | "period" | "parts"> {
	const named = RAPPORT_PARTS.filter((part) => parter.some(({ code }) => code === part));
	return {
		aktivitetId: id,
		quotation,
		periodCode: period.code,
		period: formatPeriod(period),
		parts: named.length > 0 ? named : [...RAPPORT_PARTS],
	};
}

function worstOf({ measures }: EvaluatedAktivitet): EvaluatedMeasure | undefined {
	return [...measures].sort((a, b) => compareAttention(a.calculation.status, b.calculation.status))[0];
}

/** The figure, and what an even pace would be where the kind has one; else what it says first. */
function findingOf(measure: EvaluatedMeasure | undefined): string {
	if (!measure) return "";
	const { figure, remarks } = measure.calculation;
	const remark = remarks.find((one) => one.startsWith("Jämn takt")) ?? remarks[0];
	return [figure, ...(remark ? [remark] : [])].join(". ").replace(/\.$/, "");
}

/** Whether the log form takes it: nothing is logged toward a measure of åtgärder. */
function isLogged(dokument: FollowUpDokument, { id, kind }: EvaluatedMeasure, today: IsoDate): boolean {
	const measure = dokument.aktiviteter.flatMap(({ measures }) => measures).find((one) => one.id === id);
	if (!measure) return false;
	const module = measureModule(kind);
	return module.quantityField(module.settingsSchema.parse(settingsFor(measure.versions, today))) !== null;
}

function hasExamples(db: Db, { kommunId, dokument, period }: Asked): Promise<boolean> {
	const { id: dokumentId, inForceFrom } = dokument;
	return hasExampleData(db, { kommunId, dokumentId, from: inForceFrom, to: period.clippedTo });
}

function runningPeriod(dokument: FollowUpDokument, today: IsoDate): ClippedPeriod | undefined {
	const period = clipPeriod(periodOf(today, dokument.periodKind), inForceOf(dokument));
	return period && period.clippedFrom <= today && today <= period.clippedTo ? period : undefined;
}

/** The dokument's last period that is over, unless a whole period has passed since. */
function periodJustOver(dokument: FollowUpDokument, today: IsoDate): ClippedPeriod | undefined {
	const last = periodsInForce(inForceOf(dokument), dokument.periodKind, today).findLast(
		({ clippedTo }) => clippedTo < today,
	);
	const now = periodOf(today, dokument.periodKind);
	return last && last.to >= previousPeriod(now).from ? last : undefined;
}

function inForceOf({ inForceFrom, inForceTo }: FollowUpDokument) {
	return { from: inForceFrom, to: inForceTo };
}
