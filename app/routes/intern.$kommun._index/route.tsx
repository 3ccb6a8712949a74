import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import type { FollowUp } from "#app/domain/followUp.ts";
import { describeClip, formatDate, formatInForce, formatPeriod } from "#app/domain/format.ts";
import { choosePeriod } from "#app/domain/periodChoice.ts";
import { clipPeriod, type PeriodKind } from "#app/domain/periods.ts";
import { RAPPORT_STATE_WORD } from "#app/domain/rapport.ts";
import { StepList } from "#app/features/komIgang/StepList.tsx";
import {
	type KomIgangSummary,
	komIgangSteps,
	komIgangSummary,
	type Step,
	stepsDoneText,
} from "#app/features/komIgang/steps.ts";
import { NotisList } from "#app/features/notiser/NotisList.tsx";
import { periodLinks } from "#app/features/periodLinks.ts";
import { protect } from "#app/http/protect.server.ts";
import { byAttention, evaluateDokument } from "#app/measures/evaluate.ts";
import { findNotiserIn } from "#app/notiser/findNotiser.server.ts";
import { findKomIgang } from "#app/routes/intern.$kommun.kom-igang/findKomIgang.server.ts";
import { ButtonLink } from "#app/ui/Button.tsx";
import { Card } from "#app/ui/Card.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Cluster, Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { SegmentedNav } from "#app/ui/SegmentedNav.tsx";
import { findAllDokument } from "#db/dokument.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findAllRapporter } from "#db/rapport.server.ts";
import { DokumentOversikt, type DokumentOversiktProps } from "./DokumentOversikt.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Översikt ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

const WAITING_SHOWN = 3;

/** How each dokument in force stands in the chosen period, what is behind first. */
export const loader = protect({ may: "read" }, async ({ db, kommun, roles, url, today, now, may, person }) => {
	const path = `/intern/${kommun.slug}`;
	const allDokument = await findAllDokument(db, { kommunId: kommun.id });
	const choice = choosePeriod(allDokument, { requested: url.searchParams.get("period"), today });
	const notiser = await findNotiserIn(db, { kommun, roles, personId: person.id, today, now });
	const common = {
		kommun: kommun.name,
		path,
		canLog: may("log"),
		// What is behind stands below, where the löften are.
		waiting: notiser.filter(({ kind }) => kind !== "efter"),
	};
	const findStart = async () => {
		const facts = await findKomIgang(db, { kommun, today, now });
		const steps = komIgangSteps(facts, { may, path });
		return { steps, ...komIgangSummary(steps, facts) };
	};
	if (!choice) {
		const instead = choosePeriod(allDokument, { requested: null, today });
		const links = instead ? periodLinks(instead, path).map((link) => ({ ...link, isCurrent: false })) : [];
		const begins = allDokument[0] && formatDate(allDokument[0].inForceFrom);
		const start = begins ? null : await findStart();
		return { ...common, period: null, links, begins, dokument: [] as DokumentOversiktProps[], start };
	}

	const inForce = allDokument.filter((dokument) =>
		clipPeriod(choice.current, { from: dokument.inForceFrom, to: dokument.inForceTo }),
	);
	const followUp = await findFollowUp(db, {
		kommunId: kommun.id,
		dokumentIds: inForce.map((dokument) => dokument.id),
	});
	const rapporter = await findAllRapporter(db, { kommunId: kommun.id });
	const dokument = followUp.dokument.flatMap((facts) => {
		const evaluated = evaluateDokument(followUp, facts, { period: choice.current, today });
		if (!evaluated) return [];
		const props: DokumentOversiktProps = {
			id: evaluated.id,
			title: evaluated.title,
			to: `${path}/dokument/${evaluated.id}`,
			inForce: `Gäller ${formatInForce(facts.inForceFrom, facts.inForceTo)}`,
			period: formatPeriod(evaluated.period),
			clip: describeClip(evaluated.period),
			rapport: {
				name: RAPPORT_NAME[evaluated.period.kind],
				state:
					RAPPORT_STATE_WORD[
						rapporter.find((one) => one.dokumentId === facts.id && one.periodCode === evaluated.period.code)?.state ??
							"utkast"
					],
				to: `${path}/rapport/${evaluated.period.code}${followUp.dokument.length > 1 ? `?dokument=${facts.id}` : ""}`,
			},
			summary: evaluated.summary,
			aktiviteter: byAttention(evaluated.aktiviteter).map((aktivitet) => ({
				id: aktivitet.id,
				to: `${path}/aktivitet/${aktivitet.id}?period=${evaluated.period.code}`,
				quotation: aktivitet.quotation,
				parter: aktivitet.parter.map((part) => part.name),
				status: aktivitet.status,
				measures: aktivitet.measures.map((measure) => ({
					id: measure.id,
					kind: measure.kind,
					name: measure.name,
					status: measure.calculation.status,
					headline: measure.calculation.headline,
					why: measure.calculation.status === "inget_minimum" ? null : (measure.calculation.remarks[0] ?? null),
					chart: measure.calculation.chart,
				})),
			})),
		};
		return [props];
	});
	return {
		...common,
		period: formatPeriod(choice.current),
		links: periodLinks(choice, path),
		begins: undefined,
		dokument,
		start: hasEntries(followUp) ? null : await findStart(),
	};
});

/** Whether the follow-up has begun: something is registered. */
function hasEntries({ dokument }: FollowUp): boolean {
	return dokument.some(({ aktiviteter }) =>
		aktiviteter.some(({ measures }) => measures.some(({ entries }) => entries.length > 0)),
	);
}

const RAPPORT_NAME: Record<PeriodKind, string> = {
	tertial: "Tertialrapport",
	quarter: "Kvartalsrapport",
	half_year: "Halvårsrapport",
	year: "Årsrapport",
};

export default function Oversikt() {
	const { kommun, path, period, links, begins, dokument, canLog, waiting, start } = useLoaderData<typeof loader>();
	return (
		<Stack gap="md">
			<PageHeader
				title={`Översikt ${kommun}`}
				lead={period ? `Så går det med löftena: ${period.toLowerCase()}.` : undefined}
				actions={
					canLog && !(start && dokument.length === 0) ? (
						<ButtonLink to={`${path}/logga`} size="lg">
							Logga aktivitet
						</ButtonLink>
					) : undefined
				}
			/>
			{start && dokument.length > 0 && <GettingStarted path={path} {...start} />}
			{waiting.length > 0 && (
				<Card as="section" tone="attention" aria-labelledby="vantar" className="oversikt-waiting">
					<Heading level={2} size="sm" id="vantar">
						Väntar på dig
					</Heading>
					<NotisList notiser={waiting.slice(0, WAITING_SHOWN)} isOneKommun />
					{waiting.length > WAITING_SHOWN && (
						<p className="oversikt-waiting__more">
							<Link to="/intern?visa=alla#notiser">{waiting.length - WAITING_SHOWN} till bland dina notiser</Link>
						</p>
					)}
				</Card>
			)}
			{links.length > 0 && <SegmentedNav label="Välj period" items={links} />}
			{dokument.map((one) => (
				<DokumentOversikt key={one.id} {...one} />
			))}
			{dokument.length === 0 &&
				(start ? (
					<NotRunning path={path} {...start} />
				) : (
					<NothingToShow path={path} begins={begins} hasPeriods={links.length > 0} />
				))}
		</Stack>
	);
}

type Start = KomIgangSummary & { path: string; steps: readonly Step[] };

/** A kommun without a dokument: the way there, with the reader's own turn first. */
function NotRunning({ path, steps, doneCount, stepCount, next, waiting }: Start) {
	return (
		<section className="oversikt-start" aria-labelledby="kom-igang">
			<Heading level={2} size="md" id="kom-igang">
				Uppföljningen är inte igång än
			</Heading>
			<p>
				{stepsDoneText({ doneCount, stepCount })}. {next ? null : waiting}{" "}
				<Link to={`${path}/kom-igang`}>Se stegen med allt som behövs</Link>
			</p>
			<StepList level={3} steps={steps} isShort />
		</section>
	);
}

/** There is something to follow, but nothing is registered: what is left to do. */
function GettingStarted({ path, doneCount, stepCount, next, waiting }: Start) {
	return (
		<Card as="section" tone="tinted" className="oversikt-start" aria-labelledby="kom-igang">
			<Heading level={2} size="sm" id="kom-igang">
				Kom igång: {stepsDoneText({ doneCount, stepCount })}
			</Heading>
			{!next && waiting && <p>{waiting}</p>}
			<Cluster>
				{next && (
					<ButtonLink to={next.to} variant="secondary">
						{next.label}
					</ButtonLink>
				)}
				<ButtonLink to={`${path}/kom-igang`} variant="tertiary">
					Se stegen
				</ButtonLink>
			</Cluster>
		</Card>
	);
}

interface NothingToShowProps {
	path: string;
	/** When the first dokument begins, for a kommun where none is in force yet. */
	begins: string | undefined;
	hasPeriods: boolean;
}

function NothingToShow({ path, begins, hasPeriods }: NothingToShowProps) {
	if (begins && !hasPeriods)
		return (
			<EmptyState title="Inget dokument gäller än">
				Löftena börjar gälla {begins}. Se <Link to={`${path}/dokument`}>alla dokument</Link>.
			</EmptyState>
		);
	return (
		<EmptyState title="Inget dokument gäller i den här perioden">
			Välj en annan period, eller se <Link to={`${path}/dokument`}>alla dokument</Link>.
		</EmptyState>
	);
}
