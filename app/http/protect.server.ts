import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { defaultLogDate, type IsoDate, type IsoInstant, stockholmDate } from "#app/domain/dates.ts";
import { Fault } from "#app/domain/fault.ts";
import { OPENED_BY } from "#app/domain/openedBy.ts";
import { isPermitted, type Permission, type Role } from "#app/domain/permissions.ts";
import type { SigningKey } from "#app/seal/seal.server.ts";
import type { Actor } from "#db/command.server.ts";
import type { Db } from "#db/connection.server.ts";
import { findKommunOfMember, type KommunOfMember } from "#db/person.server.ts";
import type { SessionRow } from "#db/session.server.ts";
import { errorPage } from "./errorPage.server.ts";
import { asErrorPage, asFormRefusal } from "./faults.server.ts";
import { type RuntimeSettings, runtime } from "./runtime.server.ts";
import { requireOwnSite } from "./sameOrigin.server.ts";
import { findValidSession } from "./session.server.ts";
import { answerSignedOut } from "./signedOut.server.ts";

/** What the web server hands to every loader, action and rendering. */
declare module "@remix-run/node" {
	interface AppLoadContext {
		cspNonce: string;
		clientIp: string;
	}
}

/** What every handler is handed. Nothing in it was decided by the client but `url`, `params` and `form`. */
export interface OpenContext {
	request: Request;
	url: URL;
	params: Record<string, string | undefined>;
	/** What was posted; empty for a GET. */
	form: FormData;
	db: Db;
	now: IsoInstant;
	/** The Swedish date now. */
	today: IsoDate;
	/** The day that an activity logged now is proposed to belong to. */
	logDate: IsoDate;
	mode: RuntimeSettings["mode"];
	demoDate: IsoDate;
	origin: string;
	clientIp: string;
	/** What a report is signed with here. */
	signingKey: SigningKey;
	/** The valid session of the request, if any. Asks the database. */
	findSession: () => Promise<SessionRow | undefined>;
}

export interface SignedInContext extends Omit<OpenContext, "findSession"> {
	session: SessionRow;
	person: { id: number; name: string; email: string };
	actor: Actor;
}

export interface KommunContext extends SignedInContext {
	kommun: KommunOfMember["kommun"];
	roles: Role[];
	may: (permission: Permission) => boolean;
	actor: Actor & { personId: number; kommunId: number };
}

const OPENED_BY_ANOTHER =
	"Sidan öppnades av någon annan än den som nu är inloggad, så det är inte sparat. Kopiera texten om den ska vara kvar, och " +
	"logga in igen som den som skrev den.";

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Handler<Context, Result> = (context: Context) => Promise<Result> | Result;

/**
 * A loader or action of one kommun's internal pages (`params.kommun` is its slug), for those who hold the permission there.
 * Not signed in: to `/logga-in`; what was posted is given back with a 401. Not a member, or no such kommun: 404, so that
 * nothing is told. Permission missing: 403. What else it does: see {@link open}.
 */
export function protect<Result>({ may }: { may: Permission }, handler: Handler<KommunContext, Result>) {
	return protectSignedIn(async (context) => {
		const { db, params, person, actor } = context;
		const found = await findKommunOfMember(db, { personId: person.id, slug: params.kommun ?? "" });
		if (!found) throw errorPage(404, "Sidan finns inte, eller så hör den till en kommun där du inte är med.");
		const holds = (permission: Permission) => isPermitted(found.roles, permission);
		if (!holds(may))
			throw errorPage(
				403,
				"Din roll i kommunen ger inte tillgång till det här. Be administratören i kommunen om du behöver det.",
			);
		return handler({
			...context,
			...found,
			may: holds,
			actor: { ...actor, personId: person.id, kommunId: found.kommun.id },
		});
	});
}

/**
 * A loader or action for anybody signed in, whatever the kommun: `/intern` and `/intern/konto`. A form with
 * {@link OPENED_BY} is taken only from whoever opened its page.
 */
export function protectSignedIn<Result>(handler: Handler<SignedInContext, Result>) {
	return open<Result>(async ({ findSession, ...context }) => {
		const session = await findSession();
		if (!session && !isRead(context.request)) return answerSignedOut(context) as Result;
		if (!session) throw redirect(`/logga-in?till=${encodeURIComponent(context.url.pathname + context.url.search)}`);
		const { id, name, email } = session.person;
		requireOpener(context.form, id);
		return handler({
			...context,
			session,
			person: { id, name, email },
			actor: { personId: id, kommunId: null, now: context.now },
		});
	});
}

/**
 * A loader or action open to everybody. A request from another site that would change something is refused first.
 * A `Fault` becomes an error page (loader), or the errors beside what was typed (action): the page reads these with
 * `refusalIn(useActionData())`, which is why the refusal is left out of the result type, that a loader shares.
 */
export function open<Result>(handler: Handler<OpenContext, Result>) {
	return async ({ request, params, context }: Args): Promise<Result> => {
		const { db, settings, signingKey, clock } = runtime();
		const url = new URL(request.url);
		const origin = settings.origin ?? url.origin;
		requireOwnSite(request, origin);
		const form = isRead(request) ? new FormData() : await readForm(request);
		const now = clock();
		try {
			return await handler({
				request,
				url,
				params,
				form,
				db,
				now,
				today: stockholmDate(now),
				logDate: defaultLogDate(now),
				mode: settings.mode,
				demoDate: settings.demoDate,
				origin,
				clientIp: context.clientIp,
				signingKey,
				findSession: () => findValidSession(request),
			});
		} catch (error) {
			if (isRead(request)) throw asErrorPage(error);
			return asFormRefusal(error, form) as Result;
		}
	};
}

/** @throws Fault `forbidden` for words that somebody else wrote on a page of theirs; the form is shown again with them */
function requireOpener(form: FormData, personId: number): void {
	const opener = form.get(OPENED_BY);
	if (opener !== null && opener !== String(personId)) throw new Fault("forbidden", OPENED_BY_ANOTHER);
}

function isRead({ method }: Request): boolean {
	return method === "GET" || method === "HEAD";
}

async function readForm(request: Request): Promise<FormData> {
	const form = await request.formData().catch(() => undefined);
	if (!form || !isOneOfOurs(form)) throw errorPage(400, "Formuläret gick inte att läsa.");
	return form;
}

/** More fields, or longer names, than any of our pages posts. */
const MOST_FIELDS = 2000;
const LONGEST_NAME = 80;

/**
 * Whether a form could come from a page of ours. One made to exhaust the server (a name of a million dots) or to reach
 * what every JavaScript object inherits (`__proto__`) is not read at all.
 */
function isOneOfOurs(form: FormData): boolean {
	const names = [...form.keys()];
	return (
		names.length <= MOST_FIELDS &&
		names.every((name) => name.length <= LONGEST_NAME && !name.split(".").some((part) => part in Object.prototype))
	);
}
