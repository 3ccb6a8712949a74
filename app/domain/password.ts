/** Length is what makes a password strong; kinds of characters are not asked for (as NIST SP 800-63B). */
export const SHORTEST_PASSWORD = 12;

/** Here and not with the schema, so that a page that only shows it does not carry zod. */
export const PASSWORD_HINT = `Minst ${SHORTEST_PASSWORD} tecken. Några ord efter varandra är lätta att minnas och svåra att gissa.`;
