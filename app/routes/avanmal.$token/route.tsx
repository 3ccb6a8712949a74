import { Form, type MetaFunction, useLoaderData } from "@remix-run/react";
import { declineLetters, UNKNOWN_LINK } from "#app/commands/chooseLetters.server.ts";
import { Fault } from "#app/domain/fault.ts";
import type { PageHandle } from "#app/features/pageHandle.ts";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { open } from "#app/http/protect.server.ts";
import { hashToken } from "#app/http/token.server.ts";
import { Button } from "#app/ui/Button.tsx";
import { Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { findLetterReader } from "#db/outbox.server.ts";
import { isLetterOff } from "#db/paminnelse.server.ts";

export const handle: PageHandle = { isStatic: true };

export const meta: MetaFunction = () => [
	{ title: "Sluta få veckobrevet – Löfteskoll" },
	{ name: "robots", content: "noindex" },
];

/** Only shows: mail programs open every link of a letter before its reader does. */
export const loader = open(async ({ db, params }) => {
	const reader = await findLetterReader(db, hashToken(params.token ?? ""));
	if (!reader) throw new Fault("not_found", UNKNOWN_LINK);
	return { name: reader.name, kommun: reader.kommunName, isOff: await isLetterOff(db, reader) };
});

/**
 * The page's own form posts what mail programs post by themselves (RFC 8058). Neither is redirected: they would not
 * follow.
 */
export const action = open(async ({ db, params, form, now }) => {
	if (form.get(ONE_CLICK.name) !== ONE_CLICK.value) throw unknownIntent();
	await declineLetters(db, { tokenHash: hashToken(params.token ?? ""), now });
	return null;
});

const ONE_CLICK = { name: "List-Unsubscribe", value: "One-Click" };

export default function Avanmal() {
	const { name, kommun, isOff } = useLoaderData<typeof loader>();
	if (isOff)
		return (
			<Stack gap="lg">
				<PageHeader
					title={`Du får inga fler veckobrev om ${kommun}`}
					lead={`Brevet är avstängt för ${name}. Det som väntar syns fortfarande när du loggar in.`}
				/>
				<p>
					Vill du ha brevet igen? Slå på det under <a href="/intern/konto">Mitt konto</a>.
				</p>
			</Stack>
		);
	return (
		<Stack gap="lg">
			<PageHeader
				title={`Sluta få veckobrevet om ${kommun}?`}
				lead={`Det gäller ${name}. Det som väntar syns fortfarande när du loggar in.`}
			/>
			<Form method="post">
				<input type="hidden" {...ONE_CLICK} />
				<Button type="submit" size="lg">
					Sluta få veckobrevet
				</Button>
			</Form>
		</Stack>
	);
}
