/** What a check of a report's file or code can come to. `ersatt`: genuine, but a later edition has been signed since. */
export const VERDICTS = ["akta", "ersatt", "andrad", "okand"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** In which way a file is not what was signed. */
export type AndradReason = "unreadable" | "rewritten" | "content" | "signature";
/** Why nothing can be said of a file. */
export type OkandReason = "notOurs" | "unsigned" | "unknownKey";

/** What is wrong with a file and what to do about it, in klarspråk. One wording for the page and the command. */
export const REASON_TEXT: Record<AndradReason | OkandReason, string> = {
	unreadable:
		"Filen ser ut att komma från Löfteskoll, men den är skadad eller bara en del av den. Hämta den igen där du fick den.",
	rewritten:
		"Filen är inte skriven så som den hämtades. Det räcker att ett program har öppnat och sparat den. Hämta den igen, och " +
		"kontrollera den innan du öppnar den.",
	content: "Innehållet är inte det som signerades. Lita inte på siffrorna eller texten i filen.",
	signature: "Underskriften hör inte till innehållet. Lita inte på siffrorna eller texten i filen.",
	notOurs: "Filen är ingen rapport från Löfteskoll. Välj den .json-fil som du hämtade på rapportens sida.",
	unsigned:
		"Rapporten i filen är inte signerad. Den kan ha ändrats sedan den hämtades, och det går inte att kontrollera.",
	unknownKey: "Filen är signerad med en nyckel som inte hör hit. Kontrollera den hos den som du fick den av.",
};

/** The verdict in a word or two. */
export function verdictWord(verdict: Verdict, replacedByEdition: number | null): string {
	if (verdict === "ersatt") return `Äkta, men ersatt av version ${replacedByEdition}`;
	return { akta: "Äkta", andrad: "Ändrad", okand: "Okänd" }[verdict];
}

/** What is said of a genuine file. */
export const GENUINE = "Filen är precis den som signerades. Ingenting i den har ändrats.";

/** In bytes. A report with all its figures is a tenth of it. */
export const LARGEST_REPORT_FILE = 5 * 1024 * 1024;

export const FILE_TOO_LARGE =
	"Fil: den är för stor. Välj .json-filen som du hämtade på rapportens sida. Den är alltid mindre än 5 MB.";
