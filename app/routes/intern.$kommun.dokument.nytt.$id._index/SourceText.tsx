import { Form } from "@remix-run/react";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "#app/ui/Button.tsx";
import { goTo } from "./goTo.ts";
import type { TextPiece } from "./markText.ts";

interface SourceTextProps {
	pieces: readonly TextPiece[];
	version: number;
}

interface Selected {
	quotation: string;
	from: number;
	to: number;
}

/**
 * The signed text, word for word, with what was found marked and numbered as the cards. With JavaScript words that are
 * selected in it can be added as an aktivitet or a löfte.
 */
export function SourceText({ pieces, version }: SourceTextProps) {
	const text = useRef<HTMLDivElement>(null);
	const { selected, clear } = useSelectedWords(text);
	return (
		<details className="disclosure utkast-text" open>
			<summary>Hela texten</summary>
			<p className="utkast-text__legend">
				<mark data-kind="aktivitet">aktivitet</mark> <mark data-kind="lofte">löfte</mark>{" "}
				<mark data-kind="fact">om dokumentet</mark> <mark data-kind="fraga">oklart</mark>
			</p>
			<section
				className="utkast-text__frame"
				aria-label="Texten med det som hittats"
				data-scrolls
				// biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region is focusable (WCAG 2.1.1)
				tabIndex={0}
			>
				<div ref={text} className="utkast-text__words">
					{pieces.map((piece, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: stretches of a text that never changes its order
						<Piece key={index} piece={piece} />
					))}
				</div>
			</section>
			<div className="utkast-text__tools" role="status">
				{selected && (
					<>
						<p className="utkast-text__selected">”{selected.quotation}”</p>
						{(["aktivitet", "lofte"] as const).map((kind) => (
							<Form key={kind} method="post" preventScrollReset onSubmit={clear}>
								<input type="hidden" name="intent" value="addPassage" />
								<input type="hidden" name="version" value={version} />
								<input type="hidden" name="kind" value={kind} />
								<input type="hidden" name="quotation" value={selected.quotation} />
								<input type="hidden" name="from" value={selected.from} />
								<input type="hidden" name="to" value={selected.to} />
								<Button variant={kind === "aktivitet" ? "primary" : "secondary"}>
									{kind === "aktivitet" ? "Lägg till som aktivitet" : "Lägg till som löfte"}
								</Button>
							</Form>
						))}
					</>
				)}
			</div>
		</details>
	);
}

function Piece({ piece: { text, kinds, begins } }: { piece: TextPiece }) {
	const [outer] = kinds;
	if (!outer) return text;
	const [first, ...more] = begins;
	return (
		<mark id={first?.id} data-kind={outer} data-inner={kinds.slice(1).join(" ") || undefined}>
			{[...(first ? [first] : []), ...more].map((link, index) => (
				<a
					key={link.id}
					id={index > 0 ? link.id : undefined}
					href={link.href}
					onClick={goTo}
					className="utkast-text__label"
					aria-label={link.name}
					data-label={link.kind}
				>
					{link.label}
				</a>
			))}
			{text}
		</mark>
	);
}

/** What is selected within the text, with where it stands; the labels of the marks are not counted, they are not in it. */
function useSelectedWords(text: RefObject<HTMLElement>) {
	const [selected, setSelected] = useState<Selected | null>(null);
	useEffect(() => {
		const read = () => {
			const selection = document.getSelection();
			const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
			if (!range || !text.current) return;
			// Pressing one of the buttons may take the selection away; only another place in the text is a new choice.
			if (range.collapsed && !text.current.contains(range.startContainer)) return;
			setSelected(text.current.contains(range.commonAncestorContainer) ? wordsIn(range, text.current) : null);
		};
		document.addEventListener("selectionchange", read);
		return () => document.removeEventListener("selectionchange", read);
	}, [text]);
	const clear = useCallback(() => setSelected(null), []);
	return { selected, clear };
}

function wordsIn(range: Range, text: HTMLElement): Selected | null {
	const before = document.createRange();
	before.setStart(text, 0);
	before.setEnd(range.startContainer, range.startOffset);
	const words = wordsOf(range);
	const quotation = words.trim();
	if (!/\p{L}/u.test(quotation)) return null;
	const from = wordsOf(before).length + words.length - words.trimStart().length;
	return { quotation, from, to: from + quotation.length };
}

function wordsOf(range: Range): string {
	const part = range.cloneContents();
	for (const label of part.querySelectorAll("[data-label]")) label.remove();
	return part.textContent ?? "";
}
