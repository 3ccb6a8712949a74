import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface DemoServer {
	origin: string;
	stop(): Promise<void>;
}

/** The real demo as `npm run demo` starts it, on a free port with a database of its own. */
export async function startDemoServer(): Promise<DemoServer> {
	const folder = mkdtempSync(join(tmpdir(), "lofteskoll-"));
	const server = spawn(process.execPath, ["build/node/demo.js"], {
		env: { ...process.env, PORT: "0", DATABASE_PATH: join(folder, "demo.sqlite"), DEMO_DATUM: "2018-10-15" },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const origin = await findOrigin(server);
	return {
		origin,
		stop: async () => {
			const ended = new Promise((resolve) => server.once("exit", resolve));
			server.kill("SIGTERM");
			await ended;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

function findOrigin(server: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let output = "";
		const read = (chunk: Buffer) => {
			output += String(chunk);
			const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
			if (address) resolve(address[0]);
		};
		server.stdout?.on("data", read);
		server.stderr?.on("data", read);
		server.once("exit", (code) => reject(new Error(`the demo stopped with ${code}: ${output}`)));
	});
}
