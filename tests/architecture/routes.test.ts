import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { findAllSources } from "./sources.ts";

/** Who holds a permission in the kommun, who is signed in, and anybody; each of pages and of files. */
const PROTECTING = ["protect", "protectFile"];
const OPEN = ["open", "openFile"];
const GUARDS = [...PROTECTING, "protectSignedIn", ...OPEN];
const routeFiles = [...findAllSources("app/routes").filter((file) => /\/route\.tsx?$/.test(file)), "app/root.tsx"];

interface Guarded {
	file: string;
	name: "loader" | "action";
	guard: string | null;
	isKommunRoute: boolean;
}

test("every loader and action is closed unless it says open", () => {
	const unguarded = allHandlers().filter((handler) => handler.guard === null || !GUARDS.includes(handler.guard));
	expect(unguarded).toEqual([]);
	expect(allHandlers().length).toBeGreaterThan(20);
});

test("every page of a kommun checks a permission in that kommun", () => {
	const handlers = allHandlers().filter((handler) => handler.isKommunRoute);
	expect(handlers.length).toBeGreaterThan(10);
	expect(handlers.filter((handler) => !PROTECTING.includes(handler.guard ?? ""))).toEqual([]);
});

test("what anybody may read of a kommun is read only", () => {
	const handlers = allHandlers().filter(({ file }) => file.startsWith("app/routes/$kommun"));
	expect(handlers.length).toBeGreaterThan(4);
	expect(handlers.filter(({ name, guard }) => name !== "loader" || !OPEN.includes(guard ?? ""))).toEqual([]);
});

test("everything under /intern asks who it is", () => {
	const intern = allHandlers().filter((handler) => handler.file.includes("/intern"));
	expect(intern.filter((handler) => OPEN.includes(handler.guard ?? ""))).toEqual([]);
});

test("a page below /intern always has a loader, so that it can never show without being asked for", () => {
	const withLoader = new Set(allHandlers().flatMap(({ file, name }) => (name === "loader" ? [file] : [])));
	const pages = routeFiles.filter((file) => file.includes("/intern"));
	expect(pages.filter((file) => !withLoader.has(file))).toEqual([]);
});

test("no page below /intern has an error boundary: a post without a session would then be redirected, and its text lost", () => {
	const pages = routeFiles.filter((file) => file.includes("/intern"));
	expect(pages.filter((file) => /export\b[^;]*\bErrorBoundary\b/.test(readFileSync(file, "utf8")))).toEqual([]);
});

function allHandlers(): Guarded[] {
	return routeFiles.flatMap(handlersOf);
}

function handlersOf(file: string): Guarded[] {
	const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
	const handler = (name: "loader" | "action", guard: string | null): Guarded => ({
		file,
		name,
		guard,
		isKommunRoute: file.includes("/intern.$kommun"),
	});
	return source.statements.flatMap((statement) => {
		if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
			return statement.exportClause.elements.flatMap(({ name }) =>
				name.text === "loader" || name.text === "action" ? [handler(name.text, null)] : [],
			);
		const isExported =
			ts.canHaveModifiers(statement) &&
			ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
		if (!isExported) return [];
		if (ts.isFunctionDeclaration(statement)) {
			const name = statement.name?.text;
			return name === "loader" || name === "action" ? [handler(name, null)] : [];
		}
		if (!ts.isVariableStatement(statement)) return [];
		return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
			const text = name.getText(source);
			if (text !== "loader" && text !== "action") return [];
			const guard = initializer && ts.isCallExpression(initializer) ? initializer.expression.getText(source) : null;
			return [handler(text, guard)];
		});
	});
}
