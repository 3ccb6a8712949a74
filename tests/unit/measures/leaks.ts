const MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december";
const WEEKDAYS = "måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag";

/** What tells a day, a week, a weekday or a month, in any of the ways in which the app writes them. */
export const DAY_OR_WEEK = new RegExp(
	[
		"\\d{4}-\\d{2}",
		"\\d{4}-(W\\d|VT|HT)",
		"\\bv\\.\\s*\\d",
		"\\d\\s*/\\s*\\d",
		`\\d{1,2} (${MONTHS})`,
		`\\b(${MONTHS})\\b`,
		`\\b(mån|tis|ons|tors|fre|lör|sön) \\d`,
		`(${WEEKDAYS})`,
		"jämn takt",
		"senast",
	].join("|"),
	"i",
);
