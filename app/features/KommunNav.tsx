import { NavLink, useLocation } from "@remix-run/react";
import { Icon, type IconName } from "#app/ui/Icon.tsx";
import { Menu } from "#app/ui/Menu.tsx";

interface KommunNavItem {
	label: string;
	to: string;
	icon: IconName;
}

/** What a phone's bar has room for beside "Mer". */
const IN_BAR = 4;

interface KommunNavProps {
	/** Names the landmark: "Sävsjö kommun". */
	label: string;
	/** In order of use; a phone shows the first four and keeps the others under "Mer". */
	items: readonly KommunNavItem[];
}

/** A bar at the bottom on phones, a column of icons beside the page on tablets, icons with words on larger screens. */
export function KommunNav({ label, items }: KommunNavProps) {
	const { key } = useLocation();
	// The översikt is the address that all the others begin with: current on its own page only.
	const root = items.find((item) => items.every(({ to }) => to.startsWith(item.to)))?.to;
	const isAllInBar = items.length <= IN_BAR + 1;
	const inBar = isAllInBar ? items : items.slice(0, IN_BAR);
	const others = isAllInBar ? [] : items.slice(IN_BAR);
	return (
		<nav className="kommun-nav" aria-label={label}>
			<ul>
				{inBar.map((item) => (
					<Item key={item.to} item={item} place="bar" isExact={item.to === root} />
				))}
				{others.map((item) => (
					<Item key={item.to} item={item} place="column" />
				))}
				{others.length > 0 && (
					<li className="kommun-nav-more">
						<Menu
							key={key}
							align="end"
							label={
								<>
									<Icon name="more" />
									<span>Mer</span>
								</>
							}
						>
							<ul className="menu-list">
								{others.map((item) => (
									<Item key={item.to} item={item} place="menu" />
								))}
							</ul>
						</Menu>
					</li>
				)}
			</ul>
		</nav>
	);
}

interface ItemProps {
	item: KommunNavItem;
	/** `bar`: always in sight. `column`: on larger screens. `menu`: under "Mer" on phones. */
	place: "bar" | "column" | "menu";
	isExact?: boolean;
}

function Item({ item, place, isExact }: ItemProps) {
	return (
		<li className={place === "column" ? "kommun-nav-wide" : undefined}>
			<NavLink to={item.to} end={isExact} className={place === "menu" ? undefined : "kommun-nav-link"}>
				<Icon name={item.icon} />
				<span>{item.label}</span>
			</NavLink>
		</li>
	);
}
