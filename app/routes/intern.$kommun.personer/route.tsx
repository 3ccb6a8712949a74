import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import * as z from "zod";
import { changeRoles } from "#app/commands/changeRoles.server.ts";
import { createInbjudan } from "#app/commands/createInbjudan.server.ts";
import { removeMember } from "#app/commands/removeMember.server.ts";
import { renewInbjudan } from "#app/commands/renewInbjudan.server.ts";
import { revokeInbjudan } from "#app/commands/revokeInbjudan.server.ts";
import { stockholmDate } from "#app/domain/dates.ts";
import { compareSwedish, formatDate } from "#app/domain/format.ts";
import { inbjudanSchema, rolesFormSchema } from "#app/domain/person.schema.ts";
import { errorPage } from "#app/http/errorPage.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { type KommunContext, protect } from "#app/http/protect.server.ts";
import { hashToken, newToken } from "#app/http/token.server.ts";
import { Heading } from "#app/ui/Heading.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { findAllOpenInbjudningar } from "#db/inbjudan.server.ts";
import { findAllMembers } from "#db/person.server.ts";
import { InbjudanForm } from "./InbjudanForm.tsx";
import { MemberList } from "./MemberList.tsx";
import { type InbjudanLink, NewLink } from "./NewLink.tsx";
import { OpenInbjudningar } from "./OpenInbjudningar.tsx";
import "./personer.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `Personer i ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "administer" }, async ({ db, kommun, person, now }) => {
	const [members, inbjudningar] = await Promise.all([
		findAllMembers(db, { kommunId: kommun.id }),
		findAllOpenInbjudningar(db, { kommunId: kommun.id }),
	]);
	return {
		kommun: kommun.name,
		members: members
			.map((member) => ({ ...member, isSelf: member.personId === person.id }))
			.sort((a, b) => compareSwedish(a.name, b.name)),
		inbjudningar: inbjudningar.map(({ id, name, email, roles, expiresAt }) => ({
			id,
			name,
			email,
			roles,
			lastDay: formatDate(stockholmDate(expiresAt)),
			isExpired: expiresAt <= now,
		})),
	};
});

const memberSchema = z.object({ personId: z.coerce.number().int() });
const inbjudanIdSchema = z.object({ inbjudanId: z.coerce.number().int() });

export const action = protect({ may: "administer" }, async (context) => {
	const { db, actor, form, kommun, person } = context;
	const path = `/intern/${kommun.slug}`;
	switch (form.get("intent")) {
		case "bjud-in":
			return invite(context);
		case "fornya":
			return renew(context);
		case "aterkalla":
			await revokeInbjudan(db, actor, parseForm(inbjudanIdSchema, form));
			return redirect(`${path}/personer`);
		case "roller": {
			const { personId } = parseForm(memberSchema, form);
			const { roller, version } = parseForm(rolesFormSchema, form);
			await changeRoles(db, actor, { personId, roles: roller, seen: version });
			const isStillAdmin = personId !== person.id || roller.includes("admin");
			return redirect(isStillAdmin ? `${path}/personer` : path);
		}
		case "ta-bort": {
			const { personId } = parseForm(memberSchema, form);
			await removeMember(db, actor, { personId });
			return redirect(personId === person.id ? "/intern" : `${path}/personer`);
		}
		default:
			throw errorPage(400, "Formuläret gick inte att läsa.");
	}
});

async function invite({ db, actor, form, origin }: KommunContext): Promise<{ link: InbjudanLink }> {
	const { namn, epost, roller } = parseForm(inbjudanSchema, form);
	const token = newToken();
	await createInbjudan(db, actor, { name: namn, email: epost, roles: roller, tokenHash: hashToken(token) });
	return { link: { url: `${origin}/inbjudan/${token}`, email: epost } };
}

async function renew({ db, actor, form, origin }: KommunContext): Promise<{ link: InbjudanLink }> {
	const { inbjudanId } = parseForm(inbjudanIdSchema, form);
	const token = newToken();
	const { email } = await renewInbjudan(db, actor, { inbjudanId, tokenHash: hashToken(token) });
	return { link: { url: `${origin}/inbjudan/${token}`, email } };
}

export default function Personer() {
	const { kommun, members, inbjudningar } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const link = answer && "link" in answer ? answer.link : undefined;
	return (
		<Stack gap="lg">
			<PageHeader title="Personer" lead={`De som arbetar med medborgarlöften i ${kommun}, och vad de får göra.`} />
			{link && <NewLink key={link.url} link={link} />}
			<section aria-labelledby="med">
				<Heading level={2} id="med">
					Med i kommunen
				</Heading>
				<MemberList members={members} />
			</section>
			<section aria-labelledby="bjud-in">
				<Heading level={2} id="bjud-in">
					Bjud in
				</Heading>
				<InbjudanForm key={link?.url} />
			</section>
			{inbjudningar.length > 0 && (
				<section aria-labelledby="inbjudna">
					<Heading level={2} id="inbjudna">
						Inbjudna som inte har svarat
					</Heading>
					<OpenInbjudningar inbjudningar={inbjudningar} />
				</section>
			)}
		</Stack>
	);
}
