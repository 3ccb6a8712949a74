/** A page asks for what is new no more often than this. */
export const LOOK_EVERY = 60_000;

/** What of the page decides whether it looks for what is new. */
export interface LookedAt {
	/** The page is in sight and nobody is in the middle of something. */
	mayLook: () => boolean;
	look: () => void;
	/** Calls back when the page comes into sight again; gives what ends that. */
	whenInSight: (callBack: () => void) => () => void;
}

/**
 * Looks for what is new once a minute, and at once when the page comes into sight after a longer while; never twice within a
 * minute. A minute in which it may not look is passed over.
 *
 * @returns what ends it
 */
export function lookEachMinute({ mayLook, look, whenInSight }: LookedAt): () => void {
	let lookedAt = Date.now();
	let timer = setTimeout(tick, LOOK_EVERY);

	function tick() {
		clearTimeout(timer);
		timer = setTimeout(tick, LOOK_EVERY);
		if (!mayLook()) return;
		lookedAt = Date.now();
		look();
	}

	const stopWaiting = whenInSight(() => {
		if (Date.now() - lookedAt >= LOOK_EVERY) tick();
	});
	return () => {
		clearTimeout(timer);
		stopWaiting();
	};
}

/** A field as the page has it, told apart from what it was drawn with. */
interface FieldNow {
	value: string;
	defaultValue?: string;
	type: string;
	checked?: boolean;
	defaultChecked?: boolean;
	options?: Iterable<{ selected: boolean; defaultSelected: boolean }>;
}

/** Whether somebody has changed the field since it was drawn. A field that is not shown is nobody's. */
export function isChanged({ type, value, defaultValue, checked, defaultChecked, options }: FieldNow): boolean {
	if (type === "hidden") return false;
	if (type === "radio" || type === "checkbox") return checked !== defaultChecked;
	if (!options) return value !== defaultValue;
	const all = [...options];
	const drawn = Math.max(
		0,
		all.findIndex(({ defaultSelected }) => defaultSelected),
	);
	return all.findIndex(({ selected }) => selected) !== drawn;
}
