import { expect, test, vi } from "vitest";
import { Fault } from "#app/domain/fault.ts";
import { createJobKeeper, waitAWhile } from "#app/import/jobs.server.ts";

/** A piece of work that ends when the test says so. */
function openEnded<Result>() {
	let finish: (result: Result) => void = () => {};
	let fail: (error: unknown) => void = () => {};
	const work = new Promise<Result>((resolve, reject) => {
		finish = resolve;
		fail = reject;
	});
	return { work: () => work, finish, fail };
}

test("the same key is the same job, while it goes on and afterwards", async () => {
	const keeper = createJobKeeper<string>({ mostEnded: 10 });
	const { work, finish } = openEnded<string>();
	const never = () => Promise.reject(new Error("begun twice"));
	const first = keeper.begin("a", work);
	expect(keeper.begin("a", never)).toBe(first);
	finish("klart");
	await first.ended;
	expect(keeper.begin("a", never).outcome).toEqual({ is: "done", result: "klart" });
	expect(keeper.find("b")).toBeUndefined();
});

test("one is done at a time, in the order they came, and one that fails keeps nobody waiting", async () => {
	const keeper = createJobKeeper<string>({ mostEnded: 10 });
	const begun: string[] = [];
	const first = openEnded<string>();
	const work = (name: string, of: () => Promise<string>) => () => {
		begun.push(name);
		return of();
	};
	const a = keeper.begin("a", work("a", first.work));
	const b = keeper.begin(
		"b",
		work("b", async () => "b"),
	);
	await waitAWhile(b, 5);
	expect(begun).toEqual(["a"]);
	first.fail(new Fault("invalid", "Fil: den är tom."));
	await b.ended;
	expect(begun).toEqual(["a", "b"]);
	expect(a.outcome).toEqual({ is: "failed", error: new Fault("invalid", "Fil: den är tom.") });
	expect(b.outcome).toEqual({ is: "done", result: "b" });
});

test("a job tells how far it has come", async () => {
	const keeper = createJobKeeper<void>({ mostEnded: 10 });
	const { work, finish } = openEnded<void>();
	const job = keeper.begin("a", (report) => {
		report(400, 1000);
		return work();
	});
	expect(job.progress).toBeNull();
	await waitAWhile(job, 5);
	expect(job.progress).toEqual({ done: 400, total: 1000 });
	expect(job.outcome).toBeUndefined();
	finish();
	await waitAWhile(job, 60_000);
	expect(job.outcome?.is).toBe("done");
});

test("one that has ended is forgotten when asked, and the longest unused when there are many", async () => {
	const keeper = createJobKeeper<number>({ mostEnded: 2 });
	const { work, finish } = openEnded<number>();
	for (const [index, key] of ["a", "b", "c"].entries()) await keeper.begin(key, async () => index).ended;
	expect([keeper.find("a"), keeper.find("b")?.outcome, keeper.find("c")?.outcome]).toEqual([
		undefined,
		{ is: "done", result: 1 },
		{ is: "done", result: 2 },
	]);
	keeper.find("b");
	const running = keeper.begin("d", work);
	keeper.forget("d");
	expect(keeper.find("d")).toBe(running);
	finish(3);
	await running.ended;
	expect([keeper.find("c"), keeper.find("b")?.outcome]).toEqual([undefined, { is: "done", result: 1 }]);
	keeper.forget("b");
	expect(keeper.find("b")).toBeUndefined();
});

test("what nobody expected is logged, since the request may be gone; a refusal is not", async () => {
	const keeper = createJobKeeper<void>({ mostEnded: 10 });
	await keeper.begin("a", () => Promise.reject(new Fault("conflict", "Importen är redan klar."))).ended;
	expect(console.error).not.toHaveBeenCalled();
	vi.mocked(console.error).mockImplementationOnce(() => {});
	await keeper.begin("b", () => Promise.reject(new Error("disk"))).ended;
	expect(console.error).toHaveBeenCalledOnce();
	vi.mocked(console.error).mockClear();
});
