import { Alert } from "#app/ui/Alert.tsx";
import "./savedNotice.css";

/** What was just saved. Stays in sight however far down the page the form stands, since small forms keep their place. */
export function SavedNotice({ text }: { text: string | null }) {
	return (
		<div role="status" className="saved-notice">
			{text && <Alert tone="success">{text}</Alert>}
		</div>
	);
}
