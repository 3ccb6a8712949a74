import { redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { planMote } from "#app/commands/planMote.server.ts";
import { planMoteSchema } from "#app/domain/mote.schema.ts";
import { ExampleTag } from "#app/features/ExampleTag.tsx";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { MoteFields } from "#app/features/mote/MoteFields.tsx";
import { answerWhenUnreachable } from "#app/features/ServerForm/answerWhenUnreachable.ts";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { protect } from "#app/http/protect.server.ts";
import { ButtonLink } from "#app/ui/Button.tsx";
import { Card } from "#app/ui/Card.tsx";
import { EmptyState } from "#app/ui/EmptyState.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Cluster, Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { moteList } from "./moteList.server.ts";
import "./moteList.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Möten – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "read" }, moteList);

export const action = protect({ may: "runMote" }, async ({ db, actor, kommun, form, today }) => {
	if (form.get("intent") !== "planMote") throw unknownIntent();
	const { id } = await planMote(db, actor, parseForm(planMoteSchema(today), form));
	return redirect(`/intern/${kommun.slug}/mote/${id}?sparat=planMote`);
});

export const clientAction = (args: ClientActionFunctionArgs) =>
	answerWhenUnreachable(args, "Det gick inte att nå servern. Allt du fyllt i finns kvar: försök igen om en stund.");

export default function Moten() {
	const { next, later, past, page, pageLinks, plan } = useLoaderData<typeof loader>();
	const isEmpty = next === null && past.length === 0;
	return (
		<Stack gap="lg">
			<PageHeader
				title="Möten"
				lead="Rådet går igenom rapporter, det som avviker och öppna åtgärder. Dagordningen skrivs ur uppföljningen, och protokollet blir klart när mötet avslutas."
			/>
			{isEmpty && (
				<EmptyState title="Inga möten än">
					{plan
						? "Planera ett möte, så får det en dagordning av det som väntar på rådet: rapporter att granska, det som avviker, öppna åtgärder och det som snart börjar eller tar slut."
						: "Samordnaren eller kommunpolisen planerar det första. Då visas det här, med dagordningen, och efter mötet med protokollet."}
				</EmptyState>
			)}
			{next && <NextMote mote={next} />}
			{plan && (
				<IntentForm
					intent="planMote"
					hidden={{}}
					submit="Planera mötet"
					submitVariant="primary"
					disclosure={next ? "Planera ett möte till" : "Planera ett möte"}
					showsTop
				>
					{(refused) => (
						<>
							<input type="hidden" name="uuid" value={refused.value("uuid", plan.freshUuid)} />
							<MoteFields refused={refused} values={plan.values} />
						</>
					)}
				</IntentForm>
			)}
			{later.length > 0 && (
				<section className="mote-list__section" aria-labelledby="kommande">
					<Heading level={2} size="md" id="kommande">
						Kommande möten
					</Heading>
					<ul className="mote-list">
						{later.map((mote) => (
							<MoteLine key={mote.id} mote={mote} />
						))}
					</ul>
				</section>
			)}
			{past.length > 0 && (
				<section className="mote-list__section" aria-labelledby="tidigare">
					<Heading level={2} size="md" id="tidigare">
						Tidigare möten
					</Heading>
					<ul className="mote-list">
						{past.map((mote) => (
							<MoteLine key={mote.id} mote={mote} />
						))}
					</ul>
					<Pagination page={page} pageCount={pageLinks.length} hrefFor={(wanted) => pageLinks[wanted - 1] ?? ""} />
				</section>
			)}
		</Stack>
	);
}

type List = Awaited<ReturnType<typeof moteList>>;

function NextMote({ mote }: { mote: NonNullable<List["next"]> }) {
	const isOpen = mote.state === "oppet";
	return (
		<Card as="section" tone={isOpen ? "attention" : "plain"} className="mote-next" aria-labelledby="nasta">
			<p className="mote-next__kicker">
				{mote.kicker} {mote.isExample && <ExampleTag />}
			</p>
			<Heading level={2} size="md" id="nasta">
				<Link to={mote.to}>{mote.title}</Link>
			</Heading>
			<p className="mote-next__when">{mote.when}</p>
			<p>
				{mote.place}. {mote.punkter}.
			</p>
			<Cluster>
				{mote.projectorTo ? (
					<ButtonLink to={mote.projectorTo} size="lg">
						Till projektorvyn
					</ButtonLink>
				) : (
					<ButtonLink to={mote.to} variant="secondary">
						Se dagordningen
					</ButtonLink>
				)}
			</Cluster>
		</Card>
	);
}

interface MoteLineProps {
	mote: List["later"][number] & Partial<Pick<List["past"][number], "beslut" | "pdfTo" | "reason">>;
}

function MoteLine({ mote }: MoteLineProps) {
	const { to, when, title, place, state, stateWord, isExample, beslut, pdfTo, reason } = mote;
	return (
		<li className="mote-list__line">
			<div>
				<p>
					<Link to={to} className="mote-list__when">
						{when}
					</Link>{" "}
					{state !== "avslutat" && <Tag tone={state === "installt" ? "warning" : "info"}>{stateWord}</Tag>}{" "}
					{isExample && <ExampleTag />}
				</p>
				<p className="mote-list__about">
					{title}, {place}
				</p>
				{reason && <p className="mote-list__about">{reason}</p>}
			</div>
			{beslut && (
				<p className="mote-list__came">
					<span>{beslut}</span>
					{pdfTo && (
						<a href={pdfTo} download>
							Protokoll som PDF<span className="visually-hidden">: {when}</span>
						</a>
					)}
				</p>
			)}
		</li>
	);
}
