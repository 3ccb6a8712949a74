import { createPublicKey } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeService, type Service } from "./service.ts";

let service: Service;

beforeEach(async () => {
	service = await makeService();
});

afterEach(() => service.end());

const keyPath = () => `${service.databasePath}.nyckel.pem`;

function publicHalf(): string {
	return String(createPublicKey(readFileSync(keyPath())).export({ type: "spki", format: "pem" }));
}

test("several first starts at once end with one key, and nothing else beside the database", async () => {
	const servers = await Promise.all([service.start(), service.start(), service.start()]);
	for (const server of servers) {
		expect(await server.get("/kontrollera/nycklar.pem")).toEqual({ status: 200, body: publicHalf() });
		expect(server.said()).toBe("");
	}
	const name = basename(service.databasePath);
	const files = readdirSync(dirname(service.databasePath)).filter((file) => !/-(wal|shm)$/.test(file));
	expect(files.sort()).toEqual([name, `${name}.nyckel.pem`]);
});

test("a lost key is replaced at the next start, and both are published, the one in use first", async () => {
	const first = await service.start();
	const lost = publicHalf();
	await first.kill();
	rmSync(keyPath());

	const second = await service.start();
	expect(publicHalf()).not.toBe(lost);
	expect((await second.get("/kontrollera/nycklar.pem")).body).toBe(publicHalf() + lost);
	const { body } = await second.get("/kontrollera");
	expect(body.match(/Används sedan/g)).toHaveLength(1);
	expect(body.match(/Tidigare nyckel/g)).toHaveLength(1);
});
