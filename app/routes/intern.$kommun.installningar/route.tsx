import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { savePlats } from "#app/commands/savePlats.server.ts";
import { updateKommun } from "#app/commands/updateKommun.server.ts";
import { compareSwedish } from "#app/domain/format.ts";
import { kommunSettingsSchema } from "#app/domain/kommun.schema.ts";
import {
	addPlatsSchema,
	changePlatsSchema,
	MAX_PLATS_NAME,
	PLATS_KIND_NAME,
	PLATS_KINDS,
} from "#app/domain/plats.schema.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { protect } from "#app/http/protect.server.ts";
import { SelectField, TextField } from "#app/ui/Field.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { findAllPlatser } from "#db/plats.server.ts";
import "./installningar.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Inställningar – ${data.kommun.name} – Löfteskoll` : "Löfteskoll" },
];

/** The kommun's own words and its list of places. */
export const loader = protect({ may: "administer" }, async ({ db, kommun, url }) => ({
	kommun,
	platser: (await findAllPlatser(db, { kommunId: kommun.id })).sort((a, b) => compareSwedish(a.name, b.name)),
	isSaved: url.searchParams.has("sparat"),
}));

export const action = protect({ may: "administer" }, async ({ db, actor, form, url }) => {
	switch (form.get("intent")) {
		case "updateKommun":
			await updateKommun(db, actor, parseForm(kommunSettingsSchema, form));
			break;
		case "addPlats":
			await savePlats(db, actor, { platsId: null, version: null, isActive: true, ...parseForm(addPlatsSchema, form) });
			break;
		case "changePlats":
			await savePlats(db, actor, parseForm(changePlatsSchema, form));
			break;
		default:
			throw unknownIntent();
	}
	return redirect(`${url.pathname}?sparat=1`);
});

const kindOptions = PLATS_KINDS.map((value) => ({ value, label: PLATS_KIND_NAME[value] }));

export default function Installningar() {
	const { kommun, platser, isSaved } = useLoaderData<typeof loader>();
	return (
		<Stack gap="lg">
			<PageHeader
				title="Inställningar"
				lead={
					<>
						{kommun.name}, kommunkod {kommun.scbCode}. <Link to={`/intern/${kommun.slug}/kom-igang`}>Kom igång</Link>{" "}
						visar vad som är kvar innan uppföljningen är igång.
					</>
				}
			/>
			<SavedNotice text={isSaved ? "Ändringen är sparad." : null} />
			<section className="installningar__section">
				<Heading level={2} size="sm">
					Kommunen
				</Heading>
				<IntentForm intent="updateKommun" hidden={{ version: kommun.version }} submit="Spara">
					{(refused) => (
						<>
							<TextField
								{...refused.field("lokalpolisomrade", kommun.lokalpolisomrade ?? "")}
								label="Lokalpolisområde"
								isOptional
							/>
							<TextField
								{...refused.field("undertecknareTitle", kommun.undertecknareTitle)}
								label="Undertecknarens titel"
								hint="Den som skriver under för kommunen, till exempel kommunchef."
							/>
						</>
					)}
				</IntentForm>
			</section>
			<section className="installningar__section">
				<Heading level={2} size="sm">
					Platser
				</Heading>
				<p>Platserna väljs när man loggar. En plats som inte längre används behåller sina registreringar.</p>
				<IntentForm intent="addPlats" hidden={{}} submit="Lägg till" disclosure="Lägg till en plats">
					{(refused) => (
						<>
							<TextField {...refused.field("name")} label="Namn" maxLength={MAX_PLATS_NAME} />
							<SelectField {...refused.field("kind", "plats")} label="Slag" options={kindOptions} />
						</>
					)}
				</IntentForm>
				<ul className="installningar__platser">
					{platser.map((plats) => (
						<li key={plats.id}>
							<span>
								{plats.name} <Tag>{PLATS_KIND_NAME[plats.kind]}</Tag>{" "}
								{!plats.isActive && <Tag tone="warning">används inte</Tag>}
							</span>
							<IntentForm
								intent="changePlats"
								hidden={{ platsId: plats.id, version: plats.version }}
								submit="Spara platsen"
								disclosure={
									<span>
										Ändra<span className="visually-hidden"> {plats.name}</span>
									</span>
								}
							>
								{(refused) => (
									<>
										<TextField {...refused.field("name", plats.name)} label="Namn" maxLength={MAX_PLATS_NAME} />
										<SelectField {...refused.field("kind", plats.kind)} label="Slag" options={kindOptions} />
										<label className="installningar__active">
											<input
												type="checkbox"
												name="isActive"
												value="ja"
												defaultChecked={refused.isTicked("isActive", plats.isActive)}
											/>
											Erbjuds när man loggar
										</label>
									</>
								)}
							</IntentForm>
						</li>
					))}
				</ul>
			</section>
		</Stack>
	);
}
