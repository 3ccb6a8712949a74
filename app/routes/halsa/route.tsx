import { open } from "#app/http/protect.server.ts";
import { isAnswering } from "#db/health.server.ts";

/** For monitoring: 200 when the database answers, else 503. */
export const loader = open(async ({ db }) => {
	const isHealthy = await isAnswering(db);
	return Response.json(
		{ status: isHealthy ? "ok" : "databasen svarar inte" },
		{ status: isHealthy ? 200 : 503, headers: { "Cache-Control": "no-store" } },
	);
});
