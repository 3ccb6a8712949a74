/** Lets the requests that wait be answered before long work goes on. Never within a transaction. */
export function othersFirst(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
