import { Button } from "#app/ui/Button.tsx";
import { Card } from "#app/ui/Card.tsx";
import { TextField } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";

/** A native form: its answer is an address, that can be linked to and printed as a QR code. */
export function CodeForm({ typed, error }: { typed: string; error: string | null }) {
	return (
		<Card as="section" aria-labelledby="med-koden">
			<form method="get" action="/kontrollera" className="kontrollera-form">
				<Heading level={2} size="sm" id="med-koden">
					Med koden
				</Heading>
				<TextField
					label="Kontrollkod"
					name="kod"
					hint="16 tecken. Koden står längst ner på varje sida av rapporten. Stora eller små bokstäver spelar ingen roll."
					defaultValue={typed}
					error={error ?? undefined}
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
					chars={22}
				/>
				<div>
					<Button>Kontrollera koden</Button>
				</div>
			</form>
		</Card>
	);
}
