/** Makes keys that have not been used in the utkast. */
export interface Keys {
	make(prefix: "l" | "a" | "m" | "q"): string;
	last(): number;
}

/** Goes on after the highest number used. */
export function keysAfter(lastKey: number): Keys {
	let last = lastKey;
	return {
		make(prefix) {
			last += 1;
			return `${prefix}${last}`;
		},
		last: () => last,
	};
}
