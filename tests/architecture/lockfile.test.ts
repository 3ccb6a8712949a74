import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface LockedPackage {
	version?: string;
	optionalDependencies?: Record<string, string>;
}

const { packages }: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync("package-lock.json", "utf8"));

/** npm writes a lock without them where the registry lacks a platform's package, and `npm ci` then refuses that lock. */
test("the lock file holds every platform package that a package asks for", () => {
	const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies)
			.filter((name) => !isFoundFrom(path, name))
			.map((name) => `${name}, wanted by ${path || "the project"}`),
	);
	expect(Object.keys(packages).length).toBeGreaterThan(100);
	expect(missing).toEqual([]);
});

test("every locked package has a version", () => {
	const unversioned = Object.entries(packages).filter(([path, { version }]) => path !== "" && !version);
	expect(unversioned.map(([path]) => path)).toEqual([]);
});

test("the lock file names no registry, so that everybody installs from their own", () => {
	expect(readFileSync("package-lock.json", "utf8")).not.toMatch(/"resolved": "https?:/);
});

/** As Node looks for it: in the package's own node_modules, then in those of every folder above. */
function isFoundFrom(path: string, name: string): boolean {
	if (`${path ? `${path}/` : ""}node_modules/${name}` in packages) return true;
	if (path === "") return false;
	const above = path.lastIndexOf("node_modules/");
	return isFoundFrom(above <= 0 ? "" : path.slice(0, above - 1), name);
}
