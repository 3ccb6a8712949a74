/**
 * Runs before every npm command, on a fresh clone too, so it may import nothing but Node itself: installs what the lock
 * file says, sees to it that the database driver loads, and with `--build` builds what has changed.
 * What has been done is stamped inside node_modules/ and build/, so that the second time takes a moment.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const OLDEST_NODE = [20, 19];
const INSTALLED_STAMP = "node_modules/.lofteskoll-installed";
const BUILT_STAMP = "build/.lofteskoll-built";
const BUILT_FROM = ["app", "db", "seeds", "vite.config.ts", "tsconfig.json", "package.json", "package-lock.json"];
const isQuiet = process.argv.includes("--quiet");

process.chdir(ROOT);
requireNode();
install();
mendDatabaseDriver();
if (process.argv.includes("--build")) build();

function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
	const [oldestMajor, oldestMinor] = OLDEST_NODE;
	if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
	console.error(`Löfteskoll kräver Node ${OLDEST_NODE.join(".")} eller senare. Här körs ${process.version}.`);
	process.exit(1);
}

function install() {
	const wanted =
		hashOf(["package.json", "package-lock.json"]) + process.versions.modules + process.platform + process.arch;
	if (readIfThere(INSTALLED_STAMP) === wanted) return;
	if (!matchesLock()) {
		say("installerar paketen i package-lock.json (första gången ungefär en minut)");
		npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
	}
	writeFileSync(INSTALLED_STAMP, wanted);
}

/** Whether somebody has already installed exactly what the lock file says; npm writes down what it installed. */
function matchesLock() {
	const installed = JSON.parse(readIfThere("node_modules/.package-lock.json") ?? "{}").packages;
	if (!installed) return false;
	const locked = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
	return Object.entries(locked).every(([path, { version, optional }]) => {
		if (path === "") return true;
		return installed[path] ? installed[path].version === version : optional === true;
	});
}

/** better-sqlite3 is compiled for one version of Node; another one needs it compiled anew. */
function mendDatabaseDriver() {
	try {
		const Database = createRequire(join(ROOT, "package.json"))("better-sqlite3");
		new Database(":memory:").close();
	} catch {
		say("bygger databasdrivrutinen för den här versionen av Node");
		npm(["rebuild", "better-sqlite3"]);
	}
}

function build() {
	const wanted = hashOf(BUILT_FROM.flatMap(filesIn));
	if (readIfThere(BUILT_STAMP) === wanted) return;
	say("bygger");
	npm(["run", "build", "--silent"], { isOutputHidden: isQuiet });
	mkdirSync(dirname(BUILT_STAMP), { recursive: true });
	writeFileSync(BUILT_STAMP, wanted);
}

/** The same npm as the caller's. Its output goes where messages go, since a command's own output may be piped. */
function npm(args, { isOutputHidden = false } = {}) {
	const cli = process.env.npm_execpath?.endsWith(".js") ? process.env.npm_execpath : undefined;
	const [command, ...first] = cli ? [process.execPath, cli] : ["npm"];
	const { status } = spawnSync(command, [...first, ...args], {
		stdio: ["ignore", isOutputHidden ? "ignore" : 2, "inherit"],
		env: { ...process.env, ...headersOfThisNode() },
		shell: !cli && process.platform === "win32",
	});
	if (status === 0) return;
	console.error(`npm ${args.join(" ")} misslyckades.`);
	process.exit(status ?? 1);
}

/** Compiling needs Node's headers: those that came with the running Node, where they did, save a download. */
function headersOfThisNode() {
	const prefix = dirname(dirname(process.execPath));
	return existsSync(join(prefix, "include/node/node.h")) ? { npm_config_nodedir: prefix } : {};
}

function filesIn(path) {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesIn(join(path, name)));
}

function hashOf(files) {
	const hash = createHash("sha256");
	for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
	return hash.digest("hex");
}

function readIfThere(path) {
	return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function say(text) {
	console.error(`[förbereder] ${text} …`);
}
