/** What an error page says when the refusal itself says no more. */
export interface ErrorText {
	title: string;
	advice: string;
}

const BROKEN: ErrorText = {
	title: "Något gick fel hos oss",
	advice: "Det du skrev kan ha gått förlorat. Vänta en stund och försök igen.",
};
const UNREADABLE: ErrorText = {
	title: "Begäran gick inte att läsa",
	advice: "Gå tillbaka, ladda om sidan och försök igen.",
};
const ERROR_PAGES: Record<number, ErrorText> = {
	401: { title: "Du är inte inloggad längre", advice: "Logga in i en ny flik och försök igen." },
	403: { title: "Du har inte tillgång hit", advice: "Be administratören i din kommun om den roll du behöver." },
	404: { title: "Sidan finns inte", advice: "Adressen kan vara felskriven, eller så har sidan flyttats." },
	413: { title: "Det du skickade är för stort", advice: "Gå tillbaka, korta ner det och skicka igen." },
};

/** The heading and the advice for an HTTP status; the same on error pages and where a file was asked for. */
export function errorTextFor(status: number): ErrorText {
	return ERROR_PAGES[status] ?? (status < 500 ? UNREADABLE : BROKEN);
}
