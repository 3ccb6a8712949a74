import { data } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { stockholmDate } from "#app/domain/dates.ts";
import { refusalIn } from "#app/domain/formRefusal.ts";
import { FILE_TOO_LARGE, LARGEST_REPORT_FILE } from "#app/domain/verdict.ts";
import { formatCode, parseCode } from "#app/domain/verificationCode.ts";
import { InvalidForm } from "#app/http/forms.server.ts";
import { open } from "#app/http/protect.server.ts";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { findAllSigningKeys } from "#db/snapshot.server.ts";
import { CheckResult } from "./CheckResult.tsx";
import { CodeForm } from "./CodeForm.tsx";
import { type Check, checkCode, checkFile } from "./check.server.ts";
import { FileForm } from "./FileForm.tsx";
import { HowItWorks } from "./HowItWorks.tsx";
import { PublicKeys } from "./PublicKeys.tsx";
import "./kontrollera.css";

export const meta: MetaFunction = () => [
	{ title: "Kontrollera en rapport – Löfteskoll" },
	{ name: "description", content: "Se om en signerad uppföljning av medborgarlöften är äkta, med koden eller filen." },
];

const NO_CODE = "Kontrollkod: skriv de 16 tecknen som står på rapporten, till exempel 7K3M-9QXA-2B4C-8DEF.";
const NO_FILE = "Fil: välj .json-filen som du hämtade på rapportens sida.";

/** `?kod=` is a code, as it was typed or scanned; `?fel=storlek` is where the web server sends whoever posts far too much. */
export const loader = open(async ({ db, url, signingKey }) => {
	const typed = url.searchParams.get("kod")?.trim() ?? "";
	const code = parseCode(typed);
	const isTooLarge = url.searchParams.get("fel") === "storlek";
	const keys = await findAllSigningKeys(db);
	const page = {
		typed: code ? formatCode(code) : typed,
		codeError: url.searchParams.has("kod") && !code ? NO_CODE : null,
		check: code ? await checkCode(db, code) : null,
		fileError: isTooLarge ? FILE_TOO_LARGE : null,
		keys: keys.map(({ id, publicKey, createdAt }) => ({
			id,
			publicKey,
			since: stockholmDate(createdAt),
			isInUse: id === signingKey.id,
		})),
	};
	return data(page, { status: isTooLarge ? 413 : 200 });
});

/** Checks a file and keeps nothing of it. */
export const action = open(async ({ db, form }): Promise<{ check: Check }> => {
	const file = form.get("file");
	if (!(file instanceof File) || (file.size === 0 && file.name === "")) throw refused(NO_FILE);
	if (file.size > LARGEST_REPORT_FILE) throw refused(FILE_TOO_LARGE);
	return { check: await checkFile(db, new Uint8Array(await file.arrayBuffer())) };
});

function refused(message: string): InvalidForm {
	return new InvalidForm([{ field: "file", message }]);
}

export default function Kontrollera() {
	const { typed, codeError, check, fileError, keys } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const shownFileError = refusalIn(answer)?.errors[0]?.message ?? fileError;
	const shown = answer && "check" in answer ? answer.check : check;
	const errors = [
		...(codeError ? [{ fieldId: "kod", message: codeError }] : []),
		...(shownFileError ? [{ fieldId: "file", message: shownFileError }] : []),
	];
	return (
		<Stack gap="xl">
			<PageHeader
				title="Kontrollera en rapport"
				lead="Har du fått en signerad uppföljning av medborgarlöften? Här ser du om den är äkta, och om den fortfarande gäller."
			/>
			<ErrorSummary errors={errors} />
			{shown && errors.length === 0 && <CheckResult {...shown} />}
			<div className="kontrollera-ways">
				<CodeForm typed={typed} error={codeError} />
				<FileForm error={shownFileError} />
			</div>
			<HowItWorks />
			<PublicKeys keys={keys} />
		</Stack>
	);
}
