import { SettingsFault } from "./settings.ts";

/** Runs a command; what goes wrong is told in one line each, without a stack, and the exit code is 1. */
export async function orExit(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		if (error instanceof SettingsFault) {
			console.error("Inställningarna i miljön behöver rättas:");
			for (const fault of error.faults) console.error(`  ${fault}`);
		} else console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	}
}
