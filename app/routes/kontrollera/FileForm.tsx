import { type DragEvent, useEffect, useRef, useState } from "react";
import { FILE_TOO_LARGE, LARGEST_REPORT_FILE } from "#app/domain/verdict.ts";
import { Button } from "#app/ui/Button.tsx";
import { Card } from "#app/ui/Card.tsx";
import { Field } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";

/** A native form, which with JavaScript also takes a file that is dropped on it. The answer is the same. */
export function FileForm({ error }: { error: string | null }) {
	const form = useRef<HTMLFormElement>(null);
	const input = useRef<HTMLInputElement>(null);
	const [isDropReady, setIsDropReady] = useState(false);
	const [isOver, setIsOver] = useState(false);
	const [isTooLarge, setIsTooLarge] = useState(false);
	useEffect(() => setIsDropReady(true), []);

	const checkSize = () => {
		const size = input.current?.files?.[0]?.size ?? 0;
		setIsTooLarge(size > LARGEST_REPORT_FILE);
		return size <= LARGEST_REPORT_FILE;
	};
	const drag = (event: DragEvent) => {
		event.preventDefault();
		setIsOver(event.type === "dragover");
	};
	const drop = (event: DragEvent) => {
		drag(event);
		if (!input.current || event.dataTransfer.files.length === 0) return;
		input.current.files = event.dataTransfer.files;
		if (checkSize()) form.current?.requestSubmit();
	};
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
				{/* biome-ignore lint/a11y/noStaticElementInteractions: only one more way to the file field within it */}
				<div
					className="kontrollera-drop"
					data-over={isOver || undefined}
					onDragOver={drag}
					onDragLeave={drag}
					onDrop={drop}
				>
					<Field
						id="file"
						label="Fil"
						hint={`Rapportens .json-fil${isDropReady ? ". Du kan också släppa den här" : ""}. Den kontrolleras och sparas inte.`}
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
