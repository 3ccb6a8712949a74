import { Form, useNavigation } from "@remix-run/react";
import { countOf } from "#app/domain/format.ts";
import { errorOf, type FormRefusal, typedIn } from "#app/domain/formRefusal.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { Button } from "#app/ui/Button.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { Field, TextArea, TextField } from "#app/ui/Field.tsx";
import { useFileDrop } from "#app/ui/useFileDrop.ts";

/** The dokument that the new one takes over from, and what of it goes on. */
export interface Replaced {
	dokumentId: number;
	title: string;
	carried: { id: number; quotation: string }[];
}

interface PasteFormProps {
	/** Made by the server, so that a double tap begins one utkast. */
	uuid: string;
	largestFile: number;
	fileTooLarge: string;
	/** Said by the web server to whoever posted far too much. */
	fileError: string | null;
	replaced: Replaced | null;
	refusal: FormRefusal | undefined;
}

/**
 * The text of the löfte, pasted or as a file. With JavaScript a file can be dropped on it, and what was pasted stays in its
 * field whatever the server says of it.
 */
export function PasteForm({ uuid, largestFile, fileTooLarge, fileError, replaced, refusal }: PasteFormProps) {
	const { input, dropArea, isTooLarge, checkSize, dropHint } = useFileDrop({ largest: largestFile });
	const isReading = useNavigation().formMethod === "POST";
	const shownFileError = isTooLarge ? fileTooLarge : (errorOf(refusal, "file") ?? fileError ?? undefined);
	const errors = [
		...(refusal?.errors ?? []).map(({ field, message }) => ({ fieldId: field, message })),
		...(shownFileError && !errorOf(refusal, "file") ? [{ fieldId: "file", message: shownFileError }] : []),
	];
	return (
		<div className="paste-form__drop" {...dropArea}>
			<Form
				method="post"
				encType="multipart/form-data"
				className="paste-form"
				onSubmit={(event) => {
					if (!checkSize()) event.preventDefault();
				}}
			>
				<ErrorSummary errors={errors} answer={refusal} />
				<input type="hidden" name="intent" value="beginDokumentutkast" />
				<input type="hidden" name="uuid" value={typedIn(refusal, "uuid") ?? uuid} />
				{replaced && <ReplacedFields {...replaced} />}
				<TextArea
					name="text"
					label="Källtext: klistra in löftestexten"
					hint="Hela texten som den är undertecknad eller publicerad, gärna med rubriker och datum."
					rows={14}
					spellCheck={false}
					defaultValue={typedIn(refusal, "text")}
					error={errorOf(refusal, "text")}
				/>
				<Field
					id="file"
					label="Eller välj en fil"
					hint={`.txt, .docx eller .pdf med text i, högst 5 MB${dropHint}. Filen själv sparas inte.`}
					error={shownFileError}
				>
					{(aria) => (
						<input
							{...aria}
							ref={input}
							className="ds-input"
							type="file"
							name="file"
							accept=".txt,.docx,.pdf"
							onChange={checkSize}
						/>
					)}
				</Field>
				<TextField
					name="sourceNote"
					label="Källa"
					hint="Varifrån kommer texten? Till exempel ”polisen.se, 20 december 2016”."
					isOptional
					maxLength={500}
					defaultValue={typedIn(refusal, "sourceNote")}
					error={errorOf(refusal, "sourceNote")}
				/>
				<div>
					<Button size="lg" disabled={isReading}>
						{isReading ? "Läser …" : "Läs texten"}
					</Button>
				</div>
			</Form>
		</div>
	);
}

function ReplacedFields({ dokumentId, title, carried }: Replaced) {
	return (
		<Alert tone="info">
			<p>
				Det nya dokumentet ersätter ”{title}”, som slutar gälla dagen före.{" "}
				{carried.length > 0 && `${countOf(carried.length, "aktivitet", "aktiviteter")} följer med:`}
			</p>
			<ul>
				{carried.map(({ id, quotation }) => (
					<li key={id}>
						<input type="hidden" name="carriedAktivitetIds" value={id} />”{quotation}”
					</li>
				))}
			</ul>
			<input type="hidden" name="replacesDokumentId" value={dokumentId} />
		</Alert>
	);
}
