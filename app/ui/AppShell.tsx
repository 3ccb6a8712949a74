import type { ReactNode } from "react";

interface AppShellProps {
	header: ReactNode;
	/** The kommun's own navigation: a bar at the bottom on phones, a column beside the page on larger screens. */
	nav?: ReactNode;
	/** One line above everything that must never be missed: "Demo. Klockan står på 15 oktober 2018." */
	banner?: ReactNode;
	children: ReactNode;
	footer?: ReactNode;
}

/** The frame of every page. The page itself is `main`. */
export function AppShell({ header, nav, banner, children, footer }: AppShellProps) {
	return (
		<div className="shell" data-has-nav={nav ? true : undefined}>
			<a className="skip-link" href="#innehall">
				Hoppa till innehållet
			</a>
			{banner && (
				<aside className="shell-banner" aria-label="Meddelande">
					{banner}
				</aside>
			)}
			{header}
			<div className="shell-body">
				{nav}
				<main className="shell-main" id="innehall" tabIndex={-1}>
					{children}
				</main>
			</div>
			{footer}
		</div>
	);
}
