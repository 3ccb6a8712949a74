import { afterEach, beforeEach, expect, vi } from "vitest";

/** What a test says on console.error is a fault that nobody looked at (React's warnings among them), so it fails. */
beforeEach(() => {
	vi.spyOn(console, "error");
});

afterEach(() => {
	const said = vi.mocked(console.error).mock.calls.map((call) => call.map(String).join(" "));
	vi.mocked(console.error).mockRestore();
	expect(said, "console.error was called").toEqual([]);
});
