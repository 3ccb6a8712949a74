import { afterEach, beforeEach, expect, test } from "vitest";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { addDays, stockholmDate } from "#app/domain/dates.ts";
import { makeMote } from "#tests/factories/mote.ts";
import { makeService, type Service } from "#tests/faults/service.ts";
import { readFeed } from "#tests/unit/kalender/reading.ts";
import { ORIGIN, signedIn } from "./context.ts";
import { formsIn, formWith } from "./html.ts";
import { asPosted } from "./rapportScene.ts";

/** The built server, asked over the network: by a person on Mitt konto, and by a calendar that has the address and no session. */
let service: Service;

beforeEach(async () => {
	service = await makeService();
});

afterEach(() => service.end());

test("an address made on Mitt konto is read by a calendar until it is exchanged, and the next until it is taken back", async () => {
	const now = new Date().toISOString();
	const soon = addDays(stockholmDate(now), 7);
	await makeMote(service, { title: "Möte i BRÅ", heldOn: soon, now });
	const atgard = { title: "Röj sly", owner: "kommun", decidedOn: "2018-10-01", dueOn: soon } as const;
	await decideAtgard(service.db, service.samordnare, {
		aktivitetId: service.dokument.aktivitetIds.actions,
		...atgard,
	});
	const { address, said } = await service.start();
	const { cookie } = await signedIn({ db: service.db, roles: ["samordnare"], kommun: service.kommun });

	const send = async (intent: string) => {
		const headers = { Cookie: cookie, Accept: "text/html" };
		const page = await fetch(`${address}/intern/konto`, { headers });
		const form = asPosted(formWith(formsIn(await page.text()), { intent }));
		const answer = await fetch(`${address}/intern/konto`, {
			method: "POST",
			headers: { ...headers, Origin: ORIGIN },
			body: new URLSearchParams(form),
		});
		expect(answer.status).toBe(200);
		return answer.text();
	};
	const make = async () => {
		const path = new RegExp(`${ORIGIN}(/kalender/[\\w-]{43}\\.ics)`).exec(await send("makeKalenderlank"))?.[1];
		if (!path) throw new Error("the page shows no address");
		return path;
	};
	const read = (path: string) => fetch(address + path, { redirect: "manual" });

	const first = await make();
	const answer = await read(first);
	expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "text/calendar; charset=utf-8"]);
	expect(answer.headers.get("Set-Cookie")).toBeNull();
	const { events } = readFeed(await answer.text());
	const onDay = events.filter(({ from }) => from.startsWith(soon)).map(({ summary }) => summary);
	expect(onDay.sort()).toEqual(["Möte i BRÅ", "Åtgärd: Röj sly"]);

	const second = await make();
	expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
	await send("revokeKalenderlank");
	expect((await read(second)).status).toBe(404);
	for (const path of [first, second]) expect(said()).not.toContain(path.slice("/kalender/".length, -".ics".length));
}, 60_000);
