import type { LinksFunction, MetaFunction } from "@remix-run/node";
import {
	isRouteErrorResponse,
	Links,
	Meta,
	Outlet,
	Scripts,
	ScrollRestoration,
	useParams,
	useRouteError,
	useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import "#app/ui/styles/index.css";
import "#app/measures/measures.css";
import { compareSwedish, formatDate } from "#app/domain/format.ts";
import { KommunNav } from "#app/features/KommunNav.tsx";
import { NonceContext } from "#app/features/NonceContext.ts";
import { SiteFooter } from "#app/features/SiteFooter.tsx";
import { SiteHeader } from "#app/features/SiteHeader.tsx";
import { open } from "#app/http/protect.server.ts";
import type { loader as kommunLoader } from "#app/routes/intern.$kommun/route.tsx";
import { AppShell } from "#app/ui/AppShell.tsx";
import { ButtonLink } from "#app/ui/Button.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { findAllKommunerOfPerson } from "#db/kommun.server.ts";

export const meta: MetaFunction = ({ error }) => [
	{ title: error ? `${errorTextFor(error).title} – Löfteskoll` : "Löfteskoll" },
	{ name: "description", content: "Följ upp medborgarlöften: vad polis och kommun har lovat, och vad som blev gjort." },
];

export const links: LinksFunction = () => [{ rel: "icon", href: "/favicon.svg", type: "image/svg+xml" }];

/** What the frame around every page needs to know. */
export const loader = open(async ({ db, mode, demoDate, findSession }) => {
	const session = await findSession();
	const kommuner = session ? await findAllKommunerOfPerson(db, { personId: session.person.id }) : [];
	return {
		demoDate: mode === "demo" ? formatDate(demoDate) : null,
		person: session ? { name: session.person.name, email: session.person.email } : null,
		kommuner: kommuner
			.map(({ name, slug }) => ({ name, to: `/intern/${slug}` }))
			.sort((a, b) => compareSwedish(a.name, b.name)),
	};
});

export default function App() {
	return <Outlet />;
}

/** The document and the frame, around pages and error pages alike. */
export function Layout({ children }: { children: ReactNode }) {
	const nonce = useContext(NonceContext);
	return (
		<html lang="sv">
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
				<meta name="color-scheme" content="light dark" />
				<Meta />
				<Links />
			</head>
			<body>
				<Frame>{children}</Frame>
				<ScrollRestoration nonce={nonce} />
				<Scripts nonce={nonce} />
			</body>
		</html>
	);
}

function Frame({ children }: { children: ReactNode }) {
	const site = useRouteLoaderData<typeof loader>("root");
	const kommunPages = useRouteLoaderData<typeof kommunLoader>("routes/intern.$kommun");
	const { kommun: slug } = useParams();
	const kommuner = site?.kommuner ?? [];
	const kommun = kommuner.find(({ to }) => to === `/intern/${slug}`) ?? null;
	return (
		<AppShell
			banner={site?.demoDate && <DemoNotice date={site.demoDate} />}
			header={
				<SiteHeader
					homeTo={site?.person ? "/intern" : "/"}
					person={site?.person ?? null}
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
	const isSignedIn = Boolean(useRouteLoaderData<typeof loader>("root")?.person);
	const { title, advice } = errorTextFor(error);
	return (
		<Stack gap="lg">
			<PageHeader title={title} lead={messageIn(error) ?? advice} />
			<div>
				<ButtonLink to={isSignedIn ? "/intern" : "/"} variant="secondary" reloadDocument>
					{isSignedIn ? "Till mina kommuner" : "Till startsidan"}
				</ButtonLink>
			</div>
		</Stack>
	);
}

interface ErrorText {
	title: string;
	advice: string;
}

const BROKEN: ErrorText = {
	title: "Något gick fel hos oss",
	advice: "Det du skrev kan ha gått förlorat. Vänta en stund och försök igen.",
};
const UNREADABLE: ErrorText = {
	title: "Begäran gick inte att läsa",
	advice: "Gå tillbaka, ladda om sidan och försök igen.",
};
const ERROR_PAGES: Record<number, ErrorText> = {
	403: { title: "Du har inte tillgång hit", advice: "Be administratören i din kommun om den roll du behöver." },
	404: { title: "Sidan finns inte", advice: "Adressen kan vara felskriven, eller så har sidan flyttats." },
};

function errorTextFor(error: unknown): ErrorText {
	const status = isRouteErrorResponse(error) ? error.status : 500;
	return ERROR_PAGES[status] ?? (status < 500 ? UNREADABLE : BROKEN);
}

function messageIn(error: unknown): string | undefined {
	const data: unknown = isRouteErrorResponse(error) ? error.data : undefined;
	const isOurs = typeof data === "object" && data !== null && "message" in data && typeof data.message === "string";
	return isOurs ? String(data.message) : undefined;
}
