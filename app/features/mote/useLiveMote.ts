import { useActionData, useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { isChanged, lookEachMinute } from "./liveMote.ts";

/**
 * Shows what others record while a meeting is held, without anybody reloading: see {@link lookEachMinute}. Not while somebody
 * writes in a form, or has not yet seen to what was refused.
 */
export function useLiveMote(isOpen: boolean) {
	const { revalidate, state } = useRevalidator();
	const isRefused = useActionData() !== undefined;
	const latest = useRef({ revalidate, isBusy: false });
	latest.current = { revalidate, isBusy: isRefused || state !== "idle" };
	useEffect(() => {
		if (!isOpen) return;
		return lookEachMinute({
			mayLook: () => document.visibilityState === "visible" && !latest.current.isBusy && !isBeingWritten(),
			look: () => void lookWhenReachable(() => latest.current.revalidate()),
			whenInSight: (callBack) => {
				const onChange = () => document.visibilityState === "visible" && callBack();
				document.addEventListener("visibilitychange", onChange);
				return () => document.removeEventListener("visibilitychange", onChange);
			},
		});
	}, [isOpen]);
}

/** Whether some form of the page holds words that are not saved. */
export function hasUnsavedWords(): boolean {
	return fields().some(isChanged);
}

function isBeingWritten(): boolean {
	const inHand = document.activeElement;
	return fields().some((field) => field === inHand || isChanged(field));
}

function fields() {
	const all = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
		"form :is(input, textarea, select)",
	);
	return [...all];
}

/** Without an answer the page would be replaced by an error page, so the server is asked first whether it is there. */
async function lookWhenReachable(look: () => void): Promise<void> {
	const answer = await fetch("/halsa", { cache: "no-store" }).catch(() => undefined);
	if (answer?.ok && !isBeingWritten()) look();
}
