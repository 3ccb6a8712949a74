/**
 * Server time of the demo's heaviest pages over real HTTP: the median and the 95th percentile of 200 requests one after
 * the other, and the ratio to /halsa, which only asks the database whether it is there. `npm run bench`
 *
 * The PDF of an utkast is drawn anew for each of its requests, which are fewer; one that is signed is drawn once.
 */
import { startBenchDemo } from "./benchDemo.mjs";

const ROUNDS = 200;
const WARM_UP = 30;
const PDF_ROUNDS = 10;
/** Whose samordnare asks (null: anybody), what for, and how many times unless as many as for the others. */
const PAGES = [
	["savsjo", "/intern/savsjo"],
	["savsjo", "/intern/savsjo/aktivitet/10"],
	["savsjo", "/intern/savsjo/aktivitet/8"],
	["savsjo", "/intern/savsjo/logga"],
	["savsjo", "/intern/savsjo/registreringar"],
	["savsjo", "/intern/savsjo/import"],
	["jonkoping", "/intern/jonkoping"],
	["jonkoping", "/intern/jonkoping/aktivitet/12"],
	["alvesta", "/intern/alvesta"],
	["alvesta", "/intern/alvesta/aktivitet/24"],
	["sunne", "/intern/sunne/aktivitet/21"],
	["savsjo", "/intern"],
	["savsjo", "/intern/notiser.json"],
	["savsjo", "/intern/savsjo/mote"],
	// An agenda that is written as it is read, and minutes that stand.
	["savsjo", "/intern/savsjo/mote/4"],
	["savsjo", "/intern/savsjo/mote/4/visa?punkt=atgarder"],
	["savsjo", "/intern/savsjo/mote/3"],
	["savsjo", "/intern/savsjo/rapport"],
	["savsjo", "/intern/savsjo/rapport/2018-T3"],
	["savsjo", "/intern/savsjo/rapport/2018-T1"],
	["jonkoping", "/intern/jonkoping/rapport/2016-T3"],
	["savsjo", "/intern/savsjo/rapport/2018-T3.pdf", PDF_ROUNDS],
	[null, "/jonkoping"],
	[null, "/jonkoping/rapport/2016-T3"],
	[null, "/jonkoping/rapport/2016-T3.pdf"],
];

const { origin, signIn } = await startBenchDemo();
const baseline = await measure("/halsa", { cookie: "" });
console.log(`${"page".padEnd(36)}median ms    p95 ms   × /halsa`);
print("/halsa", baseline);
for (const [kommun, path, rounds] of PAGES)
	print(path, await measure(path, { cookie: kommun ? await signIn(kommun) : "", rounds }));
process.exit();

async function measure(path, { cookie, rounds = ROUNDS }) {
	const times = [];
	const warmUp = Math.min(WARM_UP, rounds);
	for (let round = 0; round < warmUp + rounds; round++) {
		const begun = performance.now();
		const answer = await fetch(origin + path, { headers: { Cookie: cookie } });
		await answer.text();
		if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
		if (round >= warmUp) times.push(performance.now() - begun);
	}
	times.sort((a, b) => a - b);
	return { median: times[rounds / 2], p95: times[Math.floor(rounds * 0.95)] };
}

function print(path, { median, p95 }) {
	const ratio = (median / baseline.median).toFixed(1);
	console.log(`${path.padEnd(36)}${median.toFixed(2).padStart(9)}${p95.toFixed(2).padStart(10)}${ratio.padStart(11)}`);
}
