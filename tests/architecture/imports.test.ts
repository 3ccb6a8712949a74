import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { beforeAll, expect, test } from "vitest";

/** Node's own modules. */
const NODE = "^(node:)?[a-z_]+$";
/** What of these rooms may end up in a browser: nothing that reads the database. */
const PURE_RAPPORT = "^app/rapport/[^.]+\\.ts$";
const PURE_MOTE = "^app/mote/[^.]+\\.ts$";
const PURE_NOTISER = "^app/notiser/[^.]+\\.ts$";
const PURE_UTKAST = "^app/dokumentutkast/[^.]+\\.ts$";
const PURE_IMPORT = "^app/import/[^.]+\\.ts$";
const PURE_KALENDER = "^app/kalender/[^.]+\\.ts$";

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
	"the pure part of rapport": {
		from: "^app/rapport/[^.]+\\.ts$",
		mayImport: ["^app/(domain|measures)/", PURE_RAPPORT],
	},
	"rapport from the database": {
		from: "^app/rapport/[^.]+\\.server\\.ts$",
		mayImport: ["^app/(domain|measures|rapport)/", "^db/"],
	},
	"the pure part of mote": { from: PURE_MOTE, mayImport: ["^app/(domain|measures)/", PURE_RAPPORT, PURE_MOTE] },
	"mote from the database": {
		from: "^app/mote/[^.]+\\.server\\.ts$",
		mayImport: ["^app/(domain|measures|rapport|mote)/", "^db/"],
	},
	"the pure part of notiser": { from: PURE_NOTISER, mayImport: ["^app/domain/", PURE_NOTISER] },
	"notiser from the database": {
		from: "^app/notiser/[^.]+\\.server\\.ts$",
		mayImport: ["^app/(domain|measures|rapport|notiser)/", "^db/"],
	},
	"the pure part of kalender": { from: PURE_KALENDER, mayImport: ["^app/domain/", PURE_KALENDER] },
	"kalender from the database": {
		from: "^app/kalender/[^.]+\\.server\\.ts$",
		mayImport: ["^app/(domain|measures|kalender)/", "^db/"],
	},
	"the pure part of dokumentutkast": {
		from: PURE_UTKAST,
		mayImport: ["^app/(domain|measures|loftestext)/", PURE_UTKAST, npm("zod")],
	},
	"dokumentutkast from the database": {
		from: "^app/dokumentutkast/[^.]+\\.server\\.ts$",
		mayImport: ["^app/(domain|measures|loftestext|dokumentutkast)/", "^db/"],
	},
	"the pure part of import": { from: PURE_IMPORT, mayImport: ["^app/(domain|measures)/", PURE_IMPORT, npm("zod")] },
	"import from the database": {
		from: "^app/import/[^.]+\\.server\\.ts$",
		mayImport: ["^app/(domain|measures|import)/", "^db/", NODE],
	},
	loftestext: { from: "^app/loftestext/", mayImport: ["^app/(loftestext|domain)/"] },
	inputs: {
		from: "^app/inputs/",
		mayImport: ["^app/(inputs|domain)/", ...["mammoth", "unpdf", "csv-parse"].map(npm), NODE],
	},
	seal: { from: "^app/seal/", mayImport: ["^app/(seal|domain)/", npm("canonicalize"), NODE] },
	outputs: {
		from: "^app/outputs/",
		mayImport: [
			"^app/(outputs|domain|measures|seal)/",
			PURE_RAPPORT,
			PURE_MOTE,
			PURE_NOTISER,
			PURE_KALENDER,
			npm("pdfkit"),
			npm("ical-generator"),
			npm("csv-stringify"),
			npm("write-excel-file"),
			npm("qrcode"),
			npm("react"),
			npm("react-dom"),
			NODE,
		],
	},
	ui: { from: "^app/ui/", mayImport: ["^app/ui/", npm("react"), npm("@remix-run/react")] },
	features: {
		from: "^app/features/",
		mayImport: [
			"^app/(features|ui|domain|measures)/",
			PURE_RAPPORT,
			PURE_MOTE,
			PURE_NOTISER,
			PURE_UTKAST,
			PURE_IMPORT,
			npm("react"),
			npm("@remix-run/react"),
			npm("react-hook-form"),
			npm("zod"),
		],
	},
	db: { from: "^db/", mayImport: ["^db/", "^app/domain/", npm("kysely"), npm("better-sqlite3"), NODE] },
	commands: {
		from: "^app/commands/",
		mayImport: ["^app/(commands|domain|measures|rapport|mote|notiser|dokumentutkast|import|seal)/", "^db/", npm("zod")],
	},
	http: {
		from: "^app/http/",
		mayImport: [
			"^app/(http|domain|measures|seal)/",
			"^db/",
			npm("@remix-run/node"),
			npm("zod"),
			npm("rate-limiter-flexible"),
			npm("@node-rs/argon2"),
			NODE,
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
		from: {
			path: "^app/(routes|features|ui|domain|measures|http|rapport|mote|notiser|kalender|dokumentutkast|import|loftestext|inputs|outputs|seal)/",
		},
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
		exclude: { path: "\\.(txt\\?raw|css\\?url)$" },
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
	const sources = result.modules.map((module) => module.source);
	const empty = Object.entries(ROOMS).filter(
		([, { from }]) => !sources.some((source) => new RegExp(from).test(source)),
	);
	expect(empty.map(([name]) => name)).toEqual([]);
});
