import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";

/** A text that is being written, as the rest of the page needs to know it. */
interface WrittenText {
	isUnsaved: () => boolean;
	save: () => void;
}

interface UnsavedTexts {
	/** Returns how to take it away again. */
	add: (text: WrittenText) => () => void;
	/** Told by a text when it may have become saved or unsaved. */
	noteChange: () => void;
	isAnyUnsaved: () => boolean;
	saveAll: () => void;
	/** Changes with every `noteChange`. */
	tick: number;
}

const Context = createContext<UnsavedTexts | null>(null);

/** Knows which of the page's texts are not saved yet, so that klar is not said before they are. */
export function UnsavedTextsProvider({ children }: { children: ReactNode }) {
	const texts = useRef(new Set<WrittenText>());
	const [tick, setTick] = useState(0);
	const value = useMemo<UnsavedTexts>(
		() => ({
			add: (text) => {
				texts.current.add(text);
				return () => {
					texts.current.delete(text);
				};
			},
			noteChange: () => setTick((before) => before + 1),
			isAnyUnsaved: () => [...texts.current].some((text) => text.isUnsaved()),
			saveAll: () => {
				for (const text of texts.current) if (text.isUnsaved()) text.save();
			},
			tick,
		}),
		[tick],
	);
	return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useUnsavedTexts(): UnsavedTexts {
	const texts = useContext(Context);
	if (!texts) throw new Error("UnsavedTextsProvider is missing");
	return texts;
}

/** Runs `then` once everything that was typed has been saved; at once when nothing waits. */
export function useWhenSaved(then: () => void): { isWaiting: boolean; start: () => boolean } {
	const { isAnyUnsaved, saveAll, tick } = useUnsavedTexts();
	const [isWaiting, setIsWaiting] = useState(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked again when a text says that it has changed
	useEffect(() => {
		if (!isWaiting || isAnyUnsaved()) return;
		setIsWaiting(false);
		then();
	}, [tick, isWaiting]);
	return {
		isWaiting,
		/** Returns whether there was something to wait for. */
		start: () => {
			if (!isAnyUnsaved()) return false;
			setIsWaiting(true);
			saveAll();
			return true;
		},
	};
}
