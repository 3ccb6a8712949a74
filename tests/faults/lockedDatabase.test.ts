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
	const answered = server.log(service.newForm());
	while (!(await isWaiting())) expect(await service.countRows()).toBe(0);
	other.exec("commit");
	other.close();
	expect(await answered).toMatchObject({ status: 302, location: expect.stringContaining("?sparat=") });
	expect(await service.countRows()).toBe(1);
	expect(server.said()).toBe("");
});

/** While it waits for the lock the server answers nobody, not even that it is well. */
async function isWaiting(): Promise<boolean> {
	try {
		await server.get("/halsa", AbortSignal.timeout(500));
		return false;
	} catch {
		return true;
	}
}
