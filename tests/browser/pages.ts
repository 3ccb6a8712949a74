import type { Page } from "playwright-core";

/** Signs in through the demo's own form, without clicking through the page. */
export async function signInAs(page: Page, { origin, kommun, roll }: { origin: string; kommun: string; roll: string }) {
	await page.context().request.post(`${origin}/demo/logga-in`, {
		form: { kommun, roll },
		headers: { Origin: origin },
	});
}

interface DemoPages {
	kommun: string;
	roll: string;
	paths: string[];
}

/** Pages of the demo to look at, per person who can open them. The ids are those of a freshly loaded demo. */
export const ALL_PAGES: DemoPages[] = [
	{
		kommun: "",
		roll: "",
		paths: [
			"/",
			"/logga-in",
			"/tillganglighet",
			"/personuppgifter",
			// The kommun's public pages have tests of their own: public.test.ts.
			"/kontrollera",
			"/kontrollera?kod=7K3M",
			"/finns-inte",
		],
	},
	{
		kommun: "savsjo",
		roll: "samordnare",
		paths: [
			"/intern",
			"/intern/konto",
			"/intern/savsjo",
			"/intern/savsjo?period=2017-T3",
			"/intern/savsjo/logga",
			"/intern/savsjo/registreringar",
			"/intern/savsjo/registreringar?q=finns-inte",
			"/intern/savsjo/registreringar/1",
			"/intern/savsjo/dokument",
			"/intern/savsjo/dokument/nytt",
			"/intern/savsjo/dokument/2",
			"/intern/savsjo/dokument/2/andra",
			"/intern/savsjo/dokument/2/ersatt",
			// milestone, recurring without hours, ongoing, count, recurring with opening hours
			"/intern/savsjo/aktivitet/1",
			"/intern/savsjo/aktivitet/2",
			"/intern/savsjo/aktivitet/5",
			"/intern/savsjo/aktivitet/8",
			"/intern/savsjo/aktivitet/10",
			"/intern/savsjo/aktivitet/11?sparat=confirmFordelning",
			"/intern/savsjo/aktivitet/10/matt/10",
			"/intern/savsjo/aktivitet/8/matt/8?ratta=2018-04-10",
			"/intern/savsjo/atgarder",
			// the meetings: all, one with a live agenda, and minutes; the projector
			"/intern/savsjo/mote",
			"/intern/savsjo/mote/4",
			"/intern/savsjo/mote/3",
			"/intern/savsjo/mote/4/visa",
			"/intern/savsjo/mote/4/visa?punkt=atgarder",
			"/intern/savsjo/kalender",
			"/intern/savsjo/historik",
			"/intern/savsjo/kom-igang",
			// The pages of an import have a test of their own: import.test.ts.
			"/intern/savsjo/import",
		],
	},
	{
		kommun: "savsjo",
		roll: "samordnare",
		paths: [
			"/intern/savsjo/rapport",
			// a rättelse and what it replaced, signed, inlämnad, utkast; no such report
			"/intern/savsjo/rapport/2017-T1",
			"/intern/savsjo/rapport/2017-T1?version=1",
			"/intern/savsjo/rapport/2018-T1",
			"/intern/savsjo/rapport/2018-T2",
			"/intern/savsjo/rapport/2018-T3",
			"/intern/savsjo/rapport/2015-T1",
			"/intern/savsjo/rapport/2018-T2/visa",
			"/intern/savsjo/rapport/2018-T2/visa?bild=3",
		],
	},
	{
		kommun: "savsjo",
		roll: "undertecknare",
		paths: ["/intern/savsjo/rapport/2018-T1/signera", "/intern/savsjo/rapport/2018-T2/signera"],
	},
	{ kommun: "alvesta", roll: "undertecknare", paths: ["/intern/alvesta/rapport/2018-T2/signera"] },
	{
		kommun: "savsjo",
		roll: "kommunpolis",
		paths: ["/intern/savsjo/rapport/2018-T3"],
	},
	{
		kommun: "savsjo",
		roll: "ledamot",
		paths: ["/intern/savsjo/rapport/2018-T2"],
	},
	{
		kommun: "jonkoping",
		roll: "kommunpolis",
		// a cadence with helgkvällar beside a coverage; an outcome; no meeting and no åtgärd yet
		paths: [
			"/intern/jonkoping/mote",
			"/intern/jonkoping/atgarder",
			"/intern/jonkoping",
			"/intern/jonkoping/aktivitet/12",
			"/intern/jonkoping/aktivitet/15",
		],
	},
	{
		kommun: "sunne",
		roll: "samordnare",
		paths: [
			"/intern/sunne",
			"/intern/sunne/aktivitet/21",
			"/intern/sunne/rapport/2018-T2",
			"/intern/sunne/atgarder",
			"/intern/sunne/atgarder?visa=forsenade",
			"/intern/sunne/atgarder?visa=alla&sparat=completeAtgard",
		],
	},
	{
		kommun: "alvesta",
		roll: "admin",
		paths: [
			"/intern/alvesta",
			"/intern/alvesta/aktivitet/23",
			"/intern/alvesta/aktivitet/24",
			"/intern/alvesta/personer",
			"/intern/ny-kommun",
			"/intern/alvesta/kom-igang",
			"/intern/alvesta/installningar",
		],
	},
	{ kommun: "savsjo", roll: "kommunpolis-flera", paths: ["/intern"] },
];
