import { useEffect, useRef } from "react";
import { CopyField } from "#app/features/CopyField.tsx";
import { Alert } from "#app/ui/Alert.tsx";

export interface InbjudanLink {
	url: string;
	email: string;
}

/** The link, shown this once: only its hash is kept. */
export function NewLink({ link }: { link: InbjudanLink }) {
	const notice = useRef<HTMLDivElement>(null);
	// Far above the button that made it, and shown this once.
	useEffect(() => notice.current?.focus(), []);
	return (
		<div tabIndex={-1} ref={notice}>
			<Alert tone="success" title={`Inbjudan till ${link.email} är klar`}>
				<p>Skicka länken till personen. Den gäller i sju dagar, kan användas en gång och visas bara nu.</p>
				<CopyField name="lank" label="Länk" value={link.url} button="Kopiera länken" />
			</Alert>
		</div>
	);
}
