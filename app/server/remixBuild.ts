import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type * as entry from "#app/entry.server.tsx";

/** The Remix app with what our own entry.server exports besides. It owns the database connection. */
export interface AppBuild extends ServerBuild {
	entry: { module: typeof entry };
}

/** The commands lie in build/node, beside what `remix vite:build` makes. */
const BUILD = join(import.meta.dirname, "..");

export const CLIENT_DIRECTORY = join(BUILD, "client");

/** Loaded when asked for, so that NODE_ENV is set before React reads it. */
export function loadBuild(): Promise<AppBuild> {
	return import(pathToFileURL(join(BUILD, "server/index.js")).href);
}
