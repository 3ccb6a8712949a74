import { Link, type MetaFunction, useLoaderData, useNavigate } from "@remix-run/react";
import { useEffect } from "react";
import type { PageHandle } from "#app/features/pageHandle.ts";
import { missingRapport } from "#app/features/rapport/missingRapport.ts";
import { protect } from "#app/http/protect.server.ts";
import { SlideView } from "./SlideView.tsx";
import { visaPage } from "./visaPage.server.ts";
import "./visa.css";

export const handle: PageHandle = { isBare: true, missing: missingRapport };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `${data.position} ${data.title} – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "read" }, visaPage);

/** The report on a projector: one screen at a time, with the arrow keys or the links. */
export default function Visa() {
	const { title, subtitle, slide, position, links, rapportTo } = useLoaderData<typeof loader>();
	useArrowKeys(links);
	return (
		<div className="visa">
			<header className="visa-head">
				<p>
					<strong>{title}</strong>
				</p>
				<p className="visa-quiet">{subtitle}</p>
			</header>
			<main className="visa-screen">{slide && <SlideView slide={slide} />}</main>
			<nav className="visa-nav" aria-label="Skärmar">
				<Step to={links.previous} label="‹ Föregående" />
				<p aria-live="polite">{position}</p>
				<Step to={links.next} label="Nästa ›" />
				<Link className="visa-close" to={rapportTo}>
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

interface SlideLinks {
	first: string;
	previous: string | null;
	next: string | null;
	last: string;
}

/** The keys of a keyboard and of a remote control; a held Ctrl, Alt or Cmd is the browser's. */
function useArrowKeys(links: SlideLinks) {
	const navigate = useNavigate();
	useEffect(() => {
		const targets: Record<string, string | null> = {
			ArrowLeft: links.previous,
			PageUp: links.previous,
			ArrowRight: links.next,
			PageDown: links.next,
			Home: links.first,
			End: links.last,
		};
		function onKey(event: KeyboardEvent) {
			const to = targets[event.key];
			if (!to || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
			event.preventDefault();
			navigate(to, { replace: true, preventScrollReset: true });
		}
		window.addEventListener("keydown", onKey);
		return () => window.removeEventListener("keydown", onKey);
	}, [navigate, links]);
}
