import "./moteForms.css";

/**
 * Beside words that were refused because somebody else saved in between: what stands there now, so that the two can be
 * brought together.
 */
export function SavedNow({ typed, saved }: { typed: string; saved: string }) {
	if (saved === "" || sameWords(typed) === sameWords(saved)) return null;
	return (
		<p className="mote-saved-now">
			<strong>Sparat nu:</strong> {saved}
		</p>
	);
}

/** As a browser sends a text, and as it is kept. */
function sameWords(text: string): string {
	return text.replaceAll("\r\n", "\n").trim();
}
