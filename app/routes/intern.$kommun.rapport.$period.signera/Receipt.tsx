import { formatCode } from "#app/domain/verificationCode.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { ButtonLink } from "#app/ui/Button.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";

interface ReceiptProps {
	/** Signed just now, by the reader. */
	isNew: boolean;
	code: string;
	sha256: string;
	signedAt: string;
	by: string | null;
	isPublished: boolean;
	rapportTo: string;
}

/** What proves that the report is the one that was signed, and what comes next. */
export function Receipt({ isNew, code, sha256, signedAt, by, isPublished, rapportTo }: ReceiptProps) {
	return (
		<>
			<Alert tone="success" role={isNew ? "status" : undefined} title="Rapporten är signerad.">
				{isPublished
					? "Den är publicerad, så att alla kan läsa den."
					: "Nu är det samordnarens tur: publicera den, så att alla kan läsa den."}
			</Alert>
			<DescriptionList
				items={[
					{ term: "Signerad", description: by ? `${signedAt}, ${by}` : signedAt },
					{ term: "Kontrollkod", description: <code className="signera__code">{formatCode(code)}</code> },
					{ term: "Fingeravtryck (SHA-256)", description: <code>{sha256}</code> },
				]}
			/>
			<p className="signera__explained">
				Koden står i rapporten. Med den, eller med rapportens JSON-fil, kan vem som helst kontrollera att innehållet är
				det som signerades. <a href={`/kontrollera?kod=${code}`}>Kontrollera rapporten</a>
			</p>
			<div>
				<ButtonLink to={rapportTo}>Till rapporten</ButtonLink>
			</div>
		</>
	);
}
