/** `npm start`: production. Settings come from the environment; see settings.ts. */
import { listen } from "./listen.ts";
import { orExit } from "./orExit.ts";
import { CLIENT_DIRECTORY, loadBuild } from "./remixBuild.ts";
import { readSettings, startFault } from "./settings.ts";
import { builtFiles, createWebApp } from "./webApp.ts";

process.env.NODE_ENV = "production";

await orExit(async () => {
	const settings = readSettings(process.env, "production");
	const build = await loadBuild();
	await build.entry.module.boot(settings).catch((cause) => {
		throw startFault(settings.databasePath, cause);
	});
	const app = createWebApp({ settings, build, files: builtFiles(CLIENT_DIRECTORY), isDev: false });
	const address = await listen(app, { ...settings, onStop: build.entry.module.shutdown });
	console.log(`Löfteskoll svarar på ${address} och nås på ${settings.origin}`);
	const { mail } = settings;
	console.log(`Påminnelser via e-post: ${mail ? `på, genom ${mail.host}:${mail.port}` : "avstängda (SMTP_URL)"}`);
});
