import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Plugin } from "vite";

const COMPRESSIBLE = /\.(js|css|svg)$/;
const SMALLEST = 1024;
const compress = promisify(brotliCompress);

/**
 * Writes a `.br` beside each of the browser's files, compressed as hard as it goes: done once when building, it costs a
 * visitor on a phone a seventh less than what can be done while they wait.
 */
export function precompress(): Plugin {
	return {
		name: "precompress",
		apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
		writeBundle: {
			sequential: true,
			order: "post",
			async handler({ dir = "build/client" }) {
				const files = await readdir(join(dir, "assets"));
				await Promise.all(
					files.filter((file) => COMPRESSIBLE.test(file)).map((file) => writeCompressed(join(dir, "assets", file))),
				);
			},
		},
	};
}

async function writeCompressed(path: string): Promise<void> {
	const bytes = await readFile(path);
	if (bytes.length < SMALLEST) return;
	const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
	await writeFile(`${path}.br`, await compress(bytes, { params }));
}
