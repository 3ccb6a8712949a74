import { addDays, isoWeek } from "#app/domain/dates.ts";
import { datesOn, type Handelse, instant, registrering } from "./handelse.ts";
import { type Chance, seededChance } from "./random.ts";

const LAST_DAY = "2018-10-13";
const WEDNESDAY = 3;

/** A weekly meeting that holds but for summers and Christmases, one kommundel never visited, cityvärdar not begun. */
export function historikAlvesta2017(): Handelse[] {
	const chance = seededChance(20170228);
	return [...veckomoten(chance), ...hastighetskontroller(chance), ...synlighet(chance), ...moten(chance)];
}

/** Weeks 28–31 and the two around New Year were inställda; a few others were simply missed. */
function veckomoten(chance: Chance): Handelse[] {
	const held: Handelse[] = [];
	const excused: Handelse[] = [];
	for (const date of datesOn([WEDNESDAY], "2017-03-01", LAST_DAY)) {
		const { key, week } = isoWeek(date);
		const isSummer = week >= 28 && week <= 31;
		const isChristmas = week === 52 || week === 1;
		if (isSummer || isChristmas)
			excused.push({
				kind: "installt",
				measure: "Veckomöte",
				slotKey: key,
				reason: isSummer ? "Exempeldata: semester hos flera av parterna." : "Exempeldata: julhelgen.",
				at: instant(addDays(date, -5), "13:10"),
				by: "kommunpolis",
			});
		else if (!chance.happens(0.08))
			held.push(
				registrering(date, "Veckomöte", {
					performedBy: "gemensamt",
					time: "09:55",
					daysLater: chance.happens(0.08) ? chance.whole(1, 5) : 0,
				}),
			);
	}
	return [...held, ...excused];
}

/** Lönashult has had none, so that six of seven kommundelar are reached at the demo date. */
function hastighetskontroller(chance: Chance): Handelse[] {
	const kommundelar = ["Alvesta", "Alvesta", "Moheda", "Moheda", "Vislanda", "Grimslöv", "Hjortsberga", "Torpsbruk"];
	return datesOn([1, 2, 4], "2017-03-20", LAST_DAY)
		.filter(() => chance.happens(0.16))
		.map((date, index) =>
			registrering(date, "Hastighetskontroll", {
				plats: kommundelar[index % kommundelar.length] ?? "Alvesta",
				time: "15:20",
				daysLater: chance.happens(0.1) ? chance.whole(1, 12) : 0,
				biprodukter: chance.happens(0.6) ? [{ code: "ordningsbot", quantity: chance.whole(1, 9) }] : [],
			}),
		);
}

function synlighet(chance: Chance): Handelse[] {
	return [
		...datesOn([4, 5, 6], "2017-03-02", LAST_DAY)
			.filter(() => chance.happens(0.28))
			.map((date) =>
				registrering(date, "Synlig patrull", {
					plats: chance.pick(["Alvesta centrum", "Resecentrum", "Resecentrum"]),
					time: "19:40",
				}),
			),
		...datesOn([6], "2017-04-01", LAST_DAY)
			.filter(() => chance.happens(0.24))
			.map((date) =>
				registrering(date, "Volontärpass", {
					plats: chance.pick(["Alvesta centrum", "Moheda", "Vislanda"]),
					performedBy: "annan",
					daysLater: 2,
				}),
			),
	];
}

function moten(chance: Chance): Handelse[] {
	const bra = ["2017-03-16", "2017-06-15", "2017-09-14", "2017-11-30", "2018-02-15", "2018-05-31", "2018-09-13"];
	const medborgarmoten: [date: string, plats: string][] = [
		["2017-05-09", "Moheda"],
		["2017-10-10", "Vislanda"],
		["2018-03-13", "Alvesta"],
		["2018-09-25", "Grimslöv"],
	];
	return [
		...bra.map((date) =>
			registrering(date, ["Polisen i BRÅ", "Kommunen i BRÅ"], {
				by: chance.pick(["kommunpolis", "samordnare"] as const),
				performedBy: "gemensamt",
				time: "11:30",
			}),
		),
		...medborgarmoten.map(([date, plats]) =>
			registrering(date, "Medborgarmöte", { by: "samordnare", performedBy: "gemensamt", plats, time: "19:45" }),
		),
	];
}
