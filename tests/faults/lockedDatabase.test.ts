import SqliteDatabase from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeService, type Server, type Service } from "./service.ts";

let service: Service;
let server: Server;

beforeAll(async () => {
	service = await makeService();
	server = await service.start();
});

afterAll(() => service.end());

test("somebody else's long write is waited for, and then the registration is saved", async () => {
	const other = new SqliteDatabase(service.databasePath);
	other.exec("begin immediate");
	const begun = performance.now();
	const answered = server.log(service.newForm());
	await new Promise((resolve) => setTimeout(resolve, 2000));
	other.exec("commit");
	other.close();
	expect(await answered).toMatchObject({ status: 302, location: expect.stringContaining("?sparat=") });
	expect(performance.now() - begun).toBeGreaterThan(1900);
	expect(await service.countRows()).toBe(1);
	expect(server.said()).toBe("");
});
