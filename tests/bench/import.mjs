/**
 * What an import costs over real HTTP, and what it costs the others: the time of each step for 500 and 10 000 rows, and how
 * long `/halsa` and a page took meanwhile, as ratios to the same two at rest. Run after pages.mjs by `npm run bench`.
 */
import { startBenchDemo } from "./benchDemo.mjs";

const KOMMUN = "savsjo";
const PAGE = `/intern/${KOMMUN}/logga`;
const DAYS = 180;
const { origin, signIn } = await startBenchDemo();
const cookie = await signIn(KOMMUN);

await watch(() => rest(200));
const idle = await watch(() => rest(2000));
console.log(`at rest: /halsa ${ms(idle.halsa.median)}, ${PAGE} ${ms(idle.page.median)} (medians)`);
console.log(
	`${"rows".padEnd(8)}${"upload".padStart(10)}${"check".padStart(10)}${"run".padStart(10)}   longest wait meanwhile (× at rest)`,
);
for (const rows of [500, 10_000]) {
	const steps = {};
	const { halsa, page } = await watch(() => importFile(rows, steps));
	const waits = [
		`/halsa ${ms(halsa.longest)} (${ratio(halsa.longest, idle.halsa.longest)})`,
		`page ${ms(page.longest)} (${ratio(page.longest, idle.page.longest)})`,
	].join(", ");
	const times = [steps.upload, steps.check, steps.run].map((time) => ms(time).padStart(10)).join("");
	console.log(`${String(rows).padEnd(8)}${times}   ${waits}`);
}
process.exit();

/** Goes the way of somebody with a file: reads it, looks it over, answers what is asked, imports. */
async function importFile(rows, steps) {
	const form = new FormData();
	form.set("uuid", crypto.randomUUID());
	form.set("file", new File([csvOf(rows)], `logg-${rows}.csv`));
	const uploaded = await timed(steps, "upload", async () => {
		let to = await post(`/intern/${KOMMUN}/import`, form);
		while (!/\/import\/\d+/.test(to)) {
			await rest(50);
			to = await get(to).then(({ url }) => new URL(url).pathname + new URL(url).search);
		}
		return to;
	});
	await timed(steps, "check", () => until(uploaded, (html) => !html.includes("<progress")));
	for (const answers of [{ takesLate: "ja", takesLikeExisting: "ja", leavesOutFaulty: "ja" }])
		await send(uploaded, "answer", answers);
	await until(uploaded, (html) => html.includes('value="runImport"'));
	await timed(steps, "run", async () => {
		await send(uploaded, "runImport", {});
		await until(uploaded, (html) => html.includes("importerade"));
	});
}

/** Each row says something of its own, so that all of them come in. */
function csvOf(rows) {
	const lines = Array.from({ length: rows }, (_, index) => {
		const day = new Date(Date.UTC(2018, 3, 10 + (index % DAYS))).toISOString().slice(0, 10);
		return `${day};Riktad insats;1;;Polisen;Pass ${rows} ${index}`;
	});
	return ["Datum;Aktivitet;Antal;Plats;Utförd av;Anteckning", ...lines].join("\r\n");
}

async function send(path, intent, fields) {
	const { html } = await get(path);
	const version = new RegExp(`value="${intent}"/>(?:<input[^>]*>)*?<input[^>]*name="version" value="(\\d+)"`).exec(
		html,
	)?.[1];
	if (version === undefined) return;
	await post(path, new URLSearchParams({ intent, version, ...fields }));
}

async function until(path, isSo) {
	for (;;) {
		const { html } = await get(path);
		if (isSo(html)) return;
		await rest(50);
	}
}

async function get(path) {
	const answer = await fetch(origin + path, { headers: { Cookie: cookie } });
	return { url: answer.url, html: await answer.text() };
}

async function post(path, body) {
	const answer = await fetch(origin + path, {
		method: "POST",
		redirect: "manual",
		headers: { Cookie: cookie, Origin: origin },
		body,
	});
	if (answer.status >= 400) throw new Error(`${path}: ${answer.status}`);
	return answer.headers.get("location") ?? path;
}

async function timed(steps, name, work) {
	const begun = performance.now();
	const result = await work();
	steps[name] = performance.now() - begun;
	return result;
}

/** Asks for `/halsa` and a page over and over while the work goes on, as somebody else would. */
async function watch(work) {
	const times = { halsa: [], page: [] };
	let isOver = false;
	const ask = async (path, kept) => {
		while (!isOver) {
			const begun = performance.now();
			await fetch(origin + path, { headers: { Cookie: cookie } }).then((answer) => answer.text());
			kept.push(performance.now() - begun);
			await rest(10);
		}
	};
	const asking = [ask("/halsa", times.halsa), ask(PAGE, times.page)];
	await work();
	isOver = true;
	await Promise.all(asking);
	return { halsa: summary(times.halsa), page: summary(times.page) };
}

function summary(times) {
	times.sort((a, b) => a - b);
	return { median: times[Math.floor(times.length / 2)], longest: times.at(-1) };
}

function rest(milliseconds) {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function ms(time) {
	return time === undefined ? "–" : `${time.toFixed(0)} ms`;
}

function ratio(one, other) {
	return (one / other).toFixed(1);
}
