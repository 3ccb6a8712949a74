import { useEffect, useState } from "react";
import { Button } from "#app/ui/Button.tsx";

/** Only where it works: without JavaScript the browser's own menu prints. */
export function PrintButton() {
	const [canPrint, setCanPrint] = useState(false);
	useEffect(() => setCanPrint(true), []);
	if (!canPrint) return null;
	return (
		<Button type="button" variant="tertiary" icon="print" onClick={() => window.print()}>
			Skriv ut
		</Button>
	);
}
