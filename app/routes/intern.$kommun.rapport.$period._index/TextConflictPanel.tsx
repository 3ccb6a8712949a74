import { useEffect, useRef } from "react";
import { RAPPORT_TEXT_LABEL, type RapportTextField } from "#app/domain/rapportText.ts";
import { Paragraphs } from "#app/features/rapport/Paragraphs.tsx";
import type { TextConflict } from "./textPlaces.ts";

interface TextConflictPanelProps {
	conflict: TextConflict;
	names: readonly RapportTextField[];
}

/** Somebody else saved in between: what they wrote, above what the person has typed, to choose or to join together. */
export function TextConflictPanel({ conflict, names }: TextConflictPanelProps) {
	const panel = useRef<HTMLDivElement>(null);
	useEffect(() => {
		// Whoever is in the middle of a sentence is told without being moved away from it.
		if (!(document.activeElement instanceof HTMLTextAreaElement)) panel.current?.focus();
	}, []);
	return (
		<div className="ds-alert" data-color="warning" role="alert" tabIndex={-1} ref={panel}>
			<p className="alert-title">Texten har sparats från annat håll medan du skrev</p>
			<div className="alert-body">
				<p>Inget är överskrivet. Spara din text, behåll den sparade, eller skriv ihop dem och spara.</p>
				<div className="text-conflict">
					<p className="text-conflict__who">
						Det som nu är sparat, av {conflict.savedBy} {conflict.savedAt}
					</p>
					{names.map((name) => (
						<div key={name} className="rapport-text">
							<p className="text-editor__print-label">{RAPPORT_TEXT_LABEL[name]}</p>
							<Paragraphs text={conflict.texts[name] ?? ""} empty="Tomt" />
						</div>
					))}
				</div>
			</div>
		</div>
	);
}
