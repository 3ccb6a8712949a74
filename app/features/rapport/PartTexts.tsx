import { RAPPORT_PART_NAME } from "#app/domain/rapport.ts";
import { RAPPORT_TEXT_LABEL, type RapportTextField } from "#app/domain/rapportText.ts";
import type { RapportAktivitet, RapportContent } from "#app/rapport/content.ts";
import { Paragraphs } from "./Paragraphs.tsx";
import type { RapportSlots } from "./slots.ts";

type TextField = Extract<RapportTextField, "kommentar" | "orsak" | "nyPlan">;

interface PartTextsProps {
	aktivitet: RapportAktivitet;
	audience: RapportContent["audience"];
	fields: readonly TextField[];
	editor?: RapportSlots["editor"];
}

/** What polisen and kommunen say of an aktivitet, each for itself and beside one another. */
export function PartTexts({ aktivitet, audience, fields, editor }: PartTextsProps) {
	const parts = aktivitet.texts.flatMap((text) => {
		const form = editor?.({ part: text.part, aktivitet });
		const written = fields.filter((field) => text[field] !== "");
		const asked = audience === "intern" && aktivitet.responsible.includes(text.part);
		const missing = asked ? fields.filter((field) => text[field] === "" && isAskedFor(field, aktivitet)) : [];
		if (!form && written.length === 0 && missing.length === 0) return [];
		return [{ text, form, written, missing }];
	});
	if (parts.length === 0) return null;
	return (
		<div className="rapport-parts">
			{parts.map(({ text, form, written, missing }) => (
				<div key={text.part} className="rapport-part">
					<h4 className="rapport-part-name">{RAPPORT_PART_NAME[text.part]}</h4>
					{form ?? (
						<>
							{written.map((field) => (
								<div key={field} className="rapport-text">
									<h5>{RAPPORT_TEXT_LABEL[field]}</h5>
									<Paragraphs text={text[field]} />
								</div>
							))}
							{missing.length > 0 && (
								<p className="muted">
									{missing.map((field) => `${RAPPORT_TEXT_LABEL[field]} är inte skriven.`).join(" ")}
								</p>
							)}
						</>
					)}
				</div>
			))}
		</div>
	);
}

/** A comment is always welcome; a cause and a new plan belong to what deviates. */
function isAskedFor(field: TextField, aktivitet: RapportAktivitet): boolean {
	return field !== "kommentar" && aktivitet.isDeviation;
}
