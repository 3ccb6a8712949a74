import { addHours, type IsoInstant, stockholmDate } from "#app/domain/dates.ts";
import { formatDate, formatPeriod, lowerFirst } from "#app/domain/format.ts";
import { ROLE_NAME } from "#app/domain/permissions.ts";
import { SIGN_WITHIN_MINUTES, STEP_PERMISSION, whyNot } from "#app/domain/rapport.ts";
import { formatInstant } from "#app/features/formatInstant.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { dokumentQuery, findAskedRapport } from "#app/rapport/askedRapport.server.ts";
import { tallyOf } from "#app/rapport/publicSummary.ts";
import { figureTable, summaryLine } from "#app/rapport/tables.ts";
import { aktivitetLabel, begardaBeslutOf, deviationsOf } from "#app/rapport/words.ts";

/** What is signed, whether it can be now, and afterwards the receipt. */
export async function signeraPage(context: KommunContext) {
	const { db, kommun, params, url, today, now, person, may, session } = context;
	const asked = await findAskedRapport(db, {
		kommunId: kommun.id,
		periodCode: params.period,
		query: url.searchParams,
		today,
	});
	const { view, period } = asked;
	const { rapport, content, facts, snapshot } = view;
	const moment = { personId: person.id, today, now };
	return {
		kommun: kommun.name,
		period: lowerFirst(formatPeriod(period)),
		dokument: content.dokument.title,
		rapportTo: `/intern/${kommun.slug}/rapport/${period.code}${dokumentQuery(asked)}`,
		undertecknare: kommun.undertecknareTitle,
		name: person.name,
		edition: facts.edition,
		rattelseReason: rapport?.rattelseReason ?? null,
		rapportId: rapport?.id ?? 0,
		version: rapport?.version ?? 0,
		summary: summaryLine(content),
		tally: tallyOf(content),
		deviations: deviationsOf(content).map(({ id, status, texts }) => ({
			id,
			status,
			name: aktivitetLabel(content, id),
			isExplained: texts.some(({ orsak }) => orsak !== ""),
		})),
		begardaBeslut: begardaBeslutOf(content),
		bedomningar: content.bedomningar,
		authors: content.authors.map(({ part, name, klarAt }) => ({
			part,
			name,
			klarOn: klarAt && formatDate(stockholmDate(klarAt)),
		})),
		synpunkter: content.synpunkter.map(({ aktivitetId, role, text }) => ({
			who: ROLE_NAME[role],
			about: aktivitetId === null ? null : aktivitetLabel(content, aktivitetId),
			text,
		})),
		table: figureTable(content),
		whyNotSign: whyNot("signRapport", facts, moment),
		canReturn: may(STEP_PERMISSION.returnRapport) && whyNot("returnRapport", facts, moment) === null,
		proof: hasJustSignedIn(context) ? null : session.person.isDemo ? ("demo" as const) : ("password" as const),
		demoSignIn: { kommun: kommun.slug, roll: "undertecknare", till: url.pathname + url.search },
		receipt: snapshot && {
			isNew: url.searchParams.get("sparat") === "signRapport",
			code: snapshot.code,
			sha256: snapshot.sha256,
			signedAt: formatInstant(snapshot.signedAt),
			by: content.signature?.name ?? null,
			isPublished: facts.state === "publicerad",
		},
	};
}

/** Whoever signs has proved who they are within the last minutes (PRODUCT §3.6). */
export function hasJustSignedIn({ session, now }: { session: { createdAt: IsoInstant }; now: IsoInstant }): boolean {
	return now <= addHours(session.createdAt, SIGN_WITHIN_MINUTES / 60);
}
