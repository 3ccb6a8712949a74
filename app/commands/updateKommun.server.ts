import { MAX_KOMMUN_TEXT } from "#app/domain/kommun.schema.ts";
import { type Actor, command } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { updateKommunSettings } from "#db/kommun.server.ts";
import { acceptName, acceptOptionalText } from "./acceptText.server.ts";
import { changedMeanwhile, kommunWriter } from "./kommunWriter.server.ts";

/**
 * Changes the actor's kommun's own settings.
 *
 * @throws Fault `conflict` when somebody changed them in between
 */
export async function updateKommun(
	db: Db,
	actor: Actor,
	input: { version: number; lokalpolisomrade: string | null; undertecknareTitle: string },
): Promise<{ version: number }> {
	const { kommunId } = kommunWriter(actor);
	const { version } = input;
	const settings = {
		lokalpolisomrade: acceptOptionalText({
			field: "lokalpolisomrade",
			label: "Lokalpolisområde",
			text: input.lokalpolisomrade,
			maxLength: MAX_KOMMUN_TEXT,
		}),
		undertecknareTitle: acceptName({
			field: "undertecknareTitle",
			label: "Undertecknarens titel",
			text: input.undertecknareTitle,
			maxLength: MAX_KOMMUN_TEXT,
		}),
	};
	return command(db, actor, async (tx) => {
		if (!(await updateKommunSettings(tx, { id: kommunId, version, ...settings })))
			throw changedMeanwhile("Inställningarna");
		return {
			result: { version: version + 1 },
			audit: [{ action: "kommun.changed", entity: "kommun", entityId: kommunId, detail: settings }],
		};
	});
}
