import { useFetcher, useRevalidator } from "@remix-run/react";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { refusalIn } from "#app/domain/formRefusal.ts";
import type { RapportTextField } from "#app/domain/rapportText.ts";
import { QUIET } from "#app/features/quietSubmission.ts";
import { useLocalDraft } from "#app/features/useLocalDraft.ts";
import {
	clockOf,
	isFilledAlike,
	isSameTexts,
	type SavedText,
	type TextConflict,
	type TextSaved,
	type Texts,
} from "./textPlaces.ts";
import { useUnsavedTexts } from "./unsavedTexts.tsx";

/** How it stands with what is typed. */
export type DraftState =
	| { is: "saved"; at: string | null }
	| { is: "typing" }
	| { is: "saving" }
	| { is: "unsaved"; message: string }
	| { is: "conflict"; conflict: TextConflict };

/** Typed and not saved for so long: it is saved. */
const PAUSE_MS = 1200;
/** After the network was gone it is tried again. */
const RETRY_MS = 15_000;

interface KeptDraft {
	texts: Texts;
	/** The version that it was written on. */
	base: number;
}

interface TextDraftProps {
	/** Names the text and whose it is. */
	draftKey: string;
	formRef: RefObject<HTMLFormElement>;
	names: readonly RapportTextField[];
	saved: SavedText;
	/** What the page's own action answered this form, when it was posted without JavaScript. */
	conflict: TextConflict | undefined;
}

/**
 * Saves what is typed in the form's text areas, a moment after the last key, and keeps a copy in the browser until the
 * server has it. It stops at a conflict: then only the person decides. The text areas keep their own values.
 */
export function useTextDraft({ draftKey, formRef, names, saved, conflict }: TextDraftProps) {
	const fetcher = useFetcher<unknown>({ key: draftKey });
	const { revalidate } = useRevalidator();
	const { add, noteChange } = useUnsavedTexts();
	const local = useLocalDraft<KeptDraft>(draftKey);
	const [state, setState] = useState<DraftState>(conflict ? { is: "conflict", conflict } : { is: "saved", at: null });
	/** When what is in the text areas was found in the browser and not on the server. */
	const [restoredAt, setRestoredAt] = useState<string | null>(null);

	const known = useRef(saved);
	const sent = useRef<Texts | null>(null);
	const timer = useRef<ReturnType<typeof setTimeout>>();
	const isStopped = useRef(conflict !== undefined);
	const handled = useRef<unknown>();

	const typed = useCallback((): Texts => {
		const form = formRef.current;
		return Object.fromEntries(names.map((name) => [name, areaOf(form, name)?.value ?? ""]));
	}, [formRef, names]);

	const put = useCallback(
		(texts: Texts) => {
			for (const name of names) {
				const area = areaOf(formRef.current, name);
				if (area) area.value = texts[name] ?? "";
			}
		},
		[formRef, names],
	);

	const isUnsaved = useCallback(() => !isSameTexts(typed(), pick(known.current.texts, names)), [typed, names]);

	const save = useCallback(() => {
		clearTimeout(timer.current);
		const form = formRef.current;
		if (!form || isStopped.current || sent.current) return;
		if (!isUnsaved()) {
			local.clear();
			setState((before) => (before.is === "saved" ? before : { is: "saved", at: null }));
			return;
		}
		const body = new FormData(form);
		body.set("version", String(known.current.version));
		body.set(QUIET.name, QUIET.value);
		sent.current = typed();
		setState({ is: "saving" });
		fetcher.submit(body, { method: "post" });
	}, [fetcher, formRef, isUnsaved, local, typed]);

	const saveSoon = useCallback(
		(pause: number) => {
			clearTimeout(timer.current);
			timer.current = setTimeout(() => save(), pause);
		},
		[save],
	);

	const onInput = useCallback(() => {
		local.write({ texts: typed(), base: known.current.version });
		if (isStopped.current) return;
		setState({ is: "typing" });
		noteChange();
		saveSoon(PAUSE_MS);
	}, [local, noteChange, saveSoon, typed]);

	const accept = useCallback(
		(text: SavedText, at: string | null) => {
			const before = known.current;
			known.current = text;
			if (isUnsaved()) saveSoon(PAUSE_MS);
			else local.clear();
			setState(isUnsaved() ? { is: "typing" } : { is: "saved", at });
			noteChange();
			// The report now exists, or what it lacks has changed: the rest of the page has something new to say.
			if (before.version === 0 || !isFilledAlike(before.texts, text.texts)) revalidate();
		},
		[isUnsaved, local, noteChange, revalidate, saveSoon],
	);

	const stopAt = useCallback(
		(found: TextConflict) => {
			isStopped.current = true;
			setState({ is: "conflict", conflict: found });
			noteChange();
		},
		[noteChange],
	);

	// What the server said of the last saving.
	useEffect(() => {
		if (fetcher.state !== "idle" || !fetcher.data || fetcher.data === handled.current || !sent.current) return;
		handled.current = fetcher.data;
		const was = sent.current;
		sent.current = null;
		const answer = fetcher.data as { textSaved?: TextSaved; conflict?: TextConflict };
		if (answer.textSaved) return accept({ version: answer.textSaved.version, texts: was }, answer.textSaved.at);
		// The answer to an earlier saving was lost on the way: what is there is our own.
		if (answer.conflict && isSameTexts(pick(answer.conflict.texts, names), was))
			return accept({ version: answer.conflict.version, texts: was }, clockOf(answer.conflict.savedAt));
		if (answer.conflict) return stopAt(answer.conflict);
		setState({ is: "unsaved", message: refusalIn(answer)?.errors[0]?.message ?? NOT_SAVED });
		noteChange();
		if ("isUnreachable" in answer) saveSoon(RETRY_MS);
	}, [fetcher.state, fetcher.data, accept, names, noteChange, saveSoon, stopAt]);

	// Once, when the page has come: what the browser kept, or what was typed before the script did.
	// biome-ignore lint/correctness/useExhaustiveDependencies: only at the beginning
	useEffect(() => {
		if (conflict) return;
		const kept = local.read();
		if (kept && !isSameTexts(kept.value.texts, pick(known.current.texts, names))) {
			put(kept.value.texts);
			known.current = { ...known.current, version: kept.value.base };
			setRestoredAt(kept.at);
			setState({ is: "typing" });
			noteChange();
			saveSoon(0);
		} else if (kept) local.clear();
		else if (isUnsaved()) onInput();
	}, []);

	// Saved by somebody else, or in another tab, while nothing is being typed here: it is shown.
	useEffect(() => {
		if (saved.version <= known.current.version || sent.current || isStopped.current) return;
		if (isUnsaved()) return;
		known.current = saved;
		put(saved.texts);
	}, [saved, isUnsaved, put]);

	useEffect(() => add({ isUnsaved, save }), [add, isUnsaved, save]);
	useEffect(() => {
		const tryAgain = () => {
			if (!isStopped.current && isUnsaved()) save();
		};
		// The network is back, or the person is, perhaps from having signed in again in another tab.
		const events = ["online", "focus"] as const;
		for (const event of events) window.addEventListener(event, tryAgain);
		return () => {
			for (const event of events) window.removeEventListener(event, tryAgain);
		};
	}, [isUnsaved, save]);
	useEffect(() => () => clearTimeout(timer.current), []);

	return {
		state,
		restoredAt,
		onInput,
		save,
		typed,
		/** Both have been seen: what is in the text areas is saved on top of the other. */
		keepMine: (found: TextConflict) => {
			isStopped.current = false;
			known.current = { version: found.version, texts: found.texts };
			if (isUnsaved()) save();
			else accept({ version: found.version, texts: found.texts }, null);
		},
		takeOther: (found: TextConflict) => {
			isStopped.current = false;
			put(found.texts);
			accept({ version: found.version, texts: found.texts }, clockOf(found.savedAt));
		},
	};
}

const NOT_SAVED = "Inte sparat. Texten finns kvar i webbläsaren.";

function areaOf(form: HTMLFormElement | null, name: RapportTextField): HTMLTextAreaElement | undefined {
	const control = form?.elements.namedItem(name);
	return control instanceof HTMLTextAreaElement ? control : undefined;
}

function pick(texts: Texts, names: readonly RapportTextField[]): Texts {
	return Object.fromEntries(names.map((name) => [name, texts[name] ?? ""]));
}
