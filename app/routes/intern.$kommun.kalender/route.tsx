import { redirect } from "@remix-run/node";
import { Form, Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { tickHelgkvallar } from "#app/commands/tickHelgkvallar.server.ts";
import type { IsoDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { formatWeekdayAndDay } from "#app/domain/format.ts";
import { allTypedIn, refusalIn } from "#app/domain/formRefusal.ts";
import { proposeHelgkvallar } from "#app/domain/helgkvallar.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { protect } from "#app/http/protect.server.ts";
import { Alert } from "#app/ui/Alert.tsx";
import { Button } from "#app/ui/Button.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { SegmentedNav } from "#app/ui/SegmentedNav.tsx";
import type { Db } from "#db/connection.server.ts";
import { findAllHelgkvallar, findAllHelgkvallYears } from "#db/helgkvall.server.ts";
import "./kalender.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Helgkvällar ${data.year} – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

/** The kommun's own calendar of "andra helgkvällar", a year at a time. */
export const loader = protect({ may: "read" }, async ({ db, kommun, url, today, may }) => {
	const { stored, thisYear, years } = await findYears(db, { kommunId: kommun.id, today });
	const requested = Number(url.searchParams.get("ar"));
	const year = years.includes(requested) ? requested : thisYear;
	const isProposal = !stored.includes(year);
	const evenings = isProposal ? proposeHelgkvallar(year) : await findAllHelgkvallar(db, { kommunId: kommun.id, year });
	const path = `/intern/${kommun.slug}/kalender`;
	return {
		kommun: kommun.name,
		year,
		years: years.map((one) => ({ label: String(one), to: `${path}?ar=${one}`, isCurrent: one === year })),
		evenings: evenings.map((evening) => ({ ...evening, day: formatWeekdayAndDay(evening.date) })),
		isProposal,
		canEdit: may("editDokument"),
		isSaved: url.searchParams.has("sparat"),
	};
});

const tickSchema = z.object({
	year: z.string("År: ladda om sidan och välj ett år."),
	ticked: z.array(z.iso.date("Helgkvällar: välj bland kvällarna i listan.")),
	/** What was ticked when the page was shown. */
	seen: z.string("Ladda om sidan och gör ändringen igen.").transform((dates) => dates.split(" ").filter(Boolean)),
});

export const action = protect({ may: "editDokument" }, async ({ db, actor, kommun, form, url, today }) => {
	const { year: posted, ticked, seen } = parseForm(tickSchema, form);
	const { years } = await findYears(db, { kommunId: kommun.id, today });
	const year = years.find((one) => String(one) === posted);
	if (year === undefined) throw new Fault("invalid", "År: ladda om sidan och välj ett år.");
	await tickHelgkvallar(db, actor, { year, ticked, seen });
	return redirect(`${url.pathname}?ar=${year}&sparat=1`);
});

/** The years that the page offers: those of the calendar, this one and the next. */
async function findYears(db: Db, { kommunId, today }: { kommunId: number; today: IsoDate }) {
	const thisYear = Number(today.slice(0, 4));
	const stored = await findAllHelgkvallYears(db, { kommunId });
	return { stored, thisYear, years: [...new Set([...stored, thisYear, thisYear + 1])].sort((a, b) => a - b) };
}

export default function Kalender() {
	const { year, years, evenings, isProposal, canEdit, isSaved } = useLoaderData<typeof loader>();
	const refusal = refusalIn(useActionData());
	const typed = allTypedIn(refusal, "ticked");
	const seenDates = evenings.filter((evening) => evening.isTicked).map((evening) => evening.date);
	return (
		<Stack gap="lg">
			<PageHeader
				title={`Helgkvällar ${year}`}
				lead="Kvällarna som räknas när ett löfte säger ”andra helgkvällar”. Fredagar och lördagar räknas alltid för sig."
			/>
			{isSaved && <Alert tone="success">Kalendern är sparad.</Alert>}
			{years.length > 1 && <SegmentedNav label="Välj år" items={years} />}
			{isProposal && (
				<Alert tone="info">Förslag efter almanackan. Det gäller först när kalendern har sparats för {year}.</Alert>
			)}
			<Form method="post" key={year} className="kalender">
				<ErrorSummary errors={(refusal?.errors ?? []).map(({ message }) => ({ fieldId: null, message }))} />
				<input type="hidden" name="year" value={year} />
				<input type="hidden" name="seen" value={seenDates.join(" ")} />
				<fieldset className="kalender__evenings" disabled={!canEdit}>
					<legend className="visually-hidden">Helgkvällar {year}</legend>
					{evenings.map((evening) => (
						<label key={evening.date} className="kalender__evening">
							<input
								type="checkbox"
								name="ticked"
								value={evening.date}
								defaultChecked={typed?.includes(evening.date) ?? evening.isTicked}
							/>
							<span>
								{evening.name} <span className="kalender__day">{evening.day}</span>
							</span>
						</label>
					))}
				</fieldset>
				{canEdit && <Button type="submit">Spara kalendern</Button>}
			</Form>
			<p>
				Har en kväll ställts in? Markera det på aktivitetens sida, under <Link to="..">översikten</Link>.
			</p>
		</Stack>
	);
}
