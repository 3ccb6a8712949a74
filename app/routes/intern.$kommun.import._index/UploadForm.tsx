import { useEffect, useRef, useState } from "react";
import { LARGEST_IMPORT_FILE } from "#app/import/content.ts";
import { Button } from "#app/ui/Button.tsx";
import { Card } from "#app/ui/Card.tsx";
import { Field } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { useFileDrop } from "#app/ui/useFileDrop.ts";
import { IMPORT_FILE_TOO_LARGE } from "./uploadForm.ts";

interface UploadFormProps {
	/** Where it posts; the page's own address without a query. */
	action: string;
	/** Made for this page, so that a double tap reads the file once. */
	uuid: string;
	error: string | null;
}

/** A native form, which with JavaScript also takes a file that is dropped on it. The answer is the same. */
export function UploadForm({ action, uuid, error }: UploadFormProps) {
	const form = useRef<HTMLFormElement>(null);
	const { input, dropArea, isTooLarge, checkSize, dropHint } = useFileDrop({
		largest: LARGEST_IMPORT_FILE,
		onDropped: () => form.current?.requestSubmit(),
	});
	const [isSent, setIsSent] = useState(false);
	useEffect(() => {
		// Who comes back by the browser's own way finds the page as it was left.
		const reset = () => setIsSent(false);
		window.addEventListener("pageshow", reset);
		return () => window.removeEventListener("pageshow", reset);
	}, []);
	return (
		<Card as="section" aria-labelledby="valj-fil">
			<form
				ref={form}
				method="post"
				action={action}
				encType="multipart/form-data"
				className="import-upload"
				onSubmit={(event) => {
					if (isSent || !checkSize()) event.preventDefault();
					else setIsSent(true);
				}}
			>
				<Heading level={2} size="sm" id="valj-fil">
					Välj filen med aktiviteter
				</Heading>
				<input type="hidden" name="uuid" value={uuid} />
				<div className="import-drop" {...dropArea}>
					<Field
						id="file"
						label="Fil"
						hint={`Excel (.xlsx) eller CSV, högst 5 MB och 10 000 rader${dropHint}. Ingenting registreras förrän du har sett vad som läses.`}
						error={isTooLarge ? IMPORT_FILE_TOO_LARGE : (error ?? undefined)}
					>
						{(aria) => (
							<input
								{...aria}
								ref={input}
								className="ds-input"
								type="file"
								name="file"
								accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
								onChange={checkSize}
							/>
						)}
					</Field>
				</div>
				<div className="import-upload__submit">
					<Button aria-disabled={isSent || undefined}>Läs filen</Button>
					<p role="status">{isSent ? "Läser filen …" : ""}</p>
				</div>
			</form>
		</Card>
	);
}
