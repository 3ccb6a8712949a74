import type { Reporter, TestModule } from "vitest/node";

/** Ends the run with one line that a machine can read: `N passed, N failed`. A file that could not run counts as failed. */
export default class SummaryReporter implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
		const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
		const count = (wanted: string) => states.filter((state) => state === wanted).length;
		const broken = modules.filter((module) => module.errors().length > 0).length;
		console.log(`\n${count("passed")} passed, ${count("failed") + broken + unhandledErrors.length} failed`);
	}
}
