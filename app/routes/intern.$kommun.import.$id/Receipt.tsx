import { Link } from "@remix-run/react";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { Alert } from "#app/ui/Alert.tsx";
import { ButtonLink } from "#app/ui/Button.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Cluster } from "#app/ui/Layout.tsx";
import type { ReceiptView } from "./receiptView.server.ts";

interface ReceiptProps {
	receipt: ReceiptView;
	version: number;
}

/** What came of an import that is done, and how it is taken back. */
export function Receipt({ receipt, version }: ReceiptProps) {
	const { title, sentences, rowsTo, oversiktTo, uploadTo, undo } = receipt;
	return (
		<>
			<section className="import-receipt" aria-labelledby="kvitto">
				<Heading level={2} size="lg" id="kvitto">
					{title}
				</Heading>
				{sentences.map((sentence) => (
					<p key={sentence}>{sentence}</p>
				))}
				<Cluster>
					{rowsTo && <ButtonLink to={rowsTo}>Se registreringarna</ButtonLink>}
					<ButtonLink to={oversiktTo} variant="secondary">
						Till översikten
					</ButtonLink>
					<Link to={uploadTo}>Importera en fil till</Link>
				</Cluster>
			</section>
			{undo && (
				<section className="import-undo" aria-labelledby="angra">
					<Heading level={2} size="sm" id="angra">
						Ångra importen
					</Heading>
					{undo.refusal ? (
						<Alert tone="info">{undo.refusal}</Alert>
					) : (
						<>
							{undo.sentences.map((sentence) => (
								<p key={sentence}>{sentence}</p>
							))}
							<IntentForm
								intent="undoImport"
								hidden={{ version }}
								submit={undo.button}
								submitVariant="danger"
								disclosure="Ångra hela importen"
								showsTop
							>
								{() => <p>Det syns i historiken att importen har ångrats. Filen kan importeras igen.</p>}
							</IntentForm>
						</>
					)}
				</section>
			)}
		</>
	);
}
