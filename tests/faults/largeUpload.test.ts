import { readdirSync } from "node:fs";
import { request } from "node:http";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ORIGIN } from "#tests/routes/context.ts";
import { makeService, type Server, type Service } from "./service.ts";

/** Whoever sends far too much gets an answer in words, and costs the server next to nothing. */
const MB = 1024 * 1024;
let service: Service;
let server: Server;

beforeAll(async () => {
	service = await makeService();
	server = await service.start();
	// What a file of a usual size takes is taken before anything is measured.
	await upload("/kontrollera", 4 * MB);
});

afterAll(() => service.end());

interface Uploaded {
	status: number | undefined;
	location: string | undefined;
	body: string;
}

/** Posts a file as a browser does, from the first byte to the last, piece by piece. */
async function upload(path: string, bytes: number): Promise<Uploaded> {
	const head =
		'--x\r\nContent-Disposition: form-data; name="file"; filename="stor.json"\r\nContent-Type: application/json\r\n\r\n';
	const tail = "\r\n--x--\r\n";
	const piece = Buffer.alloc(MB, "[");
	return new Promise((resolve, reject) => {
		const sent = request(
			server.address + path,
			{
				method: "POST",
				headers: {
					Origin: ORIGIN,
					"Content-Type": "multipart/form-data; boundary=x",
					"Content-Length": head.length + bytes + tail.length,
				},
			},
			async (answer) => {
				let body = "";
				for await (const chunk of answer) body += chunk;
				resolve({ status: answer.statusCode, location: answer.headers.location, body });
			},
		);
		sent.on("error", reject);
		sent.write(head);
		let left = bytes;
		const writeOn = () => {
			while (left > 0) {
				const next = piece.subarray(0, Math.min(left, MB));
				left -= next.length;
				if (!sent.write(next)) return void sent.once("drain", writeOn);
			}
			sent.end(tail);
		};
		writeOn();
	});
}

describe("50 MB to /kontrollera", () => {
	test("are read past, and the page itself says what is wrong", async () => {
		const files = readdirSync(dirname(service.databasePath));
		const before = server.peakMemory();
		for (let time = 0; time < 4; time++)
			expect(await upload("/kontrollera", 50 * MB)).toMatchObject({
				status: 303,
				location: "/kontrollera?fel=storlek",
			});
		expect(server.peakMemory() - before).toBeLessThan(40 * MB);
		expect(readdirSync(dirname(service.databasePath))).toEqual(files);
		const page = await server.get("/kontrollera?fel=storlek");
		expect(page.status).toBe(413);
		expect(page.body).toContain("Fil: den är för stor. Välj .json-filen som du hämtade på rapportens sida.");
		expect(page.body).toContain('name="kod"');
		expect(server.said()).toBe("");
	});

	test("of a size that no form has are let go of half-way", async () => {
		const answered = await upload("/kontrollera", 200 * MB).catch((error: NodeJS.ErrnoException) => error.code);
		expect(["ECONNRESET", "EPIPE", 303]).toContain(typeof answered === "object" ? answered.status : answered);
		expect(await server.get("/halsa")).toMatchObject({ status: 200 });
		expect(server.said()).toBe("");
	});

	test("that break off leave the server as it was", async () => {
		const broken = new Promise((resolve) => {
			const sent = request(`${server.address}/kontrollera`, {
				method: "POST",
				headers: { Origin: ORIGIN, "Content-Length": 50 * MB },
			});
			sent.on("error", resolve);
			sent.write(Buffer.alloc(MB), () => sent.destroy(new Error("hung up")));
		});
		expect(await broken).toMatchObject({ message: "hung up" });
		expect(await server.get("/halsa")).toMatchObject({ status: 200 });
		expect(server.said()).toBe("");
	});
});

test("a file of just under 5 MB is answered by the page", async () => {
	const { status, body } = await upload("/kontrollera", 5 * MB - 1);
	expect(status).toBe(200);
	expect(body).toContain("Filen är ingen rapport från Löfteskoll.");
});

test("one of just over 5 MB is refused by the page", async () => {
	const { status, body } = await upload("/kontrollera", 5 * MB + 1);
	expect(status).toBe(400);
	expect(body).toContain("Fil: den är för stor.");
});

test("other pages take no more than 2 MB, and say so on a page", async () => {
	const { status, body } = await upload("/logga-in", 3 * MB);
	expect(status).toBe(413);
	expect(body).toContain("Ett formulär får vara högst 2 MB. Gå tillbaka, så finns det du skrev kvar");
});

test("what is too large for an import leads back to the page of that kommun", async () => {
	expect(await upload("/intern/savsjo/import", 6 * MB)).toMatchObject({
		status: 303,
		location: "/intern/savsjo/import?fel=storlek",
	});
	expect((await upload("/intern/savsjo/import/1", 6 * MB)).status).toBe(413);
});
