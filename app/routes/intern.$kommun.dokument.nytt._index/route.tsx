import { data, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { discardDokumentutkast } from "#app/commands/discardDokumentutkast.server.ts";
import { refusalIn } from "#app/domain/formRefusal.ts";
import { revalidateAfterConflict } from "#app/features/revalidateAfterConflict.ts";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { answerWhenUnreachable } from "#app/features/ServerForm/answerWhenUnreachable.ts";
import { DraftList } from "#app/features/utkast/DraftList.tsx";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { type KommunContext, protect } from "#app/http/protect.server.ts";
import { Card } from "#app/ui/Card.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { begin } from "./begin.server.ts";
import { discardUtkastSchema } from "./forms.ts";
import { PasteForm } from "./PasteForm.tsx";
import { pastePage } from "./pastePage.server.ts";
import "./paste.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Nytt dokument – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

/** `?fel=storlek` is where the web server sends whoever posts far too much; `?ersatter=` names what it replaces. */
export const loader = protect({ may: "editDokument" }, async (context) => {
	const view = await pastePage(context);
	return data(view, { status: view.fileError ? 413 : 200 });
});

export const action = protect({ may: "editDokument" }, async (context: KommunContext) => {
	const { db, actor, form, url } = context;
	switch (form.get("intent")) {
		case "beginDokumentutkast":
			return redirect(`${url.pathname}/${await begin(context)}?sparat=beginDokumentutkast`);
		case "discardDokumentutkast":
			await discardDokumentutkast(db, actor, parseForm(discardUtkastSchema, form));
			return redirect(`${url.pathname}?sparat=discardDokumentutkast`);
		default:
			throw unknownIntent();
	}
});

export const clientAction = (args: ClientActionFunctionArgs) =>
	answerWhenUnreachable(args, "Det gick inte att nå servern. Texten finns kvar här: försök igen om en stund.");

export const shouldRevalidate = revalidateAfterConflict;

export default function NewDokument() {
	const view = useLoaderData<typeof loader>();
	const answer = refusalIn(useActionData());
	return (
		<Stack gap="lg">
			<PageHeader
				title="Nytt dokument"
				lead="Börja med texten. Appen läser den och föreslår löften, aktiviteter och hur de följs. Du går igenom förslaget innan något gäller."
				breadcrumbs={[{ label: "Dokument", to: view.listTo }]}
			/>
			<SavedNotice text={view.isDiscarded && !answer ? "Utkastet är kastat." : null} />
			<div className="paste-page">
				<PasteForm
					uuid={view.uuid}
					largestFile={view.largestFile}
					fileTooLarge={view.fileTooLarge}
					fileError={view.fileError}
					replaced={view.replaced}
					refusal={answer?.values.intent?.[0] === "beginDokumentutkast" ? answer : undefined}
				/>
				<Card as="section" tone="tinted" aria-labelledby="sen" className="paste-page__next">
					<Heading level={2} size="xs" id="sen">
						Det här händer sedan
					</Heading>
					<ol>
						<li>Du ser texten med det som hittats markerat, och förslaget bredvid.</li>
						<li>Där texten är oklar frågar vi. Inget gissas i det tysta.</li>
						<li>Varje svar sparas. Du kan gå härifrån och fortsätta senare.</li>
						<li>När du sätter dokumentet i kraft kan aktiviteterna börja registreras.</li>
					</ol>
				</Card>
			</div>
			{view.drafts.length > 0 && (
				<section aria-labelledby="utkast">
					<Heading level={2} size="md" id="utkast">
						Utkast på gång
					</Heading>
					<DraftList drafts={view.drafts} canDiscard />
				</section>
			)}
		</Stack>
	);
}
