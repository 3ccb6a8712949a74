import type { IsoInstant } from "#app/domain/dates.ts";
import type { AuditEvent, Tx } from "./command.server.ts";
import type { Db } from "./connection.server.ts";
import type { Database } from "./schema.ts";

export interface AuditRow {
	id: number;
	at: IsoInstant;
	/** null: the instance itself. */
	personName: string | null;
	/** `<entity>.<verb>` */
	action: string;
	entity: string;
	entityId: number | null;
	detail: Record<string, unknown>;
}

/** A page of what has been written in the kommun, or about one of its rows, the latest first. Pages count from 1. */
export async function findAllAuditEvents(
	db: Db,
	{
		kommunId,
		about,
		page,
		pageSize,
	}: { kommunId: number; about?: { entity: keyof Database; entityId: number }; page: number; pageSize: number },
): Promise<{ rows: AuditRow[]; total: number }> {
	const events = db
		.selectFrom("audit_event")
		.where("audit_event.kommun_id", "=", kommunId)
		.$if(about !== undefined, (query) =>
			query.where("entity", "=", String(about?.entity)).where("entity_id", "=", about?.entityId ?? null),
		);
	const { total } = await events.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
	const rows = await events
		.leftJoin("person", "person.id", "audit_event.person_id")
		.select([
			"audit_event.id",
			"audit_event.at",
			"person.name as personName",
			"audit_event.action",
			"audit_event.entity",
			"audit_event.entity_id as entityId",
			"audit_event.detail",
		])
		.orderBy("audit_event.id", "desc")
		.limit(pageSize)
		.offset((page - 1) * pageSize)
		.execute();
	return { rows: rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) })), total };
}

/** What has been done with a row since then, the latest first. */
export async function findAuditEventsSince(
	tx: Tx,
	{
		kommunId,
		entity,
		entityId,
		since,
	}: { kommunId: number; since: IsoInstant } & Pick<AuditEvent, "entity" | "entityId">,
): Promise<(Pick<AuditRow, "action" | "detail"> & { personId: number | null })[]> {
	const rows = await tx
		.selectFrom("audit_event")
		.select(["person_id as personId", "action", "detail"])
		.where("kommun_id", "=", kommunId)
		.where("entity", "=", entity)
		.where("entity_id", "=", entityId)
		.where("at", ">=", since)
		.orderBy("id", "desc")
		.execute();
	return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) }));
}
