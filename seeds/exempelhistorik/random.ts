/** Chance that is the same every time: the example history must be equal on every load. */
export interface Chance {
	/** True in about the given share of the calls (0–1). */
	happens(share: number): boolean;
	pick<Item>(items: readonly Item[]): Item;
	/** A whole number of the closed interval. */
	whole(from: number, to: number): number;
	uuid(): string;
}

/** mulberry32, a small generator of 32 bits: plenty for picking evenings. */
export function seededChance(seed: number): Chance {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
	const hex = (digits: number) => Array.from({ length: digits }, () => whole(0, 15).toString(16)).join("");
	return {
		happens: (share) => next() < share,
		pick: (items) => {
			const item = items[whole(0, items.length - 1)];
			if (item === undefined) throw new RangeError("nothing to pick from");
			return item;
		},
		whole,
		uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${"89ab"[whole(0, 3)]}${hex(3)}-${hex(12)}`,
	};
}
