import { expect, test } from "vitest";
import { RenderedFiles } from "#app/outputs/renderedFiles.server.ts";

test("what several ask for at once is rendered once, and not again", async () => {
	const { files, rendered, render } = counting();
	expect(await Promise.all([files.once(["pdf", 1], render("a")), files.once(["pdf", 1], render("b"))])).toEqual([
		"a",
		"a",
	]);
	expect(await files.once(["pdf", 1], render("c"))).toBe("a");
	expect(rendered).toEqual(["a"]);
});

test("what is made from anything else is another file", async () => {
	const { files, render } = counting();
	expect(await files.once({ title: "x", edition: 1 }, render("a"))).toBe("a");
	expect(await files.once({ title: "x", edition: 2 }, render("b"))).toBe("b");
});

test("a file that could not be rendered is tried again", async () => {
	const { files, render } = counting();
	await expect(files.once("x", () => Promise.reject(new Error("no font")))).rejects.toThrow("no font");
	expect(await files.once("x", render("a"))).toBe("a");
});

test("the one that nobody has asked for longest is the first to be forgotten", async () => {
	const { files, rendered, render } = counting();
	for (let number = 0; number < 32; number++) await files.once(number, render(`first ${number}`));
	await files.once(0, render("again 0"));
	await files.once("one more", render("one more"));
	await files.once(0, render("again 0"));
	await files.once(1, render("again 1"));
	expect(rendered.slice(32)).toEqual(["one more", "again 1"]);
});

function counting() {
	const rendered: string[] = [];
	const render = (file: string) => async () => {
		rendered.push(file);
		return file;
	};
	return { files: new RenderedFiles(), rendered, render };
}
