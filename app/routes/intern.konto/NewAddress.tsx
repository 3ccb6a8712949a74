import { useEffect, useRef } from "react";
import { CopyField } from "#app/features/CopyField.tsx";
import { Alert } from "#app/ui/Alert.tsx";
import { HowToSubscribe } from "./HowToSubscribe.tsx";

/** The address, shown this once: only its hash is kept. Above the button that made it, so that it is seen without JavaScript. */
export function NewAddress({ address }: { address: string }) {
	const notice = useRef<HTMLDivElement>(null);
	useEffect(() => notice.current?.focus(), []);
	return (
		<div tabIndex={-1} ref={notice}>
			<Alert tone="success" title="Kalenderns adress är klar">
				<p>
					Kopiera den nu, för den visas bara den här gången. Den som har adressen kan läsa din kalender utan att logga
					in, så lämna den inte till någon annan.
				</p>
				<CopyField name="address" label="Kalenderns adress" value={address} button="Kopiera adressen" />
				<HowToSubscribe />
			</Alert>
		</div>
	);
}
