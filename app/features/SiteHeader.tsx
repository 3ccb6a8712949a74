import { Form, Link, useLocation } from "@remix-run/react";
import { Icon } from "#app/ui/Icon.tsx";
import { Menu } from "#app/ui/Menu.tsx";
import { Wordmark } from "#app/ui/Wordmark.tsx";
import { NotisBell } from "./notiser/NotisBell.tsx";
import type { GivenCount } from "./notiser/useNotisCount.ts";

interface SiteKommun {
	/** "Sävsjö kommun" */
	name: string;
	to: string;
}

interface SiteHeaderProps {
	/** Where the wordmark leads: `/` for the public, `/intern` for the signed in. */
	homeTo?: string;
	/** null: nobody is signed in. */
	person?: { name: string; email: string } | null;
	/** How much needs them; shown to somebody signed in. */
	notiser?: GivenCount | undefined;
	/** The kommun looked at, and all that the person may choose. */
	kommun?: SiteKommun | null;
	kommuner?: readonly SiteKommun[];
}

export function SiteHeader({ homeTo = "/", person = null, notiser, kommun = null, kommuner = [] }: SiteHeaderProps) {
	const { key } = useLocation();
	return (
		<header className="site-header">
			<div className="site-header-row">
				<Link
					to={homeTo}
					className="site-header-home"
					aria-label="Löfteskoll, startsida"
					// The public's pages have no JavaScript to go on with.
					reloadDocument={homeTo === "/"}
				>
					<Wordmark />
				</Link>
				{kommun && <KommunSwitcher key={`kommun ${key}`} kommun={kommun} kommuner={kommuner} />}
				<div className="site-header-account">
					{person ? (
						<>
							{notiser && <NotisBell given={notiser} />}
							<AccountMenu key={`account ${key}`} person={person} />
						</>
					) : (
						<Link to="/logga-in" className="site-header-link">
							Logga in
						</Link>
					)}
				</div>
			</div>
		</header>
	);
}

function KommunSwitcher({ kommun, kommuner }: { kommun: SiteKommun; kommuner: readonly SiteKommun[] }) {
	if (kommuner.length < 2) return <p className="site-header-kommun">{kommun.name}</p>;
	return (
		<Menu
			className="site-header-kommun"
			label={
				<>
					<span className="visually-hidden">Byt kommun. Vald: </span>
					<span className="site-header-clip">{kommun.name}</span>
					<Icon name="down" />
				</>
			}
		>
			<ul className="menu-list">
				{kommuner.map(({ name, to }) => (
					<li key={to}>
						<Link to={to} aria-current={to === kommun.to ? "true" : undefined}>
							{name}
							{to === kommun.to && <Icon name="check" />}
						</Link>
					</li>
				))}
				<li className="menu-rule">
					<Link to="/intern">Alla mina kommuner</Link>
				</li>
			</ul>
		</Menu>
	);
}

function AccountMenu({ person }: { person: { name: string; email: string } }) {
	return (
		<Menu
			align="end"
			label={
				<>
					<Icon name="konto" />
					<span className="site-header-wide">{person.name}</span>
					<span className="visually-hidden site-header-narrow">Konto: {person.name}</span>
				</>
			}
		>
			<p className="menu-about">
				<strong>{person.name}</strong>
				<span>{person.email}</span>
			</p>
			<ul className="menu-list">
				<li>
					<Link to="/intern">
						<Icon name="home" />
						Mina kommuner
					</Link>
				</li>
				<li>
					<Link to="/intern/konto">
						<Icon name="installningar" />
						Mitt konto
					</Link>
				</li>
				<li className="menu-rule">
					<Form method="post" action="/logga-ut">
						<button type="submit">
							<Icon name="logout" />
							Logga ut
						</button>
					</Form>
				</li>
			</ul>
		</Menu>
	);
}
