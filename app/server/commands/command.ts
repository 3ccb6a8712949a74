/** What was given after `--`, by name. */
export type Values = Record<string, string | undefined>;

/** What was given without a value (`--prova`). */
export type Flags = ReadonlySet<string>;

/** A command of `npm run -s lofteskoll`. What goes wrong is thrown, with a message in Swedish. */
export type ServerCommand = (values: Values, positionals: string[], flags: Flags) => Promise<void>;

/** The command was not written as the help says: exit code 2, and the help. */
export class UsageFault extends Error {
	constructor(message: string) {
		super(message);
		this.name = "UsageFault";
	}
}
