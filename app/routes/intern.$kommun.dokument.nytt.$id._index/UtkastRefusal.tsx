import { useActionData } from "@remix-run/react";
import { type FormRefusal, refusalIn } from "#app/domain/formRefusal.ts";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import type { AktivitetCardView, FragaCard, MergeCard } from "./reviewView.ts";

/** What the page has forms for. */
interface OnPage {
	factsFragor: readonly FragaCard[];
	aktiviteter: readonly AktivitetCardView[];
	leftOut: readonly { key: string }[];
	loften: readonly { key: string }[];
	merges: readonly MergeCard[];
}

const TYPED = [
	{ field: "answer", label: "Svar" },
	{ field: "minimum", label: "Minsta antal" },
	{ field: "names", label: "Nya platser" },
	{ field: "otherParts", label: "Annan part" },
	{ field: "inForceFrom", label: "Gäller från" },
	{ field: "inForceTo", label: "Gäller till" },
	{ field: "signedOn", label: "Undertecknat" },
] as const;

/**
 * What the server said of a form that has left the page, because somebody else answered or changed the same thing in between:
 * the words that were typed are given back to be copied. A form that is still there tells it itself.
 */
export function UtkastRefusal({ onPage }: { onPage: OnPage }) {
	const refusal = refusalIn(useActionData());
	if (!refusal || hasForm(refusal.values, onPage)) return null;
	const typed = TYPED.flatMap(({ field, label }) => {
		const text = refusal.values[field]?.[0]?.trim();
		return text ? [`${label}: ”${text}”.`] : [];
	});
	return (
		<div className="absent-form">
			<ErrorSummary errors={refusal.errors.map(({ message }) => ({ fieldId: null, message }))} answer={refusal} />
			{typed.length > 0 && <p className="absent-form__typed">Det du skrev är inte sparat. {typed.join(" ")}</p>}
		</div>
	);
}

/** Whether the form that posted these values stands on the page. */
function hasForm(
	values: FormRefusal["values"],
	{ factsFragor, aktiviteter, leftOut, loften, merges }: OnPage,
): boolean {
	const value = (name: string) => values[name]?.[0];
	const fraga = [...factsFragor, ...aktiviteter.flatMap(({ fragor }) => fragor)].find(
		({ key }) => key === value("fragaKey"),
	);
	switch (value("intent")) {
		case "answerFraga":
			return fraga?.answer === null && (value("how") !== "choice" || Number(value("choice")) < fraga.choices.length);
		case "strikeFraga":
			return fraga?.answer === null;
		case "reopenFraga":
			return fraga !== undefined && fraga.answer !== null;
		case "leaveOutAktivitet":
			return aktiviteter.some(({ key }) => key === value("aktivitetKey"));
		case "takeInAktivitet":
			return leftOut.some(({ key }) => key === value("aktivitetKey"));
		case "removeLofte":
			return loften.some(({ key }) => key === value("lofteKey"));
		case "mergeAktiviteter":
		case "keepApart":
			return merges.some((pair) => pair.keepKey === value("keepKey") && pair.mergeKey === value("mergeKey"));
		case "changeFacts":
		case "addPassage":
		case "putInForce":
		case "discardDokumentutkast":
			return true;
		default:
			return false;
	}
}
