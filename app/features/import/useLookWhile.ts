import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

const LOOK_EVERY_MS = 1000;

/** Asks the page's loaders again each second for as long as something goes on in the server. */
export function useLookWhile(isGoingOn: boolean): void {
	const { revalidate, state } = useRevalidator();
	const latest = useRef({ revalidate, isBusy: false });
	latest.current = { revalidate, isBusy: state !== "idle" };
	useEffect(() => {
		if (!isGoingOn) return;
		const timer = setInterval(() => {
			if (!latest.current.isBusy) void lookWhenReachable(() => latest.current.revalidate());
		}, LOOK_EVERY_MS);
		return () => clearInterval(timer);
	}, [isGoingOn]);
}

/** Without an answer the page would be replaced by an error page, so the server is asked first whether it is there. */
async function lookWhenReachable(look: () => void): Promise<void> {
	const answer = await fetch("/halsa", { cache: "no-store" }).catch(() => undefined);
	if (answer?.ok) look();
}
