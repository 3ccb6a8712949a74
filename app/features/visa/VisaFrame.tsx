import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "#app/ui/Icon.tsx";
import { type ScreenLinks, useScreenKeys } from "./useScreenKeys.ts";
import "./visa.css";

interface VisaFrameProps {
	title: string;
	subtitle: string;
	/** "3 av 8" */
	position: string;
	links: ScreenLinks;
	closeTo: string;
	/** What was just saved, on screens that are written on. */
	status?: string | null;
	children: ReactNode;
}

/** The frame of what is shown on a projector: one screen at a time, with the arrow keys or the links. */
export function VisaFrame({ title, subtitle, position, links, closeTo, status, children }: VisaFrameProps) {
	useScreenKeys(links);
	return (
		<div className="visa">
			<header className="visa-head">
				<p>
					<strong>{title}</strong>
				</p>
				<p className="visa-quiet">{subtitle}</p>
			</header>
			<main className="visa-screen">{children}</main>
			<nav className="visa-nav" aria-label="Skärmar">
				<Step to={links.previous} label="‹ Föregående" />
				<p aria-live="polite">{position}</p>
				<Step to={links.next} label="Nästa ›" />
				{status !== undefined && (
					<p className="visa-status" role="status">
						{status && (
							<>
								<Icon name="check" /> {status}
							</>
						)}
					</p>
				)}
				<Link className="visa-close" to={closeTo}>
					Stäng
				</Link>
			</nav>
		</div>
	);
}

function Step({ to, label }: { to: string | null; label: string }) {
	if (to === null)
		return (
			<span className="visa-step" data-is-end="">
				{label}
			</span>
		);
	return (
		<Link className="visa-step" to={to} replace preventScrollReset>
			{label}
		</Link>
	);
}
