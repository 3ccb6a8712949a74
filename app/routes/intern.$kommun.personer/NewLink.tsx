import { useEffect, useRef, useState } from "react";
import { Alert } from "#app/ui/Alert.tsx";
import { Button } from "#app/ui/Button.tsx";
import { TextField } from "#app/ui/Field.tsx";
import { Cluster } from "#app/ui/Layout.tsx";

export interface InbjudanLink {
	url: string;
	email: string;
}

/** The link, shown this once: only its hash is kept. The button to copy it comes with JavaScript. */
export function NewLink({ link }: { link: InbjudanLink }) {
	const notice = useRef<HTMLDivElement>(null);
	const field = useRef<HTMLInputElement>(null);
	const [state, setState] = useState<"unscripted" | "ready" | "copied">("unscripted");
	useEffect(() => {
		setState("ready");
		// Far above the button that made it, and shown this once.
		notice.current?.focus();
	}, []);
	const copy = async () => {
		field.current?.select();
		await navigator.clipboard.writeText(link.url);
		setState("copied");
	};
	return (
		<div tabIndex={-1} ref={notice}>
			<Alert tone="success" title={`Inbjudan till ${link.email} är klar`}>
				<p>Skicka länken till personen. Den gäller i sju dagar, kan användas en gång och visas bara nu.</p>
				<div className="new-link">
					<TextField
						label="Länk"
						name="lank"
						readOnly
						defaultValue={link.url}
						ref={field}
						onFocus={(event) => event.currentTarget.select()}
					/>
					{state !== "unscripted" && (
						<Cluster>
							<Button type="button" variant="secondary" onClick={() => void copy()}>
								Kopiera länken
							</Button>
							<span aria-live="polite">{state === "copied" && "Kopierad."}</span>
						</Cluster>
					)}
				</div>
			</Alert>
		</div>
	);
}
