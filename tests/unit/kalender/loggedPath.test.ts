import { expect, test } from "vitest";
import { loggedPath } from "#app/http/loggedPath.server.ts";

const TOKEN = "Zm9yIHRlc3RzIG9ubHkgZm9yIHRlc3RzIG9ubHkgZm9";

test.each([
	[`/kalender/${TOKEN}.ics`, "/kalender/…"],
	[`/kalender/${TOKEN}`, "/kalender/…"],
	[`/Kalender/${TOKEN}.ics`, "/kalender/…"],
	[`//kalender//${TOKEN}.ics`, "/kalender/…"],
	[`/k%61lender/${TOKEN}.ics`, "/kalender/…"],
	[`/avanmal/${TOKEN}`, "/avanmal/…"],
	[`/inbjudan/${TOKEN}`, "/inbjudan/…"],
	[`/inbjudan/${TOKEN}.data`, "/inbjudan/…"],
	[`/inbjudan/${TOKEN}/%`, "/inbjudan/…"],
])("the key in %s stays out of the log", (path, logged) => {
	expect(loggedPath(path)).toBe(logged);
});

test.each([
	"/",
	"/intern/savsjo/kalender",
	"/intern/savsjo/kalender/2018",
	"/kalender",
	"/kalendern/2018",
	"/%E0%A4%A",
])("%s is logged as it is", (path) => {
	expect(loggedPath(path)).toBe(path);
});
