import { useEffect, useState } from "react";
import { RAPPORT_PART_NAME, type RapportPart } from "#app/domain/rapport.ts";
import { RAPPORT_TEXT_LABEL, type RapportTextField } from "#app/domain/rapportText.ts";
import { formatInstant } from "#app/features/formatInstant.ts";
import { Paragraphs } from "#app/features/rapport/Paragraphs.tsx";
import { clearLocalDraft, findAllLocalDrafts } from "#app/features/useLocalDraft.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { Button } from "#app/ui/Button.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import type { Texts } from "./textPlaces.ts";

interface LeftoverDraftsProps {
	/** Of this report and person: its last parts are the edition and the person. */
	draftPrefix: string;
	/** The parts whose fields are on the page, and take care of their own. */
	written: readonly RapportPart[];
}

interface Leftover {
	key: string;
	part: RapportPart;
	at: string;
	texts: Texts;
}

/**
 * What the reader wrote in this browser and could not save before the part became klar or the report another edition: shown,
 * so that it can be used, until they take it away.
 */
export function LeftoverDrafts({ draftPrefix, written }: LeftoverDraftsProps) {
	const [leftovers, setLeftovers] = useState<Leftover[]>([]);
	const parts = written.join();
	useEffect(() => setLeftovers(findLeftovers(draftPrefix, parts.split(","))), [draftPrefix, parts]);
	if (leftovers.length === 0) return null;

	function clear() {
		for (const { key } of leftovers) clearLocalDraft(key);
		setLeftovers([]);
	}

	return (
		<Alert tone="warning" title="Du har text i den här webbläsaren som inte är sparad i rapporten">
			<p>Den hann inte sparas medan delen kunde ändras.</p>
			<Disclosure summary="Visa texten">
				{leftovers.map(({ key, part, at, texts }) => (
					<section key={key} className="rapport-leftover">
						<p className="text-conflict__who">
							{RAPPORT_PART_NAME[part]}s del, skriven {formatInstant(at)}
						</p>
						{(Object.entries(texts) as [RapportTextField, string][]).map(
							([name, text]) =>
								text && (
									<div key={name}>
										<p className="text-editor__print-label">{RAPPORT_TEXT_LABEL[name]}</p>
										<Paragraphs text={text} />
									</div>
								),
						)}
					</section>
				))}
				<Button type="button" variant="secondary" onClick={clear}>
					Ta bort texten ur webbläsaren
				</Button>
			</Disclosure>
		</Alert>
	);
}

function findLeftovers(draftPrefix: string, written: readonly string[]): Leftover[] {
	const [kommun, dokument, period, , person] = draftPrefix.split(":");
	return findAllLocalDrafts<{ texts: Texts }>(`${kommun}:${dokument}:${period}:`).flatMap(({ key, draft }) => {
		const [, , , , writer, part = ""] = key.split(":");
		const isWritten = key.startsWith(`${draftPrefix}:`) && written.includes(part);
		if (writer !== person || isWritten || !(part in RAPPORT_PART_NAME)) return [];
		return [{ key, part: part as RapportPart, at: draft.at, texts: draft.value.texts }];
	});
}
