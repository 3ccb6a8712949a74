import { compareAtgarder } from "#app/domain/atgard.ts";
import type { IsoDate } from "#app/domain/dates.ts";
import type { FollowUp, FollowUpAktivitet, FollowUpDokument, FollowUpMeasure } from "#app/domain/followUp.ts";
import { describeClip, formatDate, formatPeriod, listOf, PERIOD_WORDS, upperFirst } from "#app/domain/format.ts";
import type { ClippedPeriod } from "#app/domain/periods.ts";
import { combineStatuses } from "#app/domain/status.ts";
import { ATGARD_OWNERS, type AtgardPlace, atgardView } from "#app/features/atgarder/atgardView.ts";
import { fragaView } from "#app/features/fragaView.server.ts";
import { periodLinks } from "#app/features/periodLinks.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { evaluateMeasure } from "#app/measures/evaluate.ts";
import { measureModule } from "#app/measures/index.ts";
import { settingsFor } from "#app/measures/moment.ts";
import type { SlotFact } from "#app/measures/types.ts";
import { findAllAtgarder } from "#db/atgard.server.ts";
import { findAllCarriedAtgarder } from "#db/carriedAtgard.server.ts";
import { findAllFragor } from "#db/fraga.server.ts";
import { findAllGenomforanden } from "#db/genomforande.server.ts";
import type { ExcusedView } from "./ExcusedPanel.tsx";
import { fordelningView } from "./fordelningView.server.ts";
import { SAVED_TEXT } from "./intents.server.ts";
import type { MeasureView } from "./MeasureSection.tsx";
import { findShownAktivitet } from "./shownAktivitet.server.ts";

const LATEST = 5;

/** Everything the aktivitet page shows, calculated and worded. */
export async function aktivitetView(context: KommunContext) {
	const { db, kommun, url, today, may } = context;
	const path = `/intern/${kommun.slug}`;
	const { followUp, dokument, aktivitet, choice, period } = await findShownAktivitet(context);
	const aktivitetId = aktivitet.id;

	const measures = aktivitet.measures.map((measure) =>
		measureView(context, { followUp, dokument, aktivitet, measure, period, path }),
	);
	const hasActions = measures.some((measure) => measure.kind === "actions");
	const [fragor, atgarder, latest] = await Promise.all([
		findAllFragor(db, { kommunId: kommun.id, aktivitetId }),
		findFollowedAtgarder(context, { aktivitetId, path }),
		findAllGenomforanden(db, { kommunId: kommun.id, aktivitetId, status: "active", page: 1, pageSize: LATEST }),
	]);
	return {
		kommun: kommun.name,
		oversiktTo: `${path}?period=${choice.current.code}`,
		dokument: { title: dokument.title, to: `${path}/dokument/${dokument.id}` },
		aktivitetstyp: upperFirst(aktivitet.aktivitetstyp),
		quotation: aktivitet.quotation,
		lofte: aktivitet.lofte?.quotation ?? null,
		parter: listOf(aktivitet.parter.map((part) => part.name)),
		status: combineStatuses(measures.map((measure) => measure.status)),
		links: periodLinks(choice, `${path}/aktivitet/${aktivitet.id}`),
		period: formatPeriod(period),
		periodWord: PERIOD_WORDS[period.kind].noun,
		clip: describeClip(period),
		measures,
		// Decided under any aktivitet on the kommun's own list; here where a mått counts them.
		atgarder:
			hasActions || atgarder.length > 0
				? {
						atgarder: atgarder
							.sort(compareAtgarder)
							.map(({ places, ...atgard }) => ({ ...atgardView(atgard, today), places })),
						owners: ATGARD_OWNERS,
						today,
						canHandle: may("handleAtgarder"),
						canDecide: hasActions && may("handleAtgarder"),
					}
				: null,
		fragor: fragor.map(fragaView),
		latest: {
			rows: latest.rows.map((row) => ({
				id: row.id,
				to: `${path}/registreringar/${row.id}`,
				date: row.date,
				text: [row.measures.map((measure) => measure.name).join(", "), row.platsName].filter(Boolean).join(", "),
				isExample: row.isExample,
			})),
			total: latest.total,
			allTo: `${path}/registreringar?aktivitet=${aktivitet.id}`,
		},
		hasExamples: latest.rows.some((row) => row.isExample),
		canLog: may("log"),
		canEdit: may("editDokument"),
		saved: SAVED_TEXT.get(url.searchParams.get("sparat") ?? "") ?? null,
	};
}

/** Those decided under the aktivitet, and those of a replaced dokument that go on in it; each says where else it is. */
async function findFollowedAtgarder(
	{ db, kommun }: KommunContext,
	{ aktivitetId, path }: { aktivitetId: number; path: string },
) {
	const own = await findAllAtgarder(db, { kommunId: kommun.id, aktivitetId });
	const carried = await findAllCarriedAtgarder(db, { kommunId: kommun.id });
	const placeOf = (words: string, title: string, id: number): AtgardPlace => ({
		words,
		title,
		to: `${path}/aktivitet/${id}`,
	});
	return [
		...own.map((atgard) => ({
			...atgard,
			places: carried
				.filter(({ id }) => id === atgard.id)
				.map((next) => placeOf("Följs vidare i", next.dokumentTitle, next.aktivitetId)),
		})),
		...carried
			.filter((atgard) => atgard.aktivitetId === aktivitetId)
			.map((atgard) => ({
				...atgard,
				places: [placeOf("Beslutad under", atgard.originTitle, atgard.originAktivitetId)],
			})),
	];
}

function measureView(
	{ today, may }: KommunContext,
	facts: {
		followUp: FollowUp;
		dokument: FollowUpDokument;
		aktivitet: FollowUpAktivitet;
		measure: FollowUpMeasure;
		period: ClippedPeriod;
		path: string;
	},
): MeasureView {
	const { followUp, dokument, aktivitet, measure, period, path } = facts;
	const module = measureModule(measure.kind);
	const calculation = evaluateMeasure(followUp, { ...facts, today });
	const [first, ...later] = measure.versions;
	const current = settingsFor(measure.versions, period.clippedTo);
	const describe = (settings: unknown) =>
		module.describeSettings(module.settingsSchema.parse(settings), followUp.platser);
	const hasQuantity = module.quantityField(module.settingsSchema.parse(current)) !== null;
	const isLoggable = hasQuantity && dokument.inForceFrom <= today;
	return {
		id: measure.id,
		kind: module.kind,
		kindName: module.name,
		name: measure.name,
		rakneregel: measure.rakneregel,
		agreed: describe(first?.settings),
		changes: later.map(
			(version) =>
				`Ändrat från ${formatDate(version.validFrom)}: ${describe(version.settings)}${version.reason ? ` (${version.reason})` : ""}`,
		),
		status: calculation.status,
		headline: calculation.headline,
		remarks: [...calculation.remarks],
		chart: calculation.chart,
		table: calculation.table,
		fordelning: fordelningView({ ...facts, today, may }),
		excused: module.slots ? excusedView(measure, module.slots(calculation.chart)) : null,
		logTo: isLoggable && may("log") ? `${path}/logga?matt=${measure.id}${logDateQuery(facts, today)}` : null,
		editTo: may("editDokument") ? `${path}/aktivitet/${aktivitet.id}/matt/${measure.id}` : null,
	};
}

/** What can be marked as inställt: the latest missed one first, then those to come in their order. */
function excusedView(measure: FollowUpMeasure, slots: readonly SlotFact[]): ExcusedView {
	const inState = (state: SlotFact["state"]) =>
		slots.filter((slot) => slot.state === state).map((slot) => ({ slotKey: slot.key, label: slot.label }));
	return {
		measureId: measure.id,
		excused: slots.flatMap((slot) =>
			measure.excusedSlots
				.filter((excused) => excused.slotKey === slot.key)
				.map((excused) => ({ id: excused.id, label: slot.label, reason: excused.reason })),
		),
		open: [...inState("missed").reverse(), ...inState("open")],
	};
}

/** A dokument that has ended can still be logged on, for its own days. */
function logDateQuery({ dokument }: { dokument: FollowUpDokument }, today: IsoDate): string {
	return dokument.inForceTo !== null && dokument.inForceTo < today ? `&datum=${dokument.inForceTo}` : "";
}
