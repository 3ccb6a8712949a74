import { useEffect, useId, useRef, useState } from "react";
import { Button } from "#app/ui/Button.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { Field } from "#app/ui/Field.tsx";

/** The signed report for polisen.se and the kommun's own site, to copy with one press. */
export function PublishingPackage({ html, text }: { html: string; text: string }) {
	return (
		<div className="publishing-package">
			<Disclosure summary="Kopiera för polisen.se eller kommunens webbplats">
				<p>Innehållet är det som allmänheten får läsa, ur den signerade rapporten.</p>
				<CopyField label="HTML" copies="HTML-koden" value={html} />
				<CopyField label="Ren text" copies="texten" value={text} />
			</Disclosure>
		</div>
	);
}

function CopyField({ label, copies, value }: { label: string; copies: string; value: string }) {
	const area = useRef<HTMLTextAreaElement>(null);
	const id = useId();
	const [said, setSaid] = useState("");
	const [canCopy, setCanCopy] = useState(false);
	useEffect(() => setCanCopy(true), []);

	async function copy() {
		try {
			await navigator.clipboard.writeText(value);
			setSaid("Kopierat.");
		} catch {
			area.current?.select();
			setSaid("Markerat. Tryck Ctrl+C för att kopiera.");
		}
	}

	return (
		<div className="publishing-package__field">
			<Field id={id} label={label}>
				{(aria) => <textarea {...aria} ref={area} className="ds-input" readOnly rows={6} value={value} />}
			</Field>
			{canCopy && (
				<div className="publishing-package__copy">
					<Button type="button" variant="secondary" icon="copy" onClick={copy}>
						Kopiera {copies}
					</Button>
					<span role="status">{said}</span>
				</div>
			)}
		</div>
	);
}
