import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { changeRoles } from "#app/commands/changeRoles.server.ts";
import { createInbjudan } from "#app/commands/createInbjudan.server.ts";
import { removeMember } from "#app/commands/removeMember.server.ts";
import { renewInbjudan } from "#app/commands/renewInbjudan.server.ts";
import { revokeInbjudan } from "#app/commands/revokeInbjudan.server.ts";
import { stockholmDate } from "#app/domain/dates.ts";
import { compareSwedish, formatDate } from "#app/domain/format.ts";
import {
	changeRolesSchema,
	createInbjudanSchema,
	openInbjudanSchema,
	removeMemberSchema,
} from "#app/domain/person.schema.ts";
import { SavedNotice } from "#app/features/SavedNotice.tsx";
import { unknownIntent } from "#app/http/errorPage.server.ts";
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

export const loader = protect({ may: "administer" }, async ({ db, kommun, person, url, now }) => {
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
		saved: SAVED.get(url.searchParams.get("sparat") ?? "") ?? null,
	};
});

const SAVED: ReadonlyMap<string, string> = new Map([
	["revokeInbjudan", "Inbjudan är återkallad. Länken går inte längre att använda."],
	["changeRoles", "Rollerna är ändrade."],
	["removeMember", "Personen är borttagen ur kommunen."],
]);

export const action = protect({ may: "administer" }, async (context) => {
	const { db, actor, form, kommun, person } = context;
	const path = `/intern/${kommun.slug}`;
	switch (form.get("intent")) {
		case "createInbjudan":
			return invite(context);
		case "renewInbjudan":
			return renew(context);
		case "revokeInbjudan":
			await revokeInbjudan(db, actor, parseForm(openInbjudanSchema, form));
			return redirect(`${path}/personer?sparat=revokeInbjudan`);
		case "changeRoles": {
			const { personId, roles, version } = parseForm(changeRolesSchema, form);
			await changeRoles(db, actor, { personId, roles, seen: version });
			const isStillAdmin = personId !== person.id || roles.includes("admin");
			return redirect(isStillAdmin ? `${path}/personer?sparat=changeRoles` : path);
		}
		case "removeMember": {
			const { personId } = parseForm(removeMemberSchema, form);
			await removeMember(db, actor, { personId });
			return redirect(personId === person.id ? "/intern" : `${path}/personer?sparat=removeMember`);
		}
		default:
			throw unknownIntent();
	}
});

async function invite({ db, actor, form, origin }: KommunContext): Promise<{ link: InbjudanLink }> {
	const { name, email, roles } = parseForm(createInbjudanSchema, form);
	const token = newToken();
	await createInbjudan(db, actor, { name, email, roles, tokenHash: hashToken(token) });
	return { link: { url: `${origin}/inbjudan/${token}`, email } };
}

async function renew({ db, actor, form, origin }: KommunContext): Promise<{ link: InbjudanLink }> {
	const { inbjudanId } = parseForm(openInbjudanSchema, form);
	const token = newToken();
	const { email } = await renewInbjudan(db, actor, { inbjudanId, tokenHash: hashToken(token) });
	return { link: { url: `${origin}/inbjudan/${token}`, email } };
}

export default function Personer() {
	const { kommun, members, inbjudningar, saved } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const link = answer && "link" in answer ? answer.link : undefined;
	return (
		<Stack gap="lg">
			<PageHeader title="Personer" lead={`De som arbetar med medborgarlöften i ${kommun}, och vad de får göra.`} />
			<SavedNotice text={answer ? null : saved} />
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
