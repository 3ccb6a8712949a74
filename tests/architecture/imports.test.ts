import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { beforeAll, expect, test } from "vitest";

/**
 * Who may import whom (the map in README). Each row names a room and all that it may reach; what is not named is forbidden.
 * A path is a pattern from the project's root. Type-only imports count as well.
 */
const ROOMS: Record<string, { from: string; mayImport: string[] }> = {
	domain: { from: "^app/domain/", mayImport: ["^app/domain/", npm("zod"), npm("temporal-polyfill")] },
	"a measure's settings and calculation": {
		from: "^app/measures/([a-z]+)/[^/]+\\.ts$",
		mayImport: ["^app/domain/", "^app/measures/[a-zA-Z]+\\.ts$", "^app/measures/$1/", npm("zod")],
	},
	"measures as a whole": {
		from: "^app/measures/",
		mayImport: ["^app/domain/", "^app/measures/", "^app/ui/", npm("zod"), npm("react"), npm("recharts")],
	},
	ui: { from: "^app/ui/", mayImport: ["^app/ui/", npm("react"), npm("@remix-run/react")] },
	features: {
		from: "^app/features/",
		mayImport: [
			"^app/(features|ui|domain|measures)/",
			npm("react"),
			npm("@remix-run/react"),
			npm("react-hook-form"),
			npm("zod"),
		],
	},
	db: { from: "^db/", mayImport: ["^db/", "^app/domain/", npm("kysely"), npm("better-sqlite3"), "^(node:)?[a-z]+$"] },
	commands: {
		from: "^app/commands/",
		mayImport: ["^app/(commands|domain|measures)/", "^db/", npm("zod")],
	},
	http: {
		from: "^app/http/",
		mayImport: [
			"^app/(http|domain|measures)/",
			"^db/",
			npm("@remix-run/node"),
			npm("zod"),
			npm("rate-limiter-flexible"),
			npm("@node-rs/argon2"),
			"^(node:)?[a-z]+$",
		],
	},
};

function npm(name: string): string {
	return `^node_modules/(@types/)?${name.replace("/", "\\/")}(/|$)`;
}

const forbidden: IForbiddenRuleType[] = [
	...Object.entries(ROOMS).map(([name, { from, mayImport }]) => ({
		name,
		severity: "error" as const,
		from: { path: from },
		to: { pathNot: [...mayImport, "\\.css$"] },
	})),
	{
		name: "kysely stays in db",
		severity: "error",
		from: { path: "^app/(routes|features|ui|domain|measures|http)/" },
		to: { path: "^node_modules/(kysely|better-sqlite3)" },
	},
	{ name: "no cycles", severity: "error", from: {}, to: { circular: true } },
	{ name: "unresolved", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^virtual:" } },
];

let result: ICruiseResult;

beforeAll(async () => {
	const cruised = await cruise(["app", "db", "seeds"], {
		validate: true,
		ruleSet: { forbidden },
		doNotFollow: { path: "node_modules" },
		exclude: { path: "\\.txt\\?raw$" },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: "tsconfig.json" },
		enhancedResolveOptions: {
			extensions: [".ts", ".tsx", ".mjs", ".js"],
			exportsFields: ["exports"],
			conditionNames: ["import", "node", "default"],
		},
	});
	result = cruised.output as ICruiseResult;
});

test("every file imports only from the rooms it may", () => {
	const violations = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
	expect(violations).toEqual([]);
});

test("the check sees the whole house", () => {
	expect(result.modules.filter((module) => module.source.startsWith("app/")).length).toBeGreaterThan(60);
	const imports = result.modules.flatMap((module) => module.dependencies.map((dependency) => dependency.resolved));
	expect(imports).toContain("app/domain/dates.ts");
	expect(imports.some((path) => path.startsWith("node_modules/zod"))).toBe(true);
});
