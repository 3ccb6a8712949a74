import type { LinksFunction, MetaFunction } from "@remix-run/node";
import {
	isRouteErrorResponse,
	Links,
	Meta,
	Outlet,
	Scripts,
	ScrollRestoration,
	useMatches,
	useParams,
	useRouteError,
	useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import "#app/ui/styles/index.css";
import "#app/measures/measures.css";
import type { IsoDate, IsoInstant } from "#app/domain/dates.ts";
import { type ErrorText, errorTextFor } from "#app/domain/errorText.ts";
import { compareSwedish, formatDate } from "#app/domain/format.ts";
import { signedOutIn } from "#app/domain/signedOut.ts";
import { KommunNav } from "#app/features/KommunNav.tsx";
import { NonceContext } from "#app/features/NonceContext.ts";
import { pageHandleOf } from "#app/features/pageHandle.ts";
import { revalidateUnlessQuiet } from "#app/features/quietSubmission.ts";
import { SignedOutForm } from "#app/features/SignedOutForm.tsx";
import { SiteFooter } from "#app/features/SiteFooter.tsx";
import { SiteHeader } from "#app/features/SiteHeader.tsx";
import { open } from "#app/http/protect.server.ts";
import { findNotiser } from "#app/notiser/findNotiser.server.ts";
import type { loader as kommunLoader } from "#app/routes/intern.$kommun/route.tsx";
import { AppShell } from "#app/ui/AppShell.tsx";
import { ButtonLink } from "#app/ui/Button.tsx";
import { Cluster, Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import type { Db } from "#db/connection.server.ts";
import { findAllKommunerOfPerson } from "#db/kommun.server.ts";

export const meta: MetaFunction = ({ error }) => [
	{ title: error ? `${errorTextIn(error).title} – Löfteskoll` : "Löfteskoll" },
	{ name: "description", content: "Följ upp medborgarlöften: vad polis och kommun har lovat, och vad som blev gjort." },
];

export const links: LinksFunction = () => [{ rel: "icon", href: "/favicon.svg", type: "image/svg+xml" }];

/** What the frame around every page needs to know. Of who asks it knows nothing on a page that may lie in a cache. */
export const loader = open(async ({ db, url, params, today, now, mode, demoDate, findSession }) => {
	const session = isSameForEverybody(url.pathname, params) ? undefined : await findSession();
	const person = session?.person;
	const kommuner = person ? await findAllKommunerOfPerson(db, { personId: person.id }) : [];
	return {
		demoDate: mode === "demo" ? formatDate(demoDate) : null,
		person: person
			? {
					name: person.name,
					email: person.email,
					notiser: { count: await countNotiser(db, { personId: person.id, today, now }) },
				}
			: null,
		kommuner: kommuner
			.map(({ name, slug }) => ({ name, to: `/intern/${slug}` }))
			.sort((a, b) => compareSwedish(a.name, b.name)),
	};
});

/** null when they cannot be counted: no page is lost for the number in its header. */
async function countNotiser(
	db: Db,
	moment: { personId: number; today: IsoDate; now: IsoInstant },
): Promise<number | null> {
	try {
		return (await findNotiser(db, moment)).length;
	} catch (error) {
		console.error(moment.now, error);
		return null;
	}
}

/** The start page, and a kommun's public pages. */
function isSameForEverybody(pathname: string, { kommun }: { kommun?: string }): boolean {
	return pathname === "/" || (kommun !== undefined && !/^\/intern\//i.test(pathname));
}

export const shouldRevalidate = revalidateUnlessQuiet;

export default function App() {
	return <Outlet />;
}

/** The document and the frame, around pages and error pages alike. */
export function Layout({ children }: { children: ReactNode }) {
	const nonce = useContext(NonceContext);
	const { isStatic, isBare } = pageHandleOf(useMatches());
	return (
		<html lang="sv" data-static={isStatic || undefined}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
				<meta name="color-scheme" content="light dark" />
				<Meta />
				<Links />
			</head>
			<body>
				{isBare ? children : <Frame isStatic={isStatic}>{children}</Frame>}
				{!isStatic && (
					<>
						<ScrollRestoration nonce={nonce} />
						<Scripts nonce={nonce} />
					</>
				)}
			</body>
		</html>
	);
}

function Frame({ isStatic, children }: { isStatic: boolean; children: ReactNode }) {
	const site = useRouteLoaderData<typeof loader>("root");
	const kommunPages = useRouteLoaderData<typeof kommunLoader>("routes/intern.$kommun");
	const { kommun: slug } = useParams();
	const person = isStatic ? null : (site?.person ?? null);
	const kommuner = person ? (site?.kommuner ?? []) : [];
	const kommun = kommuner.find(({ to }) => to === `/intern/${slug}`) ?? null;
	return (
		<AppShell
			banner={site?.demoDate && <DemoNotice date={site.demoDate} />}
			header={
				<SiteHeader
					homeTo={person ? "/intern" : "/"}
					person={person}
					notiser={person?.notiser}
					kommun={kommun}
					kommuner={kommuner}
				/>
			}
			nav={kommunPages && <KommunNav label={`${kommunPages.kommun}: sidor`} items={kommunPages.items} />}
			footer={<SiteFooter />}
		>
			{children}
		</AppShell>
	);
}

function DemoNotice({ date }: { date: string }) {
	return (
		<p>
			<strong>Demo.</strong> Klockan står på {date}. Dokumenten är verkliga, registreringarna är exempeldata.
		</p>
	);
}

/** Nothing of the cause is shown but what our own code wrote for people. */
export function ErrorBoundary() {
	const error = useRouteError();
	const site = useRouteLoaderData<typeof loader>("root");
	const isSignedIn = Boolean(site?.person);
	const { missing } = pageHandleOf(useMatches());
	const params = useParams();
	const isMember = site?.kommuner.some(({ to }) => to === `/intern/${params.kommun}`);
	const isMissing = (isMember || isKommunKnownIn(error)) && isRouteErrorResponse(error) && error.status === 404;
	const named = isMissing && messageIn(error) ? missing : undefined;
	const { title, advice } = errorTextIn(error);
	const signedOut = isRouteErrorResponse(error) ? signedOutIn(error.data) : undefined;
	return (
		<Stack gap="lg">
			<PageHeader title={named?.title ?? title} lead={messageIn(error) ?? advice} />
			{signedOut ? (
				<SignedOutForm {...signedOut} />
			) : (
				<Cluster>
					{named && <InsteadLink {...named.instead(params)} />}
					<ButtonLink to={isSignedIn ? "/intern" : "/"} variant={named ? "tertiary" : "secondary"} reloadDocument>
						{isSignedIn ? "Till mina kommuner" : "Till startsidan"}
					</ButtonLink>
				</Cluster>
			)}
		</Stack>
	);
}

function InsteadLink({ label, to }: { label: string; to: string }) {
	return (
		<ButtonLink to={to} variant="secondary">
			{label}
		</ButtonLink>
	);
}

function errorTextIn(error: unknown): ErrorText {
	return errorTextFor(isRouteErrorResponse(error) ? error.status : 500);
}

function messageIn(error: unknown): string | undefined {
	const data: unknown = isRouteErrorResponse(error) ? error.data : undefined;
	const isOurs = typeof data === "object" && data !== null && "message" in data && typeof data.message === "string";
	return isOurs ? String(data.message) : undefined;
}

function isKommunKnownIn(error: unknown): boolean {
	const data: unknown = isRouteErrorResponse(error) ? error.data : undefined;
	return typeof data === "object" && data !== null && "isKommunKnown" in data && data.isKommunKnown === true;
}
