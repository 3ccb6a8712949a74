import { data, redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { refusalIn } from "#app/domain/formRefusal.ts";
import { ExampleTag } from "#app/features/ExampleTag.tsx";
import { ImportProgress } from "#app/features/import/ImportProgress.tsx";
import { protect } from "#app/http/protect.server.ts";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { importList, readingView } from "./importList.server.ts";
import { TemplateInfo } from "./TemplateInfo.tsx";
import { UploadForm } from "./UploadForm.tsx";
import { readUpload } from "./upload.server.ts";
import "#app/features/import/import.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Importera – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

/** `?laser=` is a file that is being read; `?fel=storlek` is where the web server sends whoever posts far too much. */
export const loader = protect({ may: "log" }, async (context) => {
	const reading = readingView(context);
	if (reading.importTo) throw redirect(reading.importTo);
	const page = {
		kommun: context.kommun.name,
		path: `/intern/${context.kommun.slug}/import`,
		uuid: crypto.randomUUID(),
		isReading: reading.isReading,
		selfTo: context.url.pathname + context.url.search,
		fileError: reading.error,
		...(await importList(context)),
	};
	return data(page, { status: reading.isTooLarge ? 413 : 200 });
});

/** Reads the file, guesses how it is meant, and leads to where that can be seen. */
export const action = protect({ may: "log" }, async (context) => {
	const path = `/intern/${context.kommun.slug}/import`;
	const read = await readUpload(context);
	return redirect("importId" in read ? `${path}/${read.importId}` : `${path}?laser=${read.reading}`);
});

export default function Importera() {
	const { path, uuid, isReading, selfTo, fileError, imports, page, pageLinks } = useLoaderData<typeof loader>();
	const shownError = refusalIn(useActionData())?.errors[0]?.message ?? fileError;
	return (
		<Stack gap="lg">
			<PageHeader
				title="Importera"
				lead="Har ni en Excelfil med det som redan är gjort? Läs in den här, så slipper ni registrera rad för rad."
			/>
			<ErrorSummary errors={shownError ? [{ fieldId: "file", message: shownError }] : []} />
			{isReading ? (
				<ImportProgress title="Läser filen" steps={null} to={selfTo} />
			) : (
				<>
					<UploadForm action={path} uuid={uuid} error={shownError} />
					<TemplateInfo path={path} />
				</>
			)}
			<section className="import-earlier" aria-labelledby="tidigare">
				<Heading level={2} size="md" id="tidigare">
					Tidigare importer
				</Heading>
				{imports.length === 0 ? (
					<EmptyState title="Inget är importerat än">
						När en fil har lästs in visas den här. En import kan ångras i sin helhet tills rapporten är signerad.
					</EmptyState>
				) : (
					<ul className="import-list">
						{imports.map((one) => (
							<ImportLine key={one.id} line={one} />
						))}
					</ul>
				)}
				<Pagination page={page} pageCount={pageLinks.length} hrefFor={(wanted) => pageLinks[wanted - 1] ?? ""} />
			</section>
		</Stack>
	);
}

type Line = Awaited<ReturnType<typeof importList>>["imports"][number];

function ImportLine({ line: { to, fileName, state, tone, about, isExample } }: { line: Line }) {
	return (
		<li className="import-list__line">
			<p className="import-list__name">
				<Link to={to}>{fileName}</Link>
				<Tag tone={tone}>{state}</Tag>
				{isExample && <ExampleTag />}
			</p>
			<p className="import-list__about">{about}</p>
		</li>
	);
}
