import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import { compareSwedish, formatDate, formatPeriod, listOf } from "#app/domain/format.ts";
import { choosePeriod } from "#app/domain/periodChoice.ts";
import { isPermitted, type Permission, ROLE_NAME, type Role } from "#app/domain/permissions.ts";
import { compareAttention, type Status } from "#app/domain/status.ts";
import { WaitingRapporter } from "#app/features/rapport/WaitingRapporter.tsx";
import { StatusBadge } from "#app/features/StatusBadge.tsx";
import { protectSignedIn } from "#app/http/protect.server.ts";
import { byAttention, type EvaluatedAktivitet, evaluateDokument } from "#app/measures/evaluate.ts";
import { findRapportList, type RapportLine } from "#app/rapport/findRapportList.server.ts";
import { ButtonLink } from "#app/ui/Button.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { BigFigure } from "#app/ui/Figure.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Cluster, Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import type { Db } from "#db/connection.server.ts";
import { findFollowUp } from "#db/followUp.server.ts";
import { findAllKommunerOfPerson, type Kommun } from "#db/kommun.server.ts";
import "./kommuner.css";

export const meta: MetaFunction = () => [{ title: "Mina kommuner – Löfteskoll" }];

const NEEDS_ATTENTION: readonly Status[] = ["ej_natt", "efter"];
const SHOWN_PER_KOMMUN = 3;

/** Every kommun of the person, the one where most is behind first, the ones where nothing is in force any more last. */
export const loader = protectSignedIn(async ({ db, person, today, now }) => {
	const memberships = await findAllKommunerOfPerson(db, { personId: person.id });
	const kommuner = await Promise.all(
		memberships.map(async (kommun) => ({
			slug: kommun.slug,
			name: kommun.name,
			roles: listOf(kommun.roles.map((role) => ROLE_NAME[role])),
			canLog: isPermitted(kommun.roles, "log"),
			waiting: await waitingRapporter(db, { kommun, personId: person.id, today, now }),
			...(await standing(db, { kommunId: kommun.id, slug: kommun.slug, today })),
		})),
	);
	kommuner.sort(
		(a, b) => b.behindCount - a.behindCount || Number(a.isOver) - Number(b.isOver) || compareSwedish(a.name, b.name),
	);
	return { name: person.name, kommuner };
});

/** The reports in the kommun that wait for this person, or for somebody with the same role. */
async function waitingRapporter(
	db: Db,
	{ kommun, ...moment }: { kommun: Kommun & { roles: Role[] }; personId: number; today: IsoDate; now: IsoInstant },
): Promise<RapportLine[]> {
	const may = (permission: Permission) => isPermitted(kommun.roles, permission);
	const lines = await findRapportList(db, { kommun, reader: { ...moment, may } });
	return lines.filter(({ isMine }) => isMine);
}

async function standing(db: Db, { kommunId, slug, today }: { kommunId: number; slug: string; today: string }) {
	const followUp = await findFollowUp(db, { kommunId });
	const choice = choosePeriod(followUp.dokument, { requested: null, today });
	const begins = followUp.dokument[0] ? formatDate(followUp.dokument[0].inForceFrom) : null;
	if (!choice) return { period: null, begins, isOver: false, natt: 0, withMinimum: 0, behind: [], behindCount: 0 };
	const evaluated = followUp.dokument.flatMap(
		(dokument) => evaluateDokument(followUp, dokument, { period: choice.current, today }) ?? [],
	);
	const aktiviteter = evaluated.flatMap((dokument) => dokument.aktiviteter);
	const isOver = choice.current.to < today;
	const behind = isOver
		? []
		: byAttention(aktiviteter).filter((aktivitet) => NEEDS_ATTENTION.includes(aktivitet.status));
	return {
		period: formatPeriod(choice.current),
		begins,
		isOver,
		natt: evaluated.reduce((sum, dokument) => sum + dokument.summary.natt, 0),
		withMinimum: evaluated.reduce((sum, dokument) => sum + dokument.summary.withMinimum, 0),
		behind: behind.slice(0, SHOWN_PER_KOMMUN).map((aktivitet) => behindLine(aktivitet, slug)),
		behindCount: behind.length,
	};
}

function behindLine(aktivitet: EvaluatedAktivitet, slug: string) {
	const worst = [...aktivitet.measures].sort((a, b) => compareAttention(a.calculation.status, b.calculation.status))[0];
	return {
		id: aktivitet.id,
		to: `/intern/${slug}/aktivitet/${aktivitet.id}`,
		status: aktivitet.status,
		quotation: aktivitet.quotation,
		headline: worst?.calculation.headline ?? "",
	};
}

export default function MinaKommuner() {
	const { kommuner } = useLoaderData<typeof loader>();
	return (
		<Stack gap="lg">
			<PageHeader title="Mina kommuner" lead={kommuner.length > 1 ? "Det som är mest efter står först." : undefined} />
			{kommuner.length === 0 && (
				<EmptyState title="Du är inte med i någon kommun än">
					Be administratören i din kommun om en inbjudan. Du får en länk som du öppnar här.
				</EmptyState>
			)}
			<ul className="kommuner">
				{kommuner.map((kommun) => (
					<li key={kommun.slug} className="kommuner__item">
						<KommunCard {...kommun} />
					</li>
				))}
			</ul>
		</Stack>
	);
}

type KommunCardProps = Awaited<ReturnType<typeof standing>> & {
	slug: string;
	name: string;
	roles: string;
	canLog: boolean;
	waiting: RapportLine[];
};

function KommunCard({
	slug,
	name,
	roles,
	canLog,
	waiting,
	period,
	begins,
	isOver,
	natt,
	withMinimum,
	behind,
	behindCount,
}: KommunCardProps) {
	return (
		<>
			<div className="kommuner__head">
				<div>
					<Heading level={2} size="md">
						<Link to={`/intern/${slug}`}>{name}</Link>
					</Heading>
					<p className="kommuner__roles">{roles}</p>
				</div>
				{withMinimum > 0 && <BigFigure value={`${natt} av ${withMinimum}`} label={`nådda, ${period?.toLowerCase()}`} />}
			</div>
			{waiting.length > 0 && (
				<div className="kommuner__waiting">
					<p className="kommuner__label">Väntar på dig</p>
					<WaitingRapporter rapporter={waiting} listTo={`/intern/${slug}/rapport`} />
				</div>
			)}
			<p className="kommuner__state">{sentence({ period, begins, isOver, behindCount })}</p>
			{behind.length > 0 && (
				<ul className="kommuner__behind">
					{behind.map((aktivitet) => (
						<li key={aktivitet.id}>
							<StatusBadge status={aktivitet.status} />{" "}
							<Link to={aktivitet.to} className="kommuner__quotation">
								{aktivitet.quotation}
							</Link>
							<span className="kommuner__headline">{aktivitet.headline}</span>
						</li>
					))}
				</ul>
			)}
			<Cluster>
				<ButtonLink to={`/intern/${slug}`} variant="secondary">
					Öppna<span className="visually-hidden"> {name}</span>
				</ButtonLink>
				{canLog && (
					<ButtonLink to={`/intern/${slug}/logga`} variant="tertiary">
						Logga<span className="visually-hidden"> i {name}</span>
					</ButtonLink>
				)}
			</Cluster>
		</>
	);
}

function sentence(kommun: Pick<KommunCardProps, "period" | "begins" | "isOver" | "behindCount">): string {
	if (kommun.begins === null) return "Inga medborgarlöften är inlagda än.";
	if (kommun.period === null) return `Löftena börjar gälla ${kommun.begins}.`;
	if (kommun.isOver)
		return `Inget dokument gäller nu. Det senaste följdes till och med ${kommun.period.toLowerCase()}.`;
	if (kommun.behindCount === 1) return "1 aktivitet är efter.";
	if (kommun.behindCount > 0) return `${kommun.behindCount} aktiviteter är efter.`;
	return "Inget är efter just nu.";
}
