import { createDokument } from "#app/commands/createDokument.server.ts";
import { type NewDokument, plats } from "#app/domain/dokument.schema.ts";
import type { Actor } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { type Dokument, findDokument } from "#db/dokument.server.ts";

const LINES = {
	count: "Minst 10 riktade insatser under 2018",
	recurring: "Möte varje vecka",
	outcome: "Sänkta hastigheter vid Skolan",
	actions: "Trygghetsvandringar vars beslut genomförs",
} as const;

type Line = keyof typeof LINES;

export interface MadeDokument {
	id: number;
	dokument: Dokument;
	/** By the kind that follows the line. */
	measureIds: Record<Line, number>;
	aktivitetIds: Record<Line, number>;
	fragaId: number;
}

/**
 * A dokument of 2018 with one löfte and four aktiviteter, each followed by one kind of measure, and one open question.
 * The kommun must have the place Skolan.
 */
export async function makeDokument(
	db: Db,
	actor: Actor & { kommunId: number },
	overrides: Partial<NewDokument> = {},
): Promise<MadeDokument> {
	const dokumentInput = { ...newDokument(), ...overrides };
	const { dokumentId } = await createDokument(db, onFirstDay(actor, dokumentInput), dokumentInput);
	const dokument = await findDokument(db, { kommunId: actor.kommunId, dokumentId });
	if (!dokument) throw new Error("no dokument was made");
	const aktivitetOf = (line: Line) => {
		const found = dokument.aktiviteter.find((aktivitet) => aktivitet.quotation === LINES[line]);
		const [measure] = found?.measures ?? [];
		if (!found || !measure) throw new Error(`the dokument has no ${line}`);
		return { aktivitetId: found.id, measureId: measure.id };
	};
	const lines = Object.keys(LINES) as Line[];
	const idsOf = (key: "aktivitetId" | "measureId") =>
		Object.fromEntries(lines.map((line) => [line, aktivitetOf(line)[key]])) as Record<Line, number>;
	return {
		id: dokumentId,
		dokument,
		measureIds: idsOf("measureId"),
		aktivitetIds: idsOf("aktivitetId"),
		fragaId: dokument.fragor[0]?.id ?? 0,
	};
}

function newDokument(): NewDokument {
	const lofte = "Vi ska öka tryggheten på Torget";
	return {
		title: "Medborgarlöfte 2018",
		inForceFrom: "2018-01-01",
		inForceTo: "2018-12-31",
		signedOn: "2018-01-01",
		periodKind: "tertial",
		lagesbild: null,
		followUpRule: null,
		sourceText: [lofte, ...Object.values(LINES)].join("\n"),
		sourceNote: null,
		undertecknare: [{ title: "Kommunchef", organisation: "Kommunen" }],
		loften: [{ quotation: lofte }],
		aktiviteter: [
			aktivitet("count", { minimum: 10, per: "lofte", yearBasis: null, unit: "insatser", unitOne: "insats" }),
			aktivitet("recurring", {
				cadence: { type: "every", every: "week", times: 1 },
				season: null,
				slotOne: "möte",
				slotMany: "möten",
			}),
			aktivitet("outcome", {
				unit: "km/h",
				direction: "down",
				series: [{ platsId: plats("Skolan"), baseline: 42, target: 38 }],
			}),
			aktivitet("actions", {}),
		],
		fragor: [{ question: "Räknas sommaren?", quotation: null, answer: null }],
	};
}

function aktivitet(kind: Line, settings: unknown): NewDokument["aktiviteter"][number] {
	return {
		quotation: LINES[kind],
		heading: null,
		loftePosition: 1,
		parts: ["polis", "kommun"],
		aktivitetstyp: "prov",
		fragor: [],
		measures: [{ kind, name: `Mått ${kind}`, rakneregel: "Varje tillfälle räknas en gång.", settings }],
	};
}

/** A dokument is entered on its first day, unless that is still to come: nobody waits for a report of one that is not here. */
function onFirstDay(actor: Actor, { inForceFrom }: NewDokument): Actor {
	const firstDay = `${inForceFrom}T09:00:00.000Z`;
	return { ...actor, now: firstDay < actor.now ? firstDay : actor.now };
}
