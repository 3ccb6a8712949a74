import type { ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { type Answer, callAction, callLoader } from "./context.ts";
import { formsIn, type PageForm, textOf } from "./html.ts";

type Handler = Parameters<typeof callLoader>[0];
type Call = Parameters<typeof callLoader>[1];

/** A route module with a page. */
interface Route {
	default: ComponentType;
	loader: Handler;
	action?: Handler;
}

/** A page as a browser without JavaScript has it. */
export interface Page<Data> {
	status: number;
	/** What the loader gave. */
	data: Data;
	html: string;
	/** What one reads, with every space a single one. */
	text: string;
	forms: PageForm[];
}

/** What came of a posted form: where it led, or the page again with what was refused. */
export interface Posted<Data> extends Pick<Answer, "status" | "location" | "body"> {
	/** The whole answer as text, to look for what must not be echoed. */
	raw: string;
	/** The page with the errors and what was typed; undefined after a redirect. */
	page: Page<Data> | undefined;
}

type DataOf<Given extends Route> = Awaited<ReturnType<Given["loader"]>>;

/** Opens the page of a route: its real loader, then its component drawn on the server. */
export async function openPage<Given extends Route>(
	route: Given,
	call: Call,
	actionData?: unknown,
): Promise<Page<DataOf<Given>>> {
	const answer = await callLoader(route.loader, call);
	if (answer.status !== 200) throw new Error(`${call.path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
	const html = await draw(route.default, { path: call.path, data: answer.body as object, actionData });
	return {
		status: answer.status,
		data: answer.body as DataOf<Given>,
		html,
		text: textOf(html),
		forms: formsIn(html),
	};
}

/** Posts a form to the page's own action; what is refused is drawn again, as a browser without JavaScript sees it. */
export async function postForm<Given extends Route & { action: Handler }>(
	route: Given,
	call: Call & { fields: Record<string, string | readonly string[]> },
): Promise<Posted<DataOf<Given>>> {
	const { status, location, body } = await callAction(route.action, call);
	const isRefused = typeof body === "object" && body !== null && "errors" in body;
	return {
		status,
		location,
		body,
		raw: JSON.stringify(body),
		page: isRefused ? await openPage(route, call, body) : undefined,
	};
}

async function draw(
	Component: ComponentType,
	{ path, data, actionData }: { path: string; data: object; actionData: unknown },
): Promise<string> {
	const { query, dataRoutes } = createStaticHandler([{ id: "page", path: "*", loader: () => data, Component }]);
	const context = await query(new Request(new URL(path, "http://localhost")));
	if (context instanceof Response) throw new Error(`${path} answered ${context.status} instead of a page`);
	if (actionData !== undefined) context.actionData = { page: actionData };
	const router = createStaticRouter(dataRoutes, context);
	return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}
