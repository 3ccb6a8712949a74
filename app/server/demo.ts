/**
 * `npm run demo`: the five real documents with example data, on this computer only, no accounts needed.
 * `npm run dev` is the same with `--dev`: source files are served as they are and pages change as they are saved.
 */
import type { RequestHandler } from "express";
import { formatDate } from "#app/domain/format.ts";
import { listen } from "./listen.ts";
import { orExit } from "./orExit.ts";
import { type AppBuild, CLIENT_DIRECTORY, loadBuild } from "./remixBuild.ts";
import { readSettings, startFault } from "./settings.ts";
import { builtFiles, createWebApp } from "./webApp.ts";

const isDev = process.argv.includes("--dev");
process.env.NODE_ENV = isDev ? "development" : "production";

await orExit(async () => {
	const settings = readSettings(process.env, "demo");
	const { prepareDemoDatabase } = await import("./demoDatabase.ts");
	const isWhole = await prepareDemoDatabase(settings);
	const { build, files, stop } = isDev ? await startVite() : await takeBuilt();
	const { boot, shutdown } = (await build()).entry.module;
	await boot(settings).catch((cause) => {
		throw startFault(settings.databasePath, cause);
	});
	const app = createWebApp({ settings, build, files, isDev });
	const address = await listen(app, {
		...settings,
		onStop: async () => {
			await stop();
			await shutdown();
		},
	});
	console.log(
		[
			"",
			`  Löfteskoll, demo: ${address}`,
			"",
			`  Logga in:   öppna ${address}/logga-in och välj kommun och roll.`,
			`  Klockan:    står på ${formatDate(settings.demoDate)} (DEMO_DATUM flyttar den).`,
			`  Databasen:  ${settings.databasePath}. Dokumenten är verkliga, registreringarna exempeldata.`,
			...(isWhole
				? []
				: [
						`              Den är från en tidigare version och saknar en del av exemplen. Ta bort ${settings.databasePath}* för att få dem.`,
					]),
			"  Avsluta:    Ctrl+C",
			"",
		].join("\n"),
	);
});

interface Source {
	build: () => Promise<AppBuild>;
	files: RequestHandler[];
	stop: () => Promise<void>;
}

async function takeBuilt(): Promise<Source> {
	const build = await loadBuild();
	return { build: async () => build, files: builtFiles(CLIENT_DIRECTORY), stop: async () => undefined };
}

async function startVite(): Promise<Source> {
	const { createServer } = await import("vite");
	const vite = await createServer({ server: { middlewareMode: true } });
	return {
		build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<AppBuild>,
		files: [vite.middlewares],
		stop: () => vite.close(),
	};
}
