import type { SignedOut } from "#app/domain/signedOut.ts";
import { Button, ButtonLink } from "#app/ui/Button.tsx";
import { TextArea } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import "./signedOutForm.css";

/** How to go on after signing in again: the same form, to send once more, and the texts in it, to copy. */
export function SignedOutForm({ texts, again }: SignedOut) {
	return (
		<div className="signed-out">
			<ol className="signed-out-steps">
				<li>
					<p>Logga in i en ny flik, och låt den här vara öppen.</p>
					<ButtonLink to="/logga-in" target="_blank" reloadDocument>
						Logga in i en ny flik
					</ButtonLink>
				</li>
				<li>
					{again ? <SendAgain {...again} /> : <p>Kom tillbaka hit, kopiera det du skrev och fyll i sidan på nytt.</p>}
				</li>
			</ol>
			{texts.length > 0 && (
				<section aria-labelledby="det-du-skrev">
					<Heading level={2} size="sm" id="det-du-skrev">
						Det du skrev
					</Heading>
					<Stack gap="md">
						{texts.map((text, index) => (
							<TextArea
								// biome-ignore lint/suspicious/noArrayIndexKey: two texts may be the same, and they never change places
								key={index}
								name=""
								id={`skrev-${index + 1}`}
								label={texts.length === 1 ? "Text" : `Text ${index + 1} av ${texts.length}`}
								defaultValue={text}
								rows={Math.min(12, 2 + Math.ceil(text.length / 70))}
								readOnly
							/>
						))}
					</Stack>
				</section>
			)}
		</div>
	);
}

/** A native form: it posts as the first one did, and what comes of it is a page of its own. */
function SendAgain({ to, fields }: NonNullable<SignedOut["again"]>) {
	return (
		<form method="post" action={to}>
			{fields.map(([name, value], index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a name may stand several times, and they never change places
				<input key={index} type="hidden" name={name} value={value} />
			))}
			<p>Kom tillbaka hit och skicka det du skrev igen.</p>
			<Button variant="secondary">Skicka igen</Button>
		</form>
	);
}
