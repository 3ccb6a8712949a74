import { type Location, useBeforeUnload, useBlocker } from "@remix-run/react";
import { Alert } from "#app/ui/Alert.tsx";
import { Button } from "#app/ui/Button.tsx";
import { Cluster } from "#app/ui/Layout.tsx";
import { hasUnsavedWords } from "./useLiveMote.ts";
import "./moteForms.css";

/** Asks before another screen takes the place of words that are not saved. */
export function UnsavedWords() {
	const blocker = useBlocker(
		({ currentLocation, nextLocation }) => isElsewhere(currentLocation, nextLocation) && hasUnsavedWords(),
	);
	useBeforeUnload((event) => {
		if (hasUnsavedWords()) event.preventDefault();
	});
	return (
		<div role="alert" className="mote-unsaved">
			{blocker.state === "blocked" && (
				<Alert tone="warning" title="Det du har skrivit här är inte sparat">
					<Cluster>
						<Button type="button" onClick={() => blocker.reset()}>
							Stanna kvar
						</Button>
						<Button type="button" variant="secondary" onClick={() => blocker.proceed()}>
							Gå vidare utan att spara
						</Button>
					</Cluster>
				</Alert>
			)}
		</div>
	);
}

/** A form that is sent leads back to its own screen. */
function isElsewhere(from: Location, to: Location): boolean {
	return from.pathname !== to.pathname || punktOf(from) !== punktOf(to);
}

function punktOf({ search }: Location): string | null {
	return new URLSearchParams(search).get("punkt");
}
