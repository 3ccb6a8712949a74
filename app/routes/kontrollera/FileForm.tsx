import { useRef } from "react";
import { FILE_TOO_LARGE, LARGEST_REPORT_FILE } from "#app/domain/verdict.ts";
import { Button } from "#app/ui/Button.tsx";
import { Card } from "#app/ui/Card.tsx";
import { Field } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { useFileDrop } from "#app/ui/useFileDrop.ts";

/** A native form, which with JavaScript also takes a file that is dropped on it. The answer is the same. */
export function FileForm({ error }: { error: string | null }) {
	const form = useRef<HTMLFormElement>(null);
	const { input, dropArea, isTooLarge, checkSize, dropHint } = useFileDrop({
		largest: LARGEST_REPORT_FILE,
		onDropped: () => form.current?.requestSubmit(),
	});
	return (
		<Card as="section" aria-labelledby="med-filen">
			<form
				ref={form}
				method="post"
				action="/kontrollera"
				encType="multipart/form-data"
				className="kontrollera-form"
				onSubmit={(event) => {
					if (!checkSize()) event.preventDefault();
				}}
			>
				<Heading level={2} size="sm" id="med-filen">
					Med filen
				</Heading>
				<div className="kontrollera-drop" {...dropArea}>
					<Field
						id="file"
						label="Fil"
						hint={`Rapportens .json-fil${dropHint}. Den kontrolleras och sparas inte.`}
						error={isTooLarge ? FILE_TOO_LARGE : (error ?? undefined)}
					>
						{(aria) => (
							<input
								{...aria}
								ref={input}
								className="ds-input"
								type="file"
								name="file"
								accept=".json,application/json"
								onChange={checkSize}
							/>
						)}
					</Field>
				</div>
				<div>
					<Button>Kontrollera filen</Button>
				</div>
			</form>
		</Card>
	);
}
