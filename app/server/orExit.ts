import { SettingsFault } from "./settings.ts";

/** Runs the work; what goes wrong ends the process. */
export async function orExit(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		exitWith(error);
	}
}

/** Tells what went wrong in one line each, without a stack, and ends the process with code 1. */
export function exitWith(error: unknown): never {
	if (error instanceof SettingsFault) {
		console.error("Inställningarna i miljön behöver rättas:");
		for (const fault of error.faults) console.error(`  ${fault}`);
	} else console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
