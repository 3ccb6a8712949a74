export const NO_IMPORT_FILE = "Fil: välj den fil med aktiviteter som ska importeras.";
export const IMPORT_FILE_TOO_LARGE = "Fil: den är större än 5 MB. Dela upp den i flera filer och välj en i taget.";
export const READING_LOST = "Fil: läsningen avbröts, och inget är sparat. Välj filen igen.";
