import { compareSwedish, shortened } from "#app/domain/format.ts";
import { MEASURE_KINDS } from "#app/domain/measureKind.ts";
import { measureLine } from "#app/features/utkast/measureLine.ts";
import { unlistedPlaces } from "#app/features/utkast/places.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { measureModule } from "#app/measures/index.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { findShownAktivitet } from "./findShownAktivitet.server.ts";
import { savedText } from "./intents.server.ts";

/** An aktivitet of the utkast with all its fields; `?matt=` chooses among several mått. */
export async function aktivitetPage(context: KommunContext) {
	const { db, kommun, url } = context;
	const { utkast, aktivitet, number } = await findShownAktivitet(context);
	const { content } = utkast;
	const platser = (await findAllPlatser(db, { kommunId: kommun.id })).sort((a, b) => compareSwedish(a.name, b.name));
	const path = `/intern/${kommun.slug}/dokument/nytt`;
	const asked = url.searchParams.get("matt");
	const measure = aktivitet.measures.find(({ key }) => key === asked) ?? aktivitet.measures[0];
	const { description } = measureModule(measure?.kind ?? "ongoing");
	const allParts = content.aktiviteter.flatMap(({ parts }) => parts);
	return {
		kommun: kommun.name,
		title: `Aktivitet ${number}`,
		utkastTitle: content.title,
		version: utkast.version,
		newTo: path,
		backTo: `${path}/${utkast.id}#${aktivitet.key}`,
		saved: savedText(url.searchParams.get("sparat")),
		aktivitet: {
			key: aktivitet.key,
			quotation: aktivitet.quotation,
			lofteKey: aktivitet.lofteKey ?? "",
			parts: aktivitet.parts,
			aktivitetstyp: aktivitet.aktivitetstyp,
			isCarried: aktivitet.carriedFromId !== null,
		},
		otherParts: [...new Set(allParts)].filter((part) => part !== "polis" && part !== "kommun"),
		loften: content.loften.map(({ key, quotation }, index) => ({
			value: key,
			label: `${index + 1}. ${shortened(quotation, 80)}`,
		})),
		measures: aktivitet.measures.map((one) => ({
			...measureLine(one, platser),
			name: one.name,
			to: `?matt=${one.key}`,
			isShown: one.key === measure?.key,
		})),
		measure: measure && { ...measure, description },
		kinds: MEASURE_KINDS.map((kind) => {
			const module = measureModule(kind);
			return { value: kind, label: module.name, hint: module.description };
		}),
		platser: platser.map(({ id, name }) => ({ id, name })),
		needsPlaces: measure?.kind === "coverage" || measure?.kind === "outcome",
		unlisted: unlistedPlaces(aktivitet.namedPlaces, platser),
	};
}
