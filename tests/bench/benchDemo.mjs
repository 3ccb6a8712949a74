/** The built demo with a database of its own, for a benchmark: it ends with the process. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @returns {Promise<{ origin: string, signIn: (kommun: string) => Promise<string> }>} `signIn` gives a samordnare's cookie */
export async function startBenchDemo() {
	const folder = mkdtempSync(join(tmpdir(), "lofteskoll-bench-"));
	const server = spawn(process.execPath, ["build/node/demo.js"], {
		env: { ...process.env, PORT: "0", DATABASE_PATH: join(folder, "demo.sqlite") },
		stdio: ["ignore", "pipe", "inherit"],
	});
	process.once("exit", () => {
		server.kill();
		rmSync(folder, { recursive: true, force: true });
	});
	const origin = await new Promise((resolve) => {
		server.stdout.on("data", (chunk) => {
			const address = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk));
			if (address) resolve(address[0]);
		});
	});
	return {
		origin,
		signIn: async (kommun) => {
			const answer = await fetch(`${origin}/demo/logga-in`, {
				method: "POST",
				redirect: "manual",
				headers: { Origin: origin },
				body: new URLSearchParams({ kommun, roll: "samordnare" }),
			});
			return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
		},
	};
}
