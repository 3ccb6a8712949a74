import { redirect } from "@remix-run/node";
import { beginRattelse } from "#app/commands/beginRattelse.server.ts";
import { giveSynpunkt } from "#app/commands/giveSynpunkt.server.ts";
import { markKlar } from "#app/commands/markKlar.server.ts";
import { publishRapport } from "#app/commands/publishRapport.server.ts";
import { recallRapport } from "#app/commands/recallRapport.server.ts";
import { returnRapport } from "#app/commands/returnRapport.server.ts";
import { reviewRapport } from "#app/commands/reviewRapport.server.ts";
import { unmarkKlar } from "#app/commands/unmarkKlar.server.ts";
import { Fault } from "#app/domain/fault.ts";
import type { Permission } from "#app/domain/permissions.ts";
import {
	beginRattelseSchema,
	giveSynpunktSchema,
	markKlarSchema,
	returnRapportSchema,
	seenRapportSchema,
	unmarkKlarSchema,
} from "#app/domain/rapport.schema.ts";
import { type RapportPart, STEP_PERMISSION, WRITE_STEP } from "#app/domain/rapport.ts";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { saveText } from "./saveText.server.ts";

interface Step {
	/** null: the part in the form decides. */
	may: Permission | null;
	/** Said on the page afterwards. */
	saved: string;
	run: (context: KommunContext) => Promise<unknown>;
}

const STEPS: Record<string, Step> = {
	markKlar: {
		may: null,
		saved: "Delen är markerad som klar.",
		run: (context) => {
			const input = parseForm(markKlarSchema, context.form);
			requirePart(context, input.part);
			return markKlar(context.db, context.actor, { ...input, periodCode: context.params.period ?? "" });
		},
	},
	unmarkKlar: {
		may: null,
		saved: "Klarmarkeringen är borttagen. Texten kan ändras igen.",
		run: (context) => {
			const input = parseForm(unmarkKlarSchema, context.form);
			requirePart(context, input.part);
			return unmarkKlar(context.db, context.actor, input);
		},
	},
	giveSynpunkt: {
		may: STEP_PERMISSION.giveSynpunkt,
		saved: "Synpunkten är lämnad.",
		run: ({ db, actor, form }) => giveSynpunkt(db, actor, parseForm(giveSynpunktSchema, form)),
	},
	returnRapport: {
		may: STEP_PERMISSION.returnRapport,
		saved: "Rapporten är återlämnad och är ett utkast igen.",
		run: ({ db, actor, form }) => returnRapport(db, actor, parseForm(returnRapportSchema, form)),
	},
	reviewRapport: {
		may: STEP_PERMISSION.reviewRapport,
		saved: "Rapporten är granskad och väntar på signering.",
		run: ({ db, actor, form }) => reviewRapport(db, actor, parseForm(seenRapportSchema, form)),
	},
	publishRapport: {
		may: STEP_PERMISSION.publishRapport,
		saved: "Rapporten är publicerad. Alla kan läsa den.",
		run: ({ db, actor, form }) => publishRapport(db, actor, parseForm(seenRapportSchema, form)),
	},
	recallRapport: {
		may: STEP_PERMISSION.recallRapport,
		saved: "Publiceringen är återkallad. Rapporten är fortfarande signerad.",
		run: ({ db, actor, form }) => recallRapport(db, actor, parseForm(seenRapportSchema, form)),
	},
	beginRattelse: {
		may: STEP_PERMISSION.beginRattelse,
		saved: "En ny version är påbörjad. Den tidigare gäller tills den nya är signerad.",
		run: ({ db, actor, form }) => beginRattelse(db, actor, parseForm(beginRattelseSchema, form)),
	},
};

/** What is said by the name in `?sparat`. */
export const SAVED_TEXT: ReadonlyMap<string, string> = new Map([
	...Object.entries(STEPS).map(([name, step]): [string, string] => [name, step.saved]),
	["saveRapportText", "Texten är sparad."],
]);

/** Carries out the page's forms, each with its own permission, and returns to the report as it then is. */
export async function carryOut(context: KommunContext) {
	const name = String(context.form.get("intent"));
	if (name === "saveRapportText") return saveText(context);
	const step = Object.hasOwn(STEPS, name) ? STEPS[name] : undefined;
	if (!step) throw unknownIntent();
	if (step.may && !context.may(step.may)) throw new Fault("forbidden", "Din roll i kommunen får inte göra det här.");
	await step.run(context);
	const next = new URL(context.url);
	next.searchParams.set("sparat", name);
	// The address may name the version that was rättad; the new one is the latest.
	if (name === "beginRattelse") next.searchParams.delete("version");
	return redirect(next.pathname + next.search);
}

/** @throws Fault `forbidden` for the other part */
function requirePart({ may }: KommunContext, part: RapportPart): void {
	if (!may(STEP_PERMISSION[WRITE_STEP[part]]))
		throw new Fault("forbidden", "Du kan bara skriva och klarmarkera din egen del.");
}
