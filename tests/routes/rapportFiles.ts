import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { loader as publicCsv } from "#app/routes/$kommun.rapport.$period[.csv]/route.ts";
import { loader as publicJson } from "#app/routes/$kommun.rapport.$period[.json]/route.ts";
import { loader as publicPdf } from "#app/routes/$kommun.rapport.$period[.pdf]/route.ts";
import { loader as publicXlsx } from "#app/routes/$kommun.rapport.$period[.xlsx]/route.ts";
import { loader as internCsv } from "#app/routes/intern.$kommun.rapport.$period[.csv]/route.ts";
import { loader as internJson } from "#app/routes/intern.$kommun.rapport.$period[.json]/route.ts";
import { loader as internPdf } from "#app/routes/intern.$kommun.rapport.$period[.pdf]/route.ts";
import { loader as internXlsx } from "#app/routes/intern.$kommun.rapport.$period[.xlsx]/route.ts";
import { ORIGIN } from "./context.ts";

export const FORMATS = ["pdf", "xlsx", "csv", "json"] as const;
export type Format = (typeof FORMATS)[number];

const LOADERS = {
	intern: { pdf: internPdf, xlsx: internXlsx, csv: internCsv, json: internJson },
	public: { pdf: publicPdf, xlsx: publicXlsx, csv: publicCsv, json: publicJson },
};

interface Asked {
	kommun?: string;
	period: string;
	/** `?version=1&dokument=2` */
	query?: string;
	/** Signed in: the internal file; else the public one. */
	cookie?: string;
	audience?: keyof typeof LOADERS;
	headers?: Record<string, string>;
}

/** What the file's address answers, bytes and all, as a browser gets it. */
export async function fetchFile(
	format: Format,
	{ kommun = "savsjo", period, query = "", cookie, audience = cookie ? "intern" : "public", headers }: Asked,
): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
	const path = `${audience === "intern" ? "/intern" : ""}/${kommun}/rapport/${period}.${format}${query}`;
	const args: LoaderFunctionArgs | ActionFunctionArgs = {
		request: new Request(new URL(path, ORIGIN), { headers: { ...headers, ...(cookie && { Cookie: cookie }) } }),
		params: { kommun, period },
		context: { cspNonce: "", clientIp: "192.0.2.1" },
	};
	const response = await LOADERS[audience][format](args).catch((thrown: unknown) => {
		if (thrown instanceof Response) return thrown;
		throw thrown;
	});
	return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
