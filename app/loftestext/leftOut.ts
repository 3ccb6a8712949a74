/** What stands around a text and is no part of it. All patterns are tried on folded text: small letters, å and ä as a, ö as o. */

/** The lines that a web page puts around its text, whole lines only. */
const PAGE_LINES: readonly RegExp[] = [
	/^https?:\/\/\S+$/,
	/^www\.\S+$/,
	/^(sok( pa .{0,40})?|meny|huvudmeny|undermeny|innehall|till innehall.{0,30}|hoppa (till|over) .{0,40}|ga (direkt )?till .{0,40})$/,
	/^(till toppen|upp|tillbaka( till .{0,40})?|start(sida)?|hem|startsida .{0,60}|skriv ut( sidan)?|lyssna( pa .{0,30})?|lattlast|in english|english|other languages|kontakta oss|kontakt|dokument|dela( sidan| artikeln| pa .{0,40})?:?|tipsa|folj oss.{0,40}|facebook|twitter|linkedin|instagram|e-post|x|pdf)$/,
	/^dela( den har)?( sidan| artikeln)?:?( (pa )?(facebook|twitter|linkedin|x|e-post|mejl|mail|och|,|\|))*$/,
	/^(publicerad|publicerat|uppdaterad|uppdaterat|andrad|granskad|senast (andrad|uppdaterad|granskad|publicerad)|sidan (senast )?(uppdaterad|andrad|granskad)|sidansvarig|innehallsansvarig|skriven|text|foto|bild|fotograf|av|reporter)( av)?: .{0,80}$/,
	/^(text|foto|skriven|publicerad|granskad) av .{0,80}$/,
	/^(publicerad|uppdaterad|andrad|granskad)\b.{0,80}\d/,
	/^(nyhet|nyheter|artikel|pressmeddelande|aktuellt|pressmeddelanden)\b.{0,40}\d{4}.{0,20}$/,
	/^java ?script (ar|maste|kravs).*$/,
	/^.{0,80}\b(kakor|cookies)\b.*$/,
	/^(godkann( alla)?|acceptera( alla)?|avvisa( alla)?|neka( alla)?|installningar|stang|oppna|visa (mer|fler|alla)|las mer( om .{0,80})?|mer information|laddar|ladda ner.{0,60})$/,
	/^(112|114 ?14|11414|1177|113 13)\b.{0,60}$/,
	/^(telefon|tel|e-post|epost|mejl|mail|adress|besoksadress|postadress|oppettider|fax|org\.?nr|organisationsnummer)\s*:.{0,120}$/,
	/^du ar har\b.{0,120}$/,
	/^[\w.+-]{1,60}@[\w.-]{1,60}$/,
	/^.{1,60}( \/ | > | » | › ).{0,80}( \/ | > | » | › ).{1,80}$/,
	/^har (kan du|hittar du|finns)\b.{0,160}$/,
	/^[-=_*~. ]{3,}$/,
	/^[^\p{L}\d]+$/u,
	/^(sida|sidan|page) \d{1,3}\b.{0,20}$/,
	/^diarienummer\b.{0,80}$|^dnr\b.{0,80}$/,
	/^bild(text)?( pa)?:? .{0,200}$/,
];

/** The number of a page, alone on its line. */
const PAGE_NUMBER = /^(-? ?\d{1,3} ?-?|(sida |sid |s\. ?)?\d{1,3} ?(\(|av |\/) ?\d{1,3}\)?|sida \d{1,3})$/;

/** A line may be much longer than what any of these patterns is about. */
const LONGEST_PAGE_LINE = 300;

const SMALL_LETTER = /\p{Ll}/u;
const ADDRESS = /^(https?:|www\.|[\w.+-]{1,60}@)/;

/** A bullet may be hidden by the mark alone; such a line is no decoration. */
const LONE_MARKER = /^[•·●▪■□◦‣⁃∙○►▶➢➤✓✔❖\uf0a7\uf0b7\uf0d8*-]$/;

export function isPageNumber(folded: string): boolean {
	return folded.length <= 16 && PAGE_NUMBER.test(folded);
}

/**
 * Navigation, sharing, cookies, bylines, dates of publishing, how to get in touch.
 *
 * @param folded a whole line
 * @param first its first character, as it is written
 */
export function isLeftOutLine(folded: string, first: string): boolean {
	// A small letter continues the line before: nothing that stands around a text begins so, but an address.
	if (SMALL_LETTER.test(first) && !ADDRESS.test(folded)) return false;
	if (folded.length > LONGEST_PAGE_LINE || LONE_MARKER.test(folded)) return false;
	return PAGE_LINES.some((pattern) => pattern.test(folded));
}

/** What somebody said to a reporter: "– Det känns bra, säger …". */
const SPEECH: readonly RegExp[] = [
	/\b(sager|sade|berattar|menar|forklarar|konstaterar|tycker|framhaller|understryker|poangterar|avslutar)\b/,
	/^["”'»]?(jag|det (ar|har|var|kanns|blir|ska bli)|vi (ar|har|tycker|ser fram|vill|kanner|behover)|for (mig|oss) )\b/,
	/\b(jag|mig|oss)\b.{0,80}\b(tycker|glad|glada|kanns|viktigt)\b/,
];

export function isSpeech(folded: string): boolean {
	const beginning = folded.slice(0, 600);
	return SPEECH.some((pattern) => pattern.test(beginning));
}

/** Paragraphs that tell of the löfte instead of being a part of it: when it is in force, who signed, how it came about. */
const ABOUT_THE_WHOLE: readonly RegExp[] = [
	/\b(skrev|skrevs|skrivit|skrivs) (pa|under)\b|\b(under)?tecknas?\b|\b(under)?tecknade?s?\b|\b(under)?tecknats?\b/,
	/\b(beslutade|beslutat|beslutades|faststallde|faststalldes|faststallt|faststalls|antogs|antagits)\b/,
	/^(medborgar)?lofte(t|na|n)?\b.{0,60}\b(galler|loper|bygger|grundar|baseras|ar|har|revideras|ses over|finns|fokuserar|handlar|foljs|utvarderas|kommer att (foljas|utvarderas)|ska (foljas|utvarderas|galla)|syftar|utgar|ersatter)\b/,
	/^(av|i|enligt|utifran|under|vid|genom|ur) .{0,120}\b(framkom\w*|framgar|framgick|efterfragar|onskar|uppger|upplever|visar|visade|svarade|blivit tydligt)\b/,
	/\bhar gemensamma beroringspunkter\b|\bligger till grund\b|\butgor underlag\b/,
	/^(ett nytt|nya|nasta|dessa|detta|vara gemensamma) (medborgar)?lofte/,
	/\b(har|hade) (\p{L}{1,20} ){0,3}(tagit|tagits|genomfort|genomforts|kommit|framkommit|enats|analyserat|haft|varit|valt|formulerat|fatt)\b/u,
	/^(bilaga|kontakt|for mer information|mer information|las mer|lank|information om|vid fragor|har du fragor)\b/,
	/\b(utformar|tar fram|tas fram|formulerar|tecknar|arbetar fram)\b.{0,100}\bmedborgarlofte(n|t|na)?\b/,
	/\bmedborgarlofte(n|t|na)? (ar en|handlar om|innebar|fokuserar)\b/,
	/^(resultat\w*|arbetet|detta|dessa|aktivitet\w*|insatserna|uppfoljning\w*|utvardering\w*)\b.{0,80}\b(foljs|foljas|utvarderas|redovisas|sker|ske)\b/,
];

export function isAboutTheWhole(folded: string): boolean {
	const beginning = folded.slice(0, 600);
	return ABOUT_THE_WHOLE.some((pattern) => pattern.test(beginning));
}
