import { Link } from "@remix-run/react";
import { countOf, lowerFirst } from "#app/domain/format.ts";
import { type KomIgangSummary, stepsDoneText } from "#app/features/komIgang/steps.ts";
import { ButtonLink } from "#app/ui/Button.tsx";
import { BigFigure } from "#app/ui/Figure.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Cluster } from "#app/ui/Layout.tsx";

export interface KommunCardProps {
	slug: string;
	name: string;
	/** "Kommunpolis och samordnare" */
	roles: string;
	canLog: boolean;
	/** How many of the notiser above are this kommun's. */
	notisCount: number;
	/** "Tertial 3 2018"; null: nothing has begun. */
	period: string | null;
	/** When the first dokument begins; null: there is none. */
	begins: string | null;
	isOver: boolean;
	natt: number;
	withMinimum: number;
	behindCount: number;
	/** What is left for a kommun that has no dokument yet; null: it has. */
	start: KomIgangSummary | null;
}

/** How a kommun of the reader's stands, and the ways into it. */
export function KommunCard({ slug, name, roles, canLog, natt, withMinimum, start, ...state }: KommunCardProps) {
	return (
		<>
			<div className="kommuner__head">
				<div>
					<Heading level={3} size="md">
						<Link to={`/intern/${slug}`}>{name}</Link>
					</Heading>
					<p className="kommuner__roles">{roles}</p>
				</div>
				{withMinimum > 0 && state.period && (
					<BigFigure value={`${natt} av ${withMinimum}`} label={`nådda, ${lowerFirst(state.period)}`} />
				)}
			</div>
			<p className="kommuner__state">{start ? startSentence(start) : sentence(state)}</p>
			<Cluster>
				<ButtonLink to={`/intern/${slug}`} variant="secondary">
					Öppna<span className="visually-hidden"> {name}</span>
				</ButtonLink>
				{start?.next && (
					<ButtonLink to={`/intern/${slug}/kom-igang`} variant="tertiary">
						Kom igång<span className="visually-hidden"> i {name}</span>
					</ButtonLink>
				)}
				{canLog && !start && (
					<ButtonLink to={`/intern/${slug}/logga`} variant="tertiary">
						Logga<span className="visually-hidden"> i {name}</span>
					</ButtonLink>
				)}
			</Cluster>
		</>
	);
}

function startSentence({ next, waiting, ...counts }: KomIgangSummary): string {
	const turn = next ? "Nästa steg är ditt." : waiting;
	return `Uppföljningen är inte igång än: ${stepsDoneText(counts)}. ${turn ?? ""}`.trim();
}

function sentence({
	period,
	begins,
	isOver,
	behindCount,
	notisCount,
}: Pick<KommunCardProps, "period" | "begins" | "isOver" | "behindCount" | "notisCount">): string {
	const forReader = notisCount > 0 ? ` ${countOf(notisCount, "notis", "notiser")} till dig.` : "";
	if (period === null) return `Löftena börjar gälla ${begins}.${forReader}`;
	if (isOver) return `Inget dokument gäller nu. Det senaste följdes till och med ${lowerFirst(period)}.${forReader}`;
	const behind = behindCount > 0 ? countOf(behindCount, "aktivitet är efter", "aktiviteter är efter") : null;
	return `${behind ?? "Inget är efter just nu"}.${forReader}`;
}
