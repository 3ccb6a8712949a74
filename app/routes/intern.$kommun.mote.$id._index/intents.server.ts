import { redirect } from "@remix-run/node";
import { addPunkt } from "#app/commands/addPunkt.server.ts";
import { cancelMote } from "#app/commands/cancelMote.server.ts";
import { changeBeslut } from "#app/commands/changeBeslut.server.ts";
import { changeMote } from "#app/commands/changeMote.server.ts";
import { closeMote } from "#app/commands/closeMote.server.ts";
import { completeAtgard } from "#app/commands/completeAtgard.server.ts";
import { decideAtgard } from "#app/commands/decideAtgard.server.ts";
import { editPunkt } from "#app/commands/editPunkt.server.ts";
import { noSuchMote } from "#app/commands/moteInKommun.server.ts";
import { movePunkt } from "#app/commands/movePunkt.server.ts";
import { notePunkt } from "#app/commands/notePunkt.server.ts";
import { openMote } from "#app/commands/openMote.server.ts";
import { recordBeslut } from "#app/commands/recordBeslut.server.ts";
import { refreshAgenda } from "#app/commands/refreshAgenda.server.ts";
import { removePunkt } from "#app/commands/removePunkt.server.ts";
import { restorePunkt } from "#app/commands/restorePunkt.server.ts";
import { unopenMote } from "#app/commands/unopenMote.server.ts";
import { withdrawBeslut } from "#app/commands/withdrawBeslut.server.ts";
import { completeAtgardSchema } from "#app/domain/atgard.schema.ts";
import {
	addPunktSchema,
	cancelMoteSchema,
	changeBeslutSchema,
	changeMoteSchema,
	decideMoteAtgardSchema,
	editPunktSchema,
	movePunktSchema,
	notePunktSchema,
	punktKeySchema,
	recordBeslutSchema,
	seenMoteSchema,
	withdrawBeslutSchema,
} from "#app/domain/mote.schema.ts";
import { punktAnchor } from "#app/features/mote/punktView.ts";
import { isReceipt, RECEIPT } from "#app/features/mote/writing.ts";
import { addressId } from "#app/http/addressId.server.ts";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { findMote } from "#db/mote.server.ts";

interface Intent {
	/** Said on the page afterwards. */
	saved: string;
	/** Ends what the page was about, so that one is led to the meeting's own page. */
	isLast?: true;
	run: (context: KommunContext & { moteId: number }) => Promise<unknown>;
}

const INTENTS: Record<string, Intent> = {
	changeMote: {
		saved: "Mötet är ändrat.",
		run: ({ db, actor, form, today, moteId }) =>
			changeMote(db, actor, { ...parseForm(changeMoteSchema(today), form), moteId }),
	},
	cancelMote: {
		saved: "Mötet är inställt.",
		run: ({ db, actor, form, moteId }) => cancelMote(db, actor, { ...parseForm(cancelMoteSchema, form), moteId }),
	},
	openMote: {
		saved: "Mötet är öppnat. Beslut och åtgärder kan nu antecknas.",
		run: ({ db, actor, form, moteId }) => openMote(db, actor, { ...parseForm(seenMoteSchema, form), moteId }),
	},
	unopenMote: {
		saved: "Mötet är planerat igen.",
		run: ({ db, actor, form, moteId }) => unopenMote(db, actor, { ...parseForm(seenMoteSchema, form), moteId }),
	},
	closeMote: {
		saved: "Mötet är avslutat. Protokollet är låst.",
		isLast: true,
		run: ({ db, actor, form, moteId }) => closeMote(db, actor, { ...parseForm(seenMoteSchema, form), moteId }),
	},
	editPunkt: {
		saved: "Punkten är ändrad.",
		run: ({ db, actor, form, moteId }) => editPunkt(db, actor, { ...parseForm(editPunktSchema, form), moteId }),
	},
	addPunkt: {
		saved: "Punkten är tillagd, sist på dagordningen.",
		run: ({ db, actor, form, moteId }) => addPunkt(db, actor, { ...parseForm(addPunktSchema, form), moteId }),
	},
	movePunkt: {
		saved: "Punkten är flyttad.",
		run: ({ db, actor, form, moteId }) => movePunkt(db, actor, { ...parseForm(movePunktSchema, form), moteId }),
	},
	removePunkt: {
		saved: "Punkten är borttagen. Den finns sist på sidan om den ska tas med igen.",
		run: ({ db, actor, form, moteId }) => removePunkt(db, actor, { ...parseForm(punktKeySchema, form), moteId }),
	},
	restorePunkt: {
		saved: "Punkten är med igen.",
		run: ({ db, actor, form, moteId }) => restorePunkt(db, actor, { ...parseForm(punktKeySchema, form), moteId }),
	},
	refreshAgenda: {
		saved: "Dagordningen är hämtad på nytt.",
		run: ({ db, actor, moteId }) => refreshAgenda(db, actor, { moteId }),
	},
	notePunkt: {
		saved: "Anteckningen är sparad.",
		run: ({ db, actor, form, moteId }) => notePunkt(db, actor, { ...parseForm(notePunktSchema, form), moteId }),
	},
	recordBeslut: {
		saved: "Beslutet är antecknat.",
		run: ({ db, actor, form, moteId }) => recordBeslut(db, actor, { ...parseForm(recordBeslutSchema, form), moteId }),
	},
	changeBeslut: {
		saved: "Beslutet är ändrat.",
		run: ({ db, actor, form }) => changeBeslut(db, actor, parseForm(changeBeslutSchema, form)),
	},
	withdrawBeslut: {
		saved: "Beslutet är taget tillbaka.",
		run: ({ db, actor, form }) => withdrawBeslut(db, actor, parseForm(withdrawBeslutSchema, form)),
	},
	decideAtgard: { saved: "Åtgärden är beslutad. Den finns också under Åtgärder.", run: decide },
	completeAtgard: {
		saved: "Åtgärden är markerad som klar.",
		run: ({ db, actor, form, today }) => completeAtgard(db, actor, parseForm(completeAtgardSchema(today), form)),
	},
};

/** What is said by the name in `?sparat`. Planning is done on the page with all meetings, and leads here. */
export function savedText(name: string | null): string | null {
	if (name === "planMote") return "Mötet är planerat. Dagordningen är ett förslag som du kan ändra.";
	return name !== null && Object.hasOwn(INTENTS, name) ? (INTENTS[name]?.saved ?? null) : null;
}

/**
 * Carries out a form of the meeting, on its page or on the projector, and returns to where it stood: on the page to the item
 * that it is about.
 */
export async function carryOut(context: KommunContext) {
	const { form, url, db, kommun, params } = context;
	const name = String(form.get("intent"));
	const intent = Object.hasOwn(INTENTS, name) ? INTENTS[name] : undefined;
	if (!intent) throw unknownIntent();
	const moteId = addressId(params.id);
	if (!(await findMote(db, { kommunId: kommun.id, moteId }))) throw noSuchMote();
	await intent.run({ ...context, moteId });
	const next = intent.isLast ? new URL(`/intern/${kommun.slug}/mote/${moteId}`, url) : new URL(url);
	next.searchParams.set("sparat", name);
	const receipt = String(form.get(RECEIPT.field) ?? "");
	if (isReceipt(receipt)) next.searchParams.set(RECEIPT.param, receipt);
	else next.searchParams.delete(RECEIPT.param);
	return redirect(next.pathname + next.search + anchorIn(context));
}

/** The item that was written under: on the projector it has the screen to itself. */
function anchorIn({ form, url }: KommunContext): string {
	const key = form.get("key");
	return typeof key === "string" && isReceipt(key) && !url.searchParams.has("punkt") ? `#${punktAnchor(key)}` : "";
}

/** An åtgärd is decided at the meeting, so on its day. */
async function decide({ db, actor, kommun, form, today, moteId }: KommunContext & { moteId: number }) {
	const { key, ...atgard } = parseForm(decideMoteAtgardSchema(today), form);
	const mote = await findMote(db, { kommunId: kommun.id, moteId });
	if (!mote) throw noSuchMote();
	return decideAtgard(db, actor, { ...atgard, decidedOn: mote.heldOn, punkt: { moteId, key } });
}
