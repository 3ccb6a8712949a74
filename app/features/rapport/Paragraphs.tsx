import "./rapport.css";

/** What somebody wrote, with their own line breaks; `empty` where there is nothing. */
export function Paragraphs({ text, empty }: { text: string; empty?: string }) {
	if (text === "") return empty ? <p className="muted">{empty}</p> : null;
	return <p className="rapport-written">{text}</p>;
}
