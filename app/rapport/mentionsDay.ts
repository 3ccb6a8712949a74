const MONTH =
	"jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const WEEKDAY = "måndagen|tisdagen|onsdagen|torsdagen|fredagen|lördagen|söndagen";

/** A day of a month, a date in digits, a named weekday with "den", or a time of day. */
const PATTERNS = [
	new RegExp(`(?<![\\p{L}\\d])\\d{1,2}(?::?[ae])?\\s(?:${MONTH})(?![\\p{L}])`, "iu"),
	/(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)/u,
	/(?<![\d/])(?:[12]?\d|3[01])\/(?:1[0-2]|[1-9])(?![\d/])/u,
	/(?<!\p{L})(?:kl\.?|klockan)\s?\d{1,2}/iu,
	/(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)/u,
	new RegExp(`(?<!\\p{L})(?:${WEEKDAY})\\sden(?!\\p{L})`, "iu"),
];

/**
 * Whether a text seems to name a day or a time. What is published tells neither, so the one who writes is asked to look
 * again; it is never refused, since "24/7" and "1 maj-firandet" are fine.
 */
export function mentionsDay(text: string): boolean {
	return PATTERNS.some((pattern) => pattern.test(text));
}
