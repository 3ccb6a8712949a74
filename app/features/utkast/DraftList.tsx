import { Link } from "@remix-run/react";
import { countOf } from "#app/domain/format.ts";
import { formatInstant } from "#app/features/formatInstant.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import type { DraftLine } from "./draftLine.ts";
import "./draftList.css";

/** The dokument on their way in. Where one can throw them away the page's action takes `discardDokumentutkast`. */
export function DraftList({ drafts, canDiscard = false }: { drafts: readonly DraftLine[]; canDiscard?: boolean }) {
	return (
		<ul className="draft-list">
			{drafts.map((draft) => (
				<li key={draft.id}>
					<Heading level={3} size="sm">
						{draft.title}
					</Heading>
					<p className="draft-list__tags">
						<Tag>utkast</Tag>
						{draft.isReplacing && <Tag>ersätter ett tidigare</Tag>}
						{draft.fragorLeft > 0 && <Tag tone="warning">{countOf(draft.fragorLeft, "fråga kvar", "frågor kvar")}</Tag>}
					</p>
					<p className="draft-list__meta">
						Senast ändrat {formatInstant(draft.updatedAt)} av {draft.updatedByName}.
					</p>
					<div className="draft-list__ways">
						<Link to={draft.to} className="draft-list__on">
							Fortsätt<span className="visually-hidden"> med {draft.title}</span>
						</Link>
						{canDiscard && (
							<IntentForm
								intent="discardDokumentutkast"
								hidden={{ utkastId: draft.id, version: draft.version }}
								submit="Kasta utkastet"
								submitVariant="danger"
								disclosure={
									<span>
										Kasta<span className="visually-hidden"> {draft.title}</span>
									</span>
								}
							>
								{() => <p>Texten och alla svar försvinner. Inget som redan gäller ändras.</p>}
							</IntentForm>
						)}
					</div>
				</li>
			))}
		</ul>
	);
}
