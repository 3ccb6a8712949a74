import { builtinModules } from "node:module";
import { vitePlugin as remix } from "@remix-run/dev";
import type { PluginOption } from "vite";
import { defineConfig } from "vitest/config";
import { precompress } from "./app/server/precompress.ts";

/** Loader data keeps its types on the way to the page. */
declare module "@remix-run/node" {
	interface Future {
		v3_singleFetch: true;
	}
}

/**
 * Three uses of one file: `remix vite:build` makes the web app (build/client, build/server), `vite build --mode node`
 * makes the commands that run it (build/node), and vitest runs the tests.
 */
export default defineConfig(({ mode }) => {
	const isForNode = mode === "node";
	const isForTests = process.env.VITEST !== undefined;
	return {
		// What is served as it is. Set here, since the folder is part of the app.
		publicDir: isForNode ? false : "app/public",
		plugins: isForNode || isForTests ? [] : [remixApp(), precompress()],
		build: isForNode ? nodeCommands() : { target: "es2022" },
		server: { host: "127.0.0.1" },
		// Found in routes before Remix has taken their server part out; it has a browser variant that is not installed.
		optimizeDeps: { exclude: ["@node-rs/argon2"] },
		test: {
			setupFiles: ["tests/setup.ts"],
			reporters: process.env.CI ? ["default", "./tests/reporter.ts"] : ["default"],
			pool: "forks" as const,
			maxWorkers: 2,
			projects: [
				{
					extends: true as const,
					test: {
						name: "node",
						include: ["tests/**/*.test.{ts,tsx}"],
						exclude: ["tests/browser/**"],
						// Files share what they import: loading it anew for each took as long as half of the tests.
						isolate: false,
						testTimeout: 15_000,
						hookTimeout: 30_000,
					},
				},
				{
					extends: true as const,
					test: {
						name: "browser",
						include: ["tests/browser/**/*.test.ts"],
						// One browser and one server at a time is what two cores have room for.
						fileParallelism: false,
						testTimeout: 90_000,
						hookTimeout: 120_000,
					},
				},
			],
		},
	};
});

/** The plugin's own type comes from Remix's range of Vite versions, hence the cast. */
function remixApp(): PluginOption {
	return remix({
		appDirectory: "app",
		future: {
			v3_fetcherPersist: true,
			v3_relativeSplatPath: true,
			v3_throwAbortReason: true,
			v3_singleFetch: true,
			v3_lazyRouteDiscovery: true,
			v3_routeConfig: true,
		},
	}) as PluginOption;
}

/** Packages stay outside the bundles and are loaded from node_modules. */
function nodeCommands() {
	return {
		ssr: true,
		target: "node20",
		outDir: "build/node",
		emptyOutDir: true,
		rollupOptions: {
			input: {
				serve: "app/server/serve.ts",
				demo: "app/server/demo.ts",
				lofteskoll: "app/server/lofteskoll.ts",
			},
			// All in one folder: the commands find the rest of the build from where they lie.
			output: { chunkFileNames: "[name]-[hash].js" },
			external: [...builtinModules, /^node:/, /^vite$/],
		},
	};
}
