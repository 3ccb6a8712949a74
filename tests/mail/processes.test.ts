import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addHours } from "#app/domain/dates.ts";
import { MONDAY, makePostScene, type PostScene } from "./postScene.ts";

/** Letters sent by real processes, several at once, and by one that is killed as a power cut does it. */
const folder = mkdtempSync(join(tmpdir(), "lofteskoll-process-"));
const children: ChildProcess[] = [];

beforeAll(async () => {
	symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
	await build({
		configFile: false,
		logLevel: "error",
		publicDir: false,
		build: {
			ssr: fileURLToPath(new URL("./letterProcess.ts", import.meta.url)),
			target: "node20",
			outDir: folder,
			emptyOutDir: false,
			rollupOptions: { external: [...builtinModules], output: { entryFileNames: "[name].mjs" } },
		},
	});
}, 60_000);

afterAll(() => {
	for (const child of children) child.kill("SIGKILL");
	rmSync(folder, { recursive: true, force: true });
});

function startProcess(
	{ databasePath, post }: PostScene,
	now = MONDAY,
): { child: ChildProcess; ended: Promise<string> } {
	const args = [join(folder, "letterProcess.mjs"), databasePath, String(post.settings.port), now];
	const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "pipe"] });
	children.push(child);
	let said = "";
	child.stderr?.on("data", (chunk) => {
		said += chunk;
	});
	return { child, ended: new Promise((resolve) => child.once("close", () => resolve(said))) };
}

const receiversIn = ({ post }: PostScene) => post.taken.flatMap(({ to }) => to).sort();

test("four processes that begin at once write and send each letter once", async () => {
	const scene = await makePostScene();
	const said = await Promise.all([1, 2, 3, 4].map(() => startProcess(scene).ended));
	expect(said).toEqual(["", "", "", ""]);
	expect(receiversIn(scene)).toEqual(["kommunpolis@savsjo.example", "samordnare@savsjo.example"]);
	expect((await scene.findOutbox()).map(({ state }) => state)).toEqual(["skickat", "skickat"]);
}, 60_000);

test("a process killed while the server has its letter: that letter is not sent again, the others arrive", async () => {
	const scene = await makePostScene();
	const { child, ended } = startProcess(scene);
	const isHandedOver = new Promise<void>((begun) => {
		scene.post.answerMessage = () => {
			begun();
			return new Promise(() => undefined);
		};
	});
	await isHandedOver;
	child.kill("SIGKILL");
	await ended;
	scene.post.answerMessage = () => undefined;
	expect((await scene.findOutbox()).map(({ state }) => state)).toEqual(["skickas", "vantar"]);
	await startProcess(scene, addHours(MONDAY, 1 / 60)).ended;
	expect(await startProcess(scene, addHours(MONDAY, 1)).ended).toContain("1 brev avbröts på vägen");
	await startProcess(scene, addHours(MONDAY, 20)).ended;
	expect(receiversIn(scene)).toEqual(["samordnare@savsjo.example"]);
	expect((await scene.findOutbox()).map(({ state }) => state)).toEqual(["osakert", "skickat"]);
}, 60_000);
