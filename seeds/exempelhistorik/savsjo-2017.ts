import { isHelgdag } from "#app/domain/holidays.ts";
import { bekraftadAvBada, datesOn, type Handelse, instant, registrering } from "./handelse.ts";
import { type Chance, seededChance } from "./random.ts";

const TUESDAY_AND_THURSDAY = [2, 4];

/** A slow spring and a strong autumn: the riktade insatserna miss their first tertial and end at 12 of at least 10. */
export function historikSavsjo2017(): Handelse[] {
	const chance = seededChance(20170101);
	return [
		...bekraftadAvBada("Riktad insats", "2017-01-12"),
		...bekraftadAvBada("Samverkansmöte", "2017-01-12"),
		...poliskontoret(chance),
		...riktadeInsatser(),
		...tidigUpptackt(chance),
		...samverkansmoten(),
	];
}

function poliskontoret(chance: Chance): Handelse[] {
	const openDays = datesOn(TUESDAY_AND_THURSDAY, "2017-02-09", "2017-12-21").filter((date) => {
		const isSummer = date >= "2017-07-03" && date <= "2017-08-06";
		return !isHelgdag(date) && !chance.happens(isSummer ? 0.7 : 0.12);
	});
	return [
		registrering("2017-01-16", "Lokal upplåten", { by: "samordnare", note: "Nycklarna överlämnade." }),
		registrering("2017-02-06", "Öppettider på hemsidan", { by: "samordnare", daysLater: 14 }),
		registrering("2017-02-07", "Poliskontoret öppnat", { plats: "Poliskontoret", performedBy: "gemensamt" }),
		...openDays.map((date) =>
			registrering(date, "Öppet poliskontor", {
				plats: "Poliskontoret",
				time: "15:05",
				daysLater: chance.happens(0.06) ? chance.whole(1, 6) : 0,
			}),
		),
	];
}

function riktadeInsatser(): Handelse[] {
	const insats = (date: string, plats: string, details: Parameters<typeof registrering>[2] = {}) =>
		registrering(date, "Riktad insats", { plats, time: "21:15", ...details });
	return [
		insats("2017-02-24", "Sävsjö centrum", { biprodukter: [{ code: "anmalningar", quantity: 1 }] }),
		insats("2017-04-21", "Vrigstad", { note: "Tillsammans med fältgruppen." }),
		insats("2017-05-12", "Sävsjö centrum", { biprodukter: [{ code: "beslag", quantity: 2 }] }),
		insats("2017-06-09", "Sävsjö centrum", {
			note: "Skolavslutningen.",
			biprodukter: [
				{ code: "beslag", quantity: 3 },
				{ code: "anmalningar", quantity: 2 },
			],
		}),
		insats("2017-06-23", "Stockaryd", { daysLater: 11, note: "Midsommarafton, registrerad i efterhand." }),
		insats("2017-08-25", "Sävsjö centrum"),
		insats("2017-09-08", "Gymnasiet", { biprodukter: [{ code: "anmalningar", quantity: 1 }] }),
		insats("2017-09-29", "Rörvik", { key: "dubbel" }),
		insats("2017-09-29", "Rörvik", { key: "rorvik", time: "21:40" }),
		{
			kind: "makulering",
			key: "dubbel",
			at: instant("2017-10-02", "07:20"),
			by: "kommunpolis",
			reason: "Samma insats registrerad två gånger.",
		},
		insats("2017-10-14", "Sävsjö centrum", { biprodukter: [{ code: "beslag", quantity: 1 }] }),
		insats("2017-11-03", "Sävsjö centrum", { key: "allhelgona", note: "Allhelgonahelgen." }),
		{
			kind: "korrigering",
			key: "allhelgona",
			at: instant("2017-11-06", "08:05"),
			by: "kommunpolis",
			change: { plats: "Vrigstad", note: "Allhelgonahelgen. Platsen var Vrigstad." },
		},
		insats("2017-11-24", "Högstadiet"),
		insats("2017-12-13", "Sävsjö centrum", {
			note: "Lucianatten.",
			biprodukter: [{ code: "omhandertaganden", quantity: 1 }],
		}),
	];
}

function tidigUpptackt(chance: Chance): Handelse[] {
	return datesOn([3], "2017-01-25", "2017-12-20")
		.filter(() => chance.happens(0.5))
		.map((date) =>
			registrering(date, "Tidig upptäckt", { plats: chance.pick(["Högstadiet", "Gymnasiet", "Sävsjö centrum"]) }),
		);
}

function samverkansmoten(): Handelse[] {
	return ["2017-02-15", "2017-05-31", "2017-09-13", "2017-12-06"].map((date) =>
		registrering(date, "Samverkansmöte", { by: "samordnare", performedBy: "gemensamt", time: "10:30" }),
	);
}
