import { redirect } from "@remix-run/node";
import { addUtkastPlatser } from "#app/commands/addUtkastPlatser.server.ts";
import { changeDokumentutkast } from "#app/commands/changeDokumentutkast.server.ts";
import { discardDokumentutkast } from "#app/commands/discardDokumentutkast.server.ts";
import { putInForce } from "#app/commands/putInForce.server.ts";
import type { FragaValue, UtkastChange } from "#app/dokumentutkast/change.ts";
import { fragaChoices } from "#app/dokumentutkast/choices.ts";
import type { DokumentutkastContent } from "#app/dokumentutkast/content.ts";
import { utkastFaults } from "#app/dokumentutkast/faults.ts";
import type { Dokumentutkast } from "#app/dokumentutkast/findUtkast.server.ts";
import { Fault } from "#app/domain/fault.ts";
import { FACTS_ANCHOR, FORCE_ANCHOR, fragaAnchor } from "#app/features/utkast/anchors.ts";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { InvalidForm, parseForm } from "#app/http/forms.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { findAllPlatser } from "#db/plats.server.ts";
import { findShown } from "./findShown.server.ts";
import {
	aktivitetKeySchema,
	answerSchema,
	FRAGA_VALUES,
	factsSchema,
	fragaKeySchema,
	lofteKeySchema,
	pairSchema,
	passageSchema,
	placesSchema,
	seenSchema,
} from "./forms.ts";
import { faultLines } from "./remains.ts";

interface Step {
	version: number;
	change: UtkastChange;
	/** Where on the page one was. */
	anchor: string;
}

interface Intent {
	/** Said on the page afterwards. */
	saved: string;
	step: (form: FormData, context: KommunContext & { utkast: Dokumentutkast }) => Step | Promise<Step>;
}

const INTENTS: Record<string, Intent> = {
	answerFraga: { saved: "Svaret är sparat.", step: answer },
	strikeFraga: {
		saved: "Frågan är struken.",
		step: (form, { utkast }) => {
			const { version, fragaKey } = parseForm(fragaKeySchema, form);
			const change = { type: "strikeFraga", fragaKey } as const;
			return { version, change, anchor: findFraga(utkast.content, fragaKey).cardKey };
		},
	},
	reopenFraga: {
		saved: "Frågan är öppen igen.",
		step: (form) => {
			const { version, fragaKey } = parseForm(fragaKeySchema, form);
			return { version, change: { type: "reopenFraga", fragaKey }, anchor: fragaAnchor(fragaKey) };
		},
	},
	changeFacts: {
		saved: "Uppgifterna är sparade.",
		step: (form) => {
			const { version, ...facts } = parseForm(factsSchema, form);
			return { version, change: { type: "changeFacts", ...facts }, anchor: FACTS_ANCHOR };
		},
	},
	addPassage: { saved: "Det är tillagt.", step: addPassage },
	removeLofte: {
		saved: "Löftet är borttaget ur förslaget.",
		step: (form) => {
			const { version, lofteKey } = parseForm(lofteKeySchema, form);
			return { version, change: { type: "removeLofte", lofteKey }, anchor: "loften" };
		},
	},
	leaveOutAktivitet: {
		saved: "Aktiviteten tas inte med. Den finns längre ned om den ska med ändå.",
		step: (form) => aktivitetStep("leaveOutAktivitet", form),
	},
	takeInAktivitet: {
		saved: "Aktiviteten är med igen.",
		step: (form) => aktivitetStep("takeInAktivitet", form),
	},
	mergeAktiviteter: {
		saved: "De två är nu en aktivitet.",
		step: (form) => {
			const { version, ...pair } = parseForm(pairSchema, form);
			return { version, change: { type: "mergeAktiviteter", ...pair }, anchor: pair.keepKey };
		},
	},
	keepApart: {
		saved: "Båda är kvar.",
		step: (form) => {
			const { version, ...pair } = parseForm(pairSchema, form);
			return { version, change: { type: "keepApart", ...pair }, anchor: pair.keepKey };
		},
	},
};

/** What is said by the name in `?sparat`. */
export function savedText(name: string | null): string | null {
	if (name === "beginDokumentutkast") return "Texten är läst och sparad som utkast.";
	if (name === "changeAktivitet") return "Aktiviteten är sparad.";
	return name !== null && Object.hasOwn(INTENTS, name) ? (INTENTS[name]?.saved ?? null) : null;
}

/** Carries out a form of the review, saves it and returns to where it stood. */
export async function carryOut(context: KommunContext) {
	const { form, url, db, actor, kommun, request } = context;
	const utkast = await findShown(context);
	const name = String(form.get("intent"));
	if (name === "putInForce") {
		const dokumentId = await putReadyInForce(context, utkast);
		return redirect(`/intern/${kommun.slug}/dokument/${dokumentId}?sparat=putInForce`);
	}
	if (name === "discardDokumentutkast") {
		await discardDokumentutkast(db, actor, { utkastId: utkast.id, ...parseForm(seenSchema, form) });
		return redirect(`/intern/${kommun.slug}/dokument/nytt?sparat=discardDokumentutkast`);
	}
	const intent = Object.hasOwn(INTENTS, name) ? INTENTS[name] : undefined;
	if (!intent) throw unknownIntent();
	const { version, change, anchor } = await intent.step(form, { ...context, utkast });
	await changeDokumentutkast(db, actor, { utkastId: utkast.id, version, change });
	const hash = name === "addPassage" ? `#${await anchorOfNew(context)}` : isNavigation(request) ? `#${anchor}` : "";
	return redirect(`${url.pathname}?sparat=${name}${hash}`);
}

/** A browser without JavaScript loads the page anew and must be led back; with it the page stays where it is. */
function isNavigation(request: Request): boolean {
	return request.headers.get("Sec-Fetch-Mode") !== "cors";
}

/** Everything that is wrong at once, each with where it is mended. */
async function putReadyInForce({ db, actor, kommun, form }: KommunContext, utkast: Dokumentutkast): Promise<number> {
	const { version } = parseForm(seenSchema, form);
	const platser = await findAllPlatser(db, { kommunId: kommun.id });
	const faults = faultLines(utkastFaults(utkast.content, { platser }), utkast.content);
	if (faults.length > 0)
		throw new InvalidForm(faults.map(({ href, label }) => ({ field: href.slice(1), message: label })));
	const { dokumentId } = await putInForce(db, actor, { utkastId: utkast.id, version });
	return dokumentId;
}

function aktivitetStep(type: "leaveOutAktivitet" | "takeInAktivitet", form: FormData): Step {
	const { version, aktivitetKey } = parseForm(aktivitetKeySchema, form);
	return { version, change: { type, aktivitetKey }, anchor: type === "takeInAktivitet" ? aktivitetKey : FORCE_ANCHOR };
}

async function answer(form: FormData, context: KommunContext & { utkast: Dokumentutkast }): Promise<Step> {
	const { version, fragaKey } = parseForm(fragaKeySchema, form);
	const { content } = context.utkast;
	const how = parseForm(answerSchema, form);
	const { fraga, aktivitet, cardKey } = findFraga(content, fragaKey);
	const step = (value: FragaValue | null, words: string): Step => ({
		version,
		change: { type: "answerFraga", fragaKey, value, answer: words },
		anchor: cardKey,
	});
	if (how.how === "words") return step(null, how.answer);
	if (how.how === "fields") return step(await valueIn(form, fraga.about, context), "");
	const choice = fragaChoices(fraga, aktivitet)[how.choice];
	if (!choice) throw new Fault("conflict", "Svaret finns inte längre att välja. Ladda om sidan och välj igen.");
	return step(choice.value, "");
}

/** The value that the fields of a question say. New places are put on the kommun's list first. */
async function valueIn(form: FormData, about: string, context: KommunContext): Promise<FragaValue> {
	if (about === "places") {
		const { platsIds, names } = parseForm(placesSchema, form);
		const added = names.length > 0 ? (await addUtkastPlatser(context.db, context.actor, { names })).platsIds : [];
		return { about: "places", platsIds: [...new Set([...platsIds, ...added])] };
	}
	switch (about) {
		case "responsible":
		case "minimum":
		case "weekdays":
		case "period":
		case "signedOn":
			return parseForm<FragaValue>(FRAGA_VALUES[about], form);
		default:
			throw unknownIntent();
	}
}

/** A question with what it belongs to; `cardKey` is where it stands. */
function findFraga(content: DokumentutkastContent, fragaKey: string) {
	const own = content.fragor.find(({ key }) => key === fragaKey);
	if (own) return { fraga: own, aktivitet: null, cardKey: FACTS_ANCHOR };
	for (const aktivitet of content.aktiviteter) {
		const fraga = aktivitet.fragor.find(({ key }) => key === fragaKey);
		if (fraga) return { fraga, aktivitet, cardKey: aktivitet.key };
	}
	throw new Fault("conflict", "Frågan finns inte längre. Ladda om sidan.");
}

function addPassage(form: FormData): Step {
	const { version, kind, quotation, from, to } = parseForm(passageSchema, form);
	const span = typeof from === "number" && typeof to === "number" && from < to ? { from, to } : null;
	// As a text area posts its line ends.
	const words = quotation.replace(/\r\n?/g, "\n").trim();
	const change: UtkastChange =
		kind === "lofte"
			? { type: "addLofte", quotation: words, span }
			: { type: "addAktivitet", quotation: words, span, lofteKey: null };
	return { version, change, anchor: FACTS_ANCHOR };
}

/** What was added last. */
async function anchorOfNew(context: KommunContext): Promise<string> {
	const { content } = await findShown(context);
	const keys = [...content.loften, ...content.aktiviteter].map(({ key }) => key);
	return keys.sort((a, b) => Number(b.slice(1)) - Number(a.slice(1)))[0] ?? FACTS_ANCHOR;
}
