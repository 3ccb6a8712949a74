import { afterAll, beforeAll, expect, test } from "vitest";
import { makeService, type Server, type Service } from "./service.ts";

/** Two servers on one database file, as during a restart that overlaps, or a command beside the running service. */
let service: Service;
let servers: [Server, Server];

beforeAll(async () => {
	service = await makeService();
	servers = await Promise.all([service.start(), service.start()]);
});

afterAll(() => service.end());

test("the same registration sent to both at once, again and again, is one row", async () => {
	const forms = Array.from({ length: 10 }, () => service.newForm());
	const answers = await Promise.all(
		forms.flatMap((form) => [...servers, ...servers].map((server) => server.log(form))),
	);
	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
	expect(await service.countRows()).toBe(forms.length);
	const { db } = service;
	const registered = await db
		.selectFrom("audit_event")
		.select("entity_id")
		.where("action", "=", "genomforande.registered")
		.execute();
	expect(registered).toHaveLength(forms.length);
});

test("different registrations sent to both at once are all there", async () => {
	const before = await service.countRows();
	const forms = Array.from({ length: 40 }, () => service.newForm());
	const answers = await Promise.all(forms.map((form, index) => (index % 2 ? servers[0] : servers[1]).log(form)));
	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
	expect(await service.countRows()).toBe(before + forms.length);
	for (const server of servers) expect(server.said()).toBe("");
});
