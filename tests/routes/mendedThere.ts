import type { ComponentType } from "react";
import { expect } from "vitest";
import type { Notis } from "#app/notiser/notis.ts";
import type { callLoader } from "./context.ts";
import { openPage } from "./page.tsx";

interface Route {
	default: ComponentType;
	loader: Parameters<typeof callLoader>[0];
}

const modules = import.meta.glob<Route>("/app/routes/intern.$kommun*/route.tsx", { eager: true });

/** The form that each step is taken with on the report's page. */
const FORM_OF_STEP: Record<string, Record<string, string>> = {
	markPolisKlar: { intent: "markKlar", part: "polis" },
	markKommunKlar: { intent: "markKlar", part: "kommun" },
	reviewRapport: { intent: "reviewRapport" },
	giveSynpunkt: { intent: "giveSynpunkt" },
	signRapport: { intent: "signRapport" },
	publishRapport: { intent: "publishRapport" },
};

/** The line leads whoever is signed in to what it is about: the form of its step, its row, or the log form with its mått chosen. */
export async function expectMendedThere(notis: Notis, cookie: string) {
	const { pathname, search, hash } = new URL(notis.to, "http://localhost");
	const { route, params } = routeOf(pathname);
	const page = await openPage(route, { path: pathname + search, params, cookie });
	const about = `${notis.key}: ${notis.to}`;
	if (hash) expect(page.html, about).toContain(`id="${hash.slice(1)}"`);
	switch (notis.kind) {
		case "rapport": {
			const wanted = FORM_OF_STEP[notis.key.split(":").at(-1) ?? ""] ?? {};
			const isThere = page.forms.some((form) =>
				Object.entries(wanted).every(([name, value]) => form[name]?.includes(value)),
			);
			return expect(isThere, about).toBe(true);
		}
		case "atgard":
		case "mote":
			return expect(page.text, about).toContain(notis.title);
		case "efter": {
			const words = notis.title.replace(/ …$/, "");
			const matt = new URLSearchParams(search).get("matt");
			if (matt === null) return expect(page.text, about).toContain(words);
			return expect(page.html, about).toMatch(
				new RegExp(`<input[^>]*value="${matt}"[^>]*checked|checked[^>]*value="${matt}"`),
			);
		}
	}
}

/** The route module of an address below /intern/{kommun}, the most literal one first. */
function routeOf(pathname: string): { route: Route; params: Record<string, string> } {
	const found = Object.entries(modules).flatMap(([file, route]) => {
		const name = file
			.replace("/app/routes/", "")
			.replace("/route.tsx", "")
			.replace(/\._index$/, "");
		const names = name.split(".").map((part) => part.replace(/_$/, ""));
		const parts = pathname.slice(1).split("/");
		const fits = names.length === parts.length && names.every((one, at) => one.startsWith("$") || one === parts[at]);
		if (!fits || name === "intern.$kommun") return [];
		const params = Object.fromEntries(
			names.flatMap((one, at) => (one.startsWith("$") ? [[one.slice(1), parts[at] ?? ""]] : [])),
		);
		return [{ route, params }];
	});
	const [first] = found;
	if (!first) throw new Error(`no page answers ${pathname}`);
	return first;
}
