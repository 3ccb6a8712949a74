import { Form, Link } from "@remix-run/react";
import { Alert } from "#app/ui/Alert.tsx";
import { Button, ButtonLink } from "#app/ui/Button.tsx";
import { Cluster } from "#app/ui/Layout.tsx";

export interface ReceiptProps {
	/** "Sparat." */
	title: string;
	/** "Riktad insats Sävsjö centrum, mån 15 oktober. 9 av minst 15." */
	text: string;
	rowTo: string;
	/** What Ångra takes back; null when there is nothing to undo. */
	undoUuid: string | null;
	anotherTo: string;
}

/** What was saved, and the way back from it. Stays until the next thing is done. */
export function Receipt({ title, text, rowTo, undoUuid, anotherTo }: ReceiptProps) {
	return (
		<Alert tone="success">
			<p className="log-receipt">
				<strong>{title}</strong> {text} <Link to={rowTo}>Visa</Link>
			</p>
			<Cluster gap="xs">
				{undoUuid && (
					<Form method="post">
						<input type="hidden" name="intent" value="undoGenomforande" />
						<input type="hidden" name="uuid" value={undoUuid} />
						<Button variant="secondary" size="lg">
							Ångra
						</Button>
					</Form>
				)}
				<ButtonLink to={anotherTo} variant="secondary" size="lg">
					Logga en till
				</ButtonLink>
			</Cluster>
		</Alert>
	);
}
