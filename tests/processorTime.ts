/**
 * The milliseconds that this process keeps a processor busy with the work. A limit on them says the same on a computer that
 * is busy with other things, where the clock on the wall would not.
 */
export async function processorTime(work: () => unknown): Promise<number> {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
