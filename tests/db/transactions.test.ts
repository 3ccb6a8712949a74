import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { correctGenomforande } from "#app/commands/correctGenomforande.server.ts";
import { type AuditEvent, command } from "#db/command.server.ts";
import { makeGenomforande, newGenomforande } from "#tests/factories/genomforande.ts";
import { makeScene, type Scene } from "#tests/factories/scene.ts";

let scene: Scene;

beforeEach(async () => {
	scene = await makeScene();
});

describe("a write and its audit", () => {
	const rename = (audit: AuditEvent[]) =>
		command(scene.db, scene.polis, async (tx) => {
			await tx.updateTable("kommun").set({ name: "Ändrad" }).where("id", "=", scene.kommun.id).execute();
			return { result: "done", audit };
		});
	const event: AuditEvent = { action: "kommun.changed", entity: "kommun", entityId: 1, detail: { name: "Ändrad" } };

	async function nameAndEvents() {
		const { name } = await scene.db
			.selectFrom("kommun")
			.select("name")
			.where("id", "=", scene.kommun.id)
			.executeTakeFirstOrThrow();
		const events = await scene.db.selectFrom("audit_event").selectAll().where("action", "=", event.action).execute();
		return { name, events };
	}

	test("are stored together, with who, where and when", async () => {
		expect(await rename([event])).toBe("done");
		const { name, events } = await nameAndEvents();
		expect(name).toBe("Ändrad");
		expect(events).toMatchObject([
			{
				at: scene.polis.now,
				person_id: scene.polis.personId,
				kommun_id: scene.kommun.id,
				entity_id: 1,
				detail: '{"name":"Ändrad"}',
			},
		]);
	});

	test("are both gone when the audit cannot be stored", async () => {
		await expect(rename([event, { ...event, kommunId: 9999 }])).rejects.toThrow(/FOREIGN KEY/);
		expect(await nameAndEvents()).toEqual({ name: "provkommun", events: [] });
	});

	test("are both gone when the work fails after writing", async () => {
		const failing = command(scene.db, scene.polis, async (tx) => {
			await tx.updateTable("kommun").set({ name: "Ändrad" }).execute();
			throw new Error("power cut");
		});
		await expect(failing).rejects.toThrow("power cut");
		expect(await nameAndEvents()).toEqual({ name: "provkommun", events: [] });
	});
});

describe("what has been written down", () => {
	test.each([
		["an audit event is not changed", "UPDATE audit_event SET detail = '{}'", /append-only/],
		["an audit event is not deleted", "DELETE FROM audit_event", /append-only/],
		["a replaced revision is not changed", "UPDATE genomforande_revision SET content = '{}'", /append-only/],
		["a replaced revision is not deleted", "DELETE FROM genomforande_revision", /append-only/],
		["a genomförande is not deleted", "DELETE FROM genomforande", /never deleted/],
		["a makulerad one has a reason", "UPDATE genomforande SET makulerad_at = created_at", /CHECK/],
	])("%s", async (_rule, statement, refusal) => {
		const { db, polis, dokument } = scene;
		const measureId = dokument.measureIds.count;
		const { id } = await makeGenomforande(db, polis, { measureId });
		const measures = [{ measureId, quantity: 2 }];
		await correctGenomforande(db, polis, { ...newGenomforande({ measures }), id, revision: 1 });
		await expect(sql.raw(statement).execute(db)).rejects.toThrow(refusal);
	});
});
