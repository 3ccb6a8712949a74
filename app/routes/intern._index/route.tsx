import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import { compareSwedish, countOf, listOf } from "#app/domain/format.ts";
import { isPermitted, type Permission, ROLE_NAME, type Role } from "#app/domain/permissions.ts";
import { komIgangSteps, komIgangSummary } from "#app/features/komIgang/steps.ts";
import { NotisList } from "#app/features/notiser/NotisList.tsx";
import { protectSignedIn } from "#app/http/protect.server.ts";
import { findNotiser } from "#app/notiser/findNotiser.server.ts";
import { findStanding } from "#app/notiser/notisFacts.server.ts";
import { findKomIgang } from "#app/routes/intern.$kommun.kom-igang/findKomIgang.server.ts";
import { ButtonLink } from "#app/ui/Button.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import type { Db } from "#db/connection.server.ts";
import { findAllKommunerOfPerson, type Kommun } from "#db/kommun.server.ts";
import { KommunCard } from "./KommunCard.tsx";
import "./kommuner.css";

export const meta: MetaFunction = () => [{ title: "Mina kommuner – Löfteskoll" }];

/** More than this is read when asked for. */
const SHOWN_FIRST = 10;

/**
 * What needs the person in all of their kommuner, the worst first; and the kommuner, the one where most is behind first, the
 * ones where nothing is in force any more last.
 */
export const loader = protectSignedIn(async ({ db, person, url, today, now }) => {
	const memberships = await findAllKommunerOfPerson(db, { personId: person.id });
	const notiser = await findNotiser(db, { personId: person.id, today, now });
	const isWhole = url.searchParams.get("visa") === "alla" || notiser.length <= SHOWN_FIRST;
	const kommuner = await Promise.all(
		memberships.map(async (kommun) => ({
			slug: kommun.slug,
			name: kommun.name,
			roles: listOf(kommun.roles.map((role) => ROLE_NAME[role])),
			canLog: isPermitted(kommun.roles, "log"),
			notisCount: notiser.filter((notis) => notis.kommun.id === kommun.id).length,
			...(await findStandingOrStart(db, { kommun, today, now })),
		})),
	);
	kommuner.sort(
		(a, b) => b.behindCount - a.behindCount || Number(a.isOver) - Number(b.isOver) || compareSwedish(a.name, b.name),
	);
	return {
		mayAddKommun: memberships.some((kommun) => isPermitted(kommun.roles, "administer")),
		notiser: isWhole ? notiser : notiser.slice(0, SHOWN_FIRST),
		notisCount: notiser.length,
		kommuner,
	};
});

/** How it stands; for a kommun without a dokument, what is left before there is something to follow. */
async function findStandingOrStart(
	db: Db,
	{ kommun, today, now }: { kommun: Kommun & { roles: Role[] }; today: IsoDate; now: IsoInstant },
) {
	const standing = await findStanding(db, { kommunId: kommun.id, today });
	if (standing.begins !== null) return { ...standing, start: null };
	const facts = await findKomIgang(db, { kommun, today, now });
	const may = (permission: Permission) => isPermitted(kommun.roles, permission);
	const steps = komIgangSteps(facts, { may, path: `/intern/${kommun.slug}` });
	return { ...standing, start: komIgangSummary(steps, facts) };
}

export default function MinaKommuner() {
	const { mayAddKommun, notiser, notisCount, kommuner } = useLoaderData<typeof loader>();
	if (kommuner.length === 0)
		return (
			<Stack gap="lg">
				<PageHeader title="Mina kommuner" />
				<EmptyState title="Du är inte med i någon kommun än">
					<p>
						Be administratören i din kommun om en inbjudan. Du får en länk som du öppnar medan du är inloggad här. Är
						kommunen inte upplagd? Be den som driver tjänsten, eller administratören i en annan kommun, att lägga upp
						den.
					</p>
				</EmptyState>
			</Stack>
		);
	return (
		<Stack gap="lg">
			<PageHeader
				title="Mina kommuner"
				actions={
					mayAddKommun ? (
						<ButtonLink to="/intern/ny-kommun" variant="secondary">
							Ny kommun
						</ButtonLink>
					) : undefined
				}
			/>
			<section aria-labelledby="notiser" className="kommuner-notiser">
				<Heading level={2} id="notiser">
					Notiser
				</Heading>
				{notisCount === 0 ? (
					<EmptyState title="Inget behöver dig just nu">
						Det som är försenat, efter eller väntar på dig visas här, med vägen dit.
					</EmptyState>
				) : (
					<p className="muted">{countOf(notisCount, "sak", "saker")} att göra eller känna till, det värsta först.</p>
				)}
				<NotisList notiser={notiser} isOneKommun={kommuner.length === 1} />
				{notiser.length < notisCount && (
					<p className="kommuner-notiser__more">
						<Link to="/intern?visa=alla#notiser" preventScrollReset>
							Visa alla {notisCount}
						</Link>
					</p>
				)}
			</section>
			<section aria-labelledby="kommuner" className="kommuner-section">
				<Heading level={2} id="kommuner">
					{kommuner.length > 1 ? "Kommuner" : "Kommun"}
				</Heading>
				{kommuner.length > 1 && <p className="muted">Den där mest är efter står först.</p>}
				<ul className="kommuner">
					{kommuner.map((kommun) => (
						<li key={kommun.slug} className="kommuner__item">
							<KommunCard {...kommun} />
						</li>
					))}
				</ul>
			</section>
		</Stack>
	);
}
