import { formatPeriod, formatPeriodShort, lowerFirst } from "#app/domain/format.ts";
import { choosePeriod } from "#app/domain/periodChoice.ts";
import type { Period } from "#app/domain/periods.ts";
import { isSigned, RAPPORT_PARTS, RAPPORT_STATE_WORD, SYNPUNKT_ROLES } from "#app/domain/rapport.ts";
import { formatInstant } from "#app/features/formatInstant.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { publishingHtml } from "#app/outputs/publishingHtml.server.tsx";
import { publishingText } from "#app/outputs/publishingText.server.ts";
import { type AskedRapport, dokumentQuery, findAskedRapport } from "#app/rapport/askedRapport.server.ts";
import { differenceBetween } from "#app/rapport/difference.ts";
import { findRapportView } from "#app/rapport/findRapport.server.ts";
import { missingTexts } from "#app/rapport/missingTexts.ts";
import { RAPPORT_FORMATS } from "#app/rapport/rapportFormats.ts";
import { offeredSteps, recallUntil, replacedBy, whoIsNext, whyNextIsRefused } from "#app/rapport/steps.ts";
import { aktiviteterOf, aktivitetLabel } from "#app/rapport/words.ts";
import { SAVED_TEXT } from "./intents.server.ts";

/** The report of the address, what its reader may do with it, and the ways to its files and to other reports. */
export async function rapportPage(context: KommunContext) {
	const { db, kommun, params, url, today, now, may, person, roles } = context;
	const asked = await findAskedRapport(db, {
		kommunId: kommun.id,
		periodCode: params.period,
		query: url.searchParams,
		today,
	});
	const { view, dokument, period } = asked;
	const { rapport, content, facts, snapshot, late } = view;
	const reader = { personId: person.id, may, today, now };
	const path = `/intern/${kommun.slug}/rapport`;
	const here = `${path}/${period.code}`;
	const query = queryOf(asked, facts.edition);
	const until = recallUntil(facts);
	const lastSigned = view.editions.findLast(({ state }) => isSigned(state))?.edition ?? 0;
	return {
		kommun: kommun.name,
		title: `Rapport ${lowerFirst(formatPeriod(period))}`,
		dokumentTitle: content.dokument.title,
		listTo: path,
		periodLinks: periodLinks(asked, { path, today }),
		dokumentLinks: asked.choices.map((one) => ({
			label: one.title,
			to: `${here}?dokument=${one.id}`,
			isCurrent: one.id === dokument.id,
		})),
		editionLinks: [...view.editions].reverse().map(({ edition, state }, index) => ({
			label: `Version ${edition}`,
			hint: edition < lastSigned ? "Ersatt" : RAPPORT_STATE_WORD[state],
			to: index === 0 ? here + dokumentQuery(asked) : here + queryOf(asked, edition, true),
			isCurrent: edition === facts.edition,
		})),
		files: RAPPORT_FORMATS.map(({ format, label }) => ({ label, to: `${here}.${format}${query}` })),
		projectorTo: `${here}/visa${query}`,
		publicTo: facts.state === "publicerad" ? `/${kommun.slug}/rapport/${period.code}${query}` : null,
		state: facts.state,
		edition: facts.edition,
		rattelseReason: rapport?.rattelseReason ?? null,
		klar: RAPPORT_PARTS.map((part) => ({ part, ...klarOf(asked, part) })),
		returned:
			facts.state === "utkast" && rapport?.returnReason && rapport.returnedAt
				? {
						reason: rapport.returnReason,
						by: rapport.returnedByName ?? "den som undertecknar",
						at: formatInstant(rapport.returnedAt),
					}
				: null,
		next:
			lastSigned > facts.edition
				? replacedBy(lastSigned)
				: whoIsNext(facts, { today, undertecknare: kommun.undertecknareTitle }),
		whyRefused: whyNextIsRefused(facts, reader),
		steps: offeredSteps(facts, reader),
		hasLaterEdition: facts.hasLaterEdition,
		stepForms: {
			rapportId: rapport?.id ?? 0,
			version: rapport?.version ?? 0,
			dokumentId: dokument.id,
			signTo: `${here}/signera${query}`,
			recallUntil: until && formatInstant(until),
			missing: RAPPORT_PARTS.map((part) => ({ part, missing: missingTexts(content, part) })),
			synpunkt: {
				freshUuid: crypto.randomUUID(),
				givenUuids: view.synpunkter.map(({ uuid }) => uuid),
				roles: SYNPUNKT_ROLES.filter((role) => roles.includes(role)),
				aktiviteter: aktiviteterOf(content).map(({ id }) => ({ id, name: aktivitetLabel(content, id) })),
			},
		},
		content,
		texts: view.texts,
		personId: person.id,
		draftPrefix: `${kommun.slug}:${dokument.id}:${period.code}:${facts.edition}:${person.id}`,
		late: {
			new: late.new,
			changed: late.changed,
			since: snapshot ? ("signering" as const) : ("frysning" as const),
			rows: late.genomforanden.map((row) => ({
				...row,
				to: `/intern/${kommun.slug}/registreringar/${row.id}`,
			})),
		},
		difference: await differenceFromFormer(context, asked),
		signed: snapshot && { code: snapshot.code, sha256: snapshot.sha256 },
		publishing: snapshot && {
			html: publishingHtml(snapshot.publicContent, { origin: context.origin }),
			text: publishingText(snapshot.publicContent, { origin: context.origin }),
		},
		saved: SAVED_TEXT.get(url.searchParams.get("sparat") ?? "") ?? null,
	};
}

/** Who has said klar for a part, and when. */
function klarOf({ view: { rapport } }: AskedRapport, part: "polis" | "kommun") {
	const at = part === "polis" ? rapport?.polisKlarAt : rapport?.kommunKlarAt;
	const by = part === "polis" ? rapport?.polisKlarByName : rapport?.kommunKlarByName;
	return { by: at ? (by ?? null) : null, at: at ? formatInstant(at) : null };
}

/** What a rättelse changed: which figures, which words. */
async function differenceFromFormer({ db, kommun, today }: KommunContext, { view, dokument, period }: AskedRapport) {
	if (view.facts.edition < 2) return null;
	const edition = view.facts.edition - 1;
	const former = await findRapportView(db, { kommunId: kommun.id, dokumentId: dokument.id, period, edition, today });
	return former ? { edition, ...differenceBetween(former.content, view.content) } : null;
}

/** The dokument only where there is a choice, the version only where it is not the latest. */
function queryOf(asked: AskedRapport, edition: number, isAlways = false): string {
	const params = new URLSearchParams(dokumentQuery(asked));
	if (isAlways || edition !== asked.view.editions.at(-1)?.edition) {
		if (asked.view.editions.length > 0) params.set("version", String(edition));
	}
	return params.size > 0 ? `?${params}` : "";
}

/** The periods of the same kind in which the kommun had something to follow up. */
function periodLinks({ allDokument, period }: AskedRapport, { path, today }: { path: string; today: string }) {
	const ofKind = allDokument.filter(({ periodKind }) => periodKind === period.kind);
	const choice = choosePeriod(ofKind, { requested: period.code, today });
	if (!choice) return [];
	const { current, sameYear, earlierYear, laterYear } = choice;
	const link = (one: Period, label: string) => ({
		label,
		to: `${path}/${one.code}`,
		isCurrent: one.code === current.code,
	});
	return [
		...(earlierYear ? [link(earlierYear, `‹ ${earlierYear.year}`)] : []),
		...sameYear.map((one) => link(one, formatPeriodShort(one))),
		...(laterYear ? [link(laterYear, `${laterYear.year} ›`)] : []),
	];
}
