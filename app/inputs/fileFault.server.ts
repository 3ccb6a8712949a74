import { Fault } from "#app/domain/fault.ts";

/** Why a file is not read, in words that say what to do instead. */
export function fileFault(why: string): Fault {
	return new Fault("invalid", `Fil: ${why}`, "file");
}

/** A file that is cut off, damaged, or not what it says. */
export function brokenFile(format: string): Fault {
	return fileFault(
		`den går inte att läsa som ${format}. Den kan vara skadad. Öppna den och klistra in texten i stället.`,
	);
}

/** A file that only its password opens. */
export function protectedFile(): Fault {
	return fileFault("den är skyddad med lösenord. Ta bort lösenordet, eller öppna den och klistra in texten i stället.");
}

/** A file that is small, but says more than a löfte text ever does when it is unpacked. */
export function oversizedFile(): Fault {
	return fileFault("den är för stor när den packas upp. Öppna den och klistra in texten i stället.");
}

/** A file with more text than is read. */
export function tooMuchText(): Fault {
	return fileFault("texten är längre än 1 MB. Klistra in bara den del som är löftena.");
}

/** A file that took more time than there is. */
export function slowFile(): Fault {
	return fileFault("den tar för lång tid att läsa. Öppna den och klistra in texten i stället.");
}
