import type { ReactNode } from "react";
import { type Verdict, verdictWord } from "#app/domain/verdict.ts";
import { ButtonLink } from "#app/ui/Button.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import type { Check } from "./check.server.ts";

/** The verdict in a word and a shape, then why, then which paper it is about. Takes focus: it is what was asked for. */
export function CheckResult({ verdict, sentence, facts, replacedByEdition, publicPath, hashes, keyId }: Check) {
	return (
		<section
			className="verdict"
			data-verdict={verdict}
			aria-labelledby="svaret"
			tabIndex={-1}
			// biome-ignore lint/a11y/noAutofocus: the answer stands above the forms, where the page would else begin
			autoFocus
		>
			<VerdictShape verdict={verdict} />
			<div className="verdict-text">
				<Heading level={2} size="lg" id="svaret">
					{verdictWord(verdict, replacedByEdition)}
				</Heading>
				<p className="verdict-sentence">{sentence}</p>
				{facts && (
					<DescriptionList
						items={[
							{ term: "Kommun", description: facts.kommun },
							{ term: "Dokument", description: facts.dokument },
							{ term: "Period", description: facts.period },
							{ term: "Version", description: editionText(facts.edition, replacedByEdition) },
							{ term: "Signerad", description: facts.signed },
							{ term: "Kontrollkod", description: <code className="verdict-code">{facts.code}</code> },
						]}
					/>
				)}
				{publicPath && (
					<div>
						<ButtonLink to={publicPath} variant="secondary" reloadDocument>
							Läs den publicerade rapporten
						</ButtonLink>
					</div>
				)}
				{hashes.length > 0 && (
					<DescriptionList
						items={[
							...hashes.map(({ of, sha256 }) => ({
								term: `Fingeravtryck (SHA-256) för ${of}`,
								description: <code className="verdict-hash">{sha256}</code>,
							})),
							...(keyId ? [{ term: "Nyckel", description: <code className="verdict-hash">{keyId}</code> }] : []),
						]}
					/>
				)}
			</div>
		</section>
	);
}

function editionText(edition: number, replacedByEdition: number | null): string {
	return replacedByEdition === null ? String(edition) : `${edition}, ersatt av version ${replacedByEdition}`;
}

const SHAPES: Record<Verdict, ReactNode> = {
	akta: (
		<>
			<circle cx="24" cy="24" r="21" fill="currentColor" stroke="none" />
			<path d="M14.5 24.75l6.5 6.5L34 17.5" className="verdict-mark" />
		</>
	),
	ersatt: (
		<>
			<circle cx="24" cy="24" r="20" />
			<path d="M14.5 24.75l6.5 6.5L34 17.5" />
		</>
	),
	andrad: (
		<>
			<path d="M16 3h16l13 13v16L32 45H16L3 32V16z" fill="currentColor" stroke="none" />
			<path d="M16.5 16.5l15 15M31.5 16.5l-15 15" className="verdict-mark" />
		</>
	),
	okand: (
		<>
			<circle cx="24" cy="24" r="20" strokeDasharray="5 4.2" />
			<path d="M18.5 19.5c0-3.2 2.4-5.25 5.6-5.25s5.4 2 5.4 5c0 4.5-5.5 4.6-5.5 8.75M24 33.5h.01" />
		</>
	),
};

function VerdictShape({ verdict }: { verdict: Verdict }) {
	return (
		<svg
			className="verdict-shape"
			viewBox="0 0 48 48"
			width="48"
			height="48"
			fill="none"
			stroke="currentColor"
			strokeWidth="3.5"
			strokeLinecap="round"
			strokeLinejoin="round"
			aria-hidden="true"
			focusable="false"
		>
			{SHAPES[verdict]}
		</svg>
	);
}
