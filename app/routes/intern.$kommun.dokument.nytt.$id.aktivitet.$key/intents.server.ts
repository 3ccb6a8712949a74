import { redirect } from "@remix-run/node";
import { addUtkastPlatser } from "#app/commands/addUtkastPlatser.server.ts";
import { changeDokumentutkast } from "#app/commands/changeDokumentutkast.server.ts";
import type { UtkastChange } from "#app/dokumentutkast/change.ts";
import type { UtkastAktivitet } from "#app/dokumentutkast/content.ts";
import { Fault } from "#app/domain/fault.ts";
import type { FormRefusal } from "#app/domain/formRefusal.ts";
import { addPlatserSchema } from "#app/domain/plats.schema.ts";
import { readForm } from "#app/domain/readForm.ts";
import { unknownIntent } from "#app/http/errorPage.server.ts";
import { InvalidForm, parseForm } from "#app/http/forms.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { measureModule } from "#app/measures/index.ts";
import { findShownAktivitet } from "./findShownAktivitet.server.ts";
import {
	addMeasureSchema,
	aktivitetPartsSchema,
	aktivitetSchema,
	kindSchema,
	measureKeySchema,
	measureSchema,
} from "./forms.ts";

interface Step {
	version: number;
	change: UtkastChange;
}

interface Intent {
	/** Said on the page afterwards. */
	saved: string;
	/** Leads back to the review. */
	isLast?: true;
	step: (form: FormData, aktivitet: UtkastAktivitet) => Step;
}

const INTENTS: Record<string, Intent> = {
	changeAktivitet: { saved: "Aktiviteten är sparad.", step: changeAktivitet },
	changeMeasure: { saved: "Aktiviteten är sparad.", isLast: true, step: changeMeasure },
	changeMeasureKind: {
		saved: "Aktiviteten följs på ett nytt sätt. Gå igenom vad som gäller och spara.",
		step: (form, { key: aktivitetKey }) => {
			const { version, ...kind } = parseForm(kindSchema, form);
			return { version, change: { type: "changeMeasureKind", aktivitetKey, ...kind } };
		},
	},
	addMeasure: {
		saved: "Ett mått till är tillagt. Gå igenom vad som gäller och spara.",
		step: (form, { key: aktivitetKey }) => {
			const { version, kind } = parseForm(addMeasureSchema, form);
			return { version, change: { type: "addMeasure", aktivitetKey, kind } };
		},
	},
	removeMeasure: {
		saved: "Måttet är borttaget.",
		step: (form, { key: aktivitetKey }) => {
			const { version, measureKey } = parseForm(measureKeySchema, form);
			return { version, change: { type: "removeMeasure", aktivitetKey, measureKey } };
		},
	},
};

/** What is said by the name in `?sparat`. */
export function savedText(name: string | null): string | null {
	if (name === "addPlatser") return "Platserna finns på kommunens lista. Välj dem här nedanför och spara.";
	return name !== null && Object.hasOwn(INTENTS, name) ? (INTENTS[name]?.saved ?? null) : null;
}

/** Carries out a form of the aktivitet's page. When its mått is saved one is led back to the review. */
export async function carryOut(context: KommunContext) {
	const { db, actor, form, url, kommun } = context;
	const { utkast, aktivitet } = await findShownAktivitet(context);
	const name = String(form.get("intent"));
	if (name === "addPlatser") {
		await addUtkastPlatser(db, actor, parseForm(addPlatserSchema, form));
		return redirect(addressAfter(url, name));
	}
	const intent = Object.hasOwn(INTENTS, name) ? INTENTS[name] : undefined;
	if (!intent) throw unknownIntent();
	const { version, change } = intent.step(form, aktivitet);
	await changeDokumentutkast(db, actor, { utkastId: utkast.id, version, change });
	if (intent.isLast)
		return redirect(`/intern/${kommun.slug}/dokument/nytt/${utkast.id}?sparat=changeAktivitet#${aktivitet.key}`);
	return redirect(
		name === "addMeasure" ? addressOfNewest(url, await findShownAktivitet(context)) : addressAfter(url, name),
	);
}

function addressAfter(url: URL, name: string): string {
	const next = new URL(url);
	next.searchParams.set("sparat", name);
	return next.pathname + next.search;
}

/** The mått that was just added is the one to go on with. */
function addressOfNewest(url: URL, { aktivitet }: { aktivitet: UtkastAktivitet }): string {
	const next = new URL(url);
	next.searchParams.set("matt", aktivitet.measures[aktivitet.measures.length - 1]?.key ?? "");
	return addressAfter(next, "addMeasure");
}

/** Everything wrong is said at once, of the parts too. */
function changeAktivitet(form: FormData, { key: aktivitetKey }: UtkastAktivitet): Step {
	const facts = aktivitetSchema.safeParse(readForm(aktivitetSchema, form));
	const parts = aktivitetPartsSchema.safeParse(readForm(aktivitetPartsSchema, form));
	if (!facts.success || !parts.success)
		throw new InvalidForm(errorsOf([...(facts.error?.issues ?? []), ...(parts.error?.issues ?? [])]));
	const { version, ...changed } = facts.data;
	return { version, change: { type: "changeAktivitet", aktivitetKey, ...changed, ...parts.data } };
}

/** Judges the kind's settings and the rest together. What is wrong with a setting in a list has no field of its own. */
function changeMeasure(form: FormData, aktivitet: UtkastAktivitet): Step {
	const shared = measureSchema.safeParse(readForm(measureSchema, form));
	const measure = aktivitet.measures.find(({ key }) => key === form.get("measureKey"));
	if (!measure) throw new Fault("conflict", "Måttet finns inte längre. Ladda om sidan.");
	const { settingsSchema, settingsFromForm } = measureModule(measure.kind);
	const settings = settingsSchema.safeParse(settingsFromForm(form));
	if (!shared.success || !settings.success)
		throw new InvalidForm(errorsOf([...(settings.error?.issues ?? []), ...(shared.error?.issues ?? [])]));
	const { version, ...changed } = shared.data;
	return {
		version,
		change: { type: "changeMeasure", aktivitetKey: aktivitet.key, ...changed, settings: settings.data },
	};
}

function errorsOf(issues: readonly { message: string; path: readonly PropertyKey[] }[]): FormRefusal["errors"] {
	const byMessage = new Map(issues.map(({ message, path }) => [message, { field: fieldAt(path), message }]));
	return [...byMessage.values()];
}

function fieldAt(path: readonly PropertyKey[]): string | null {
	return path.some((step) => typeof step === "number") ? null : path.join(".") || null;
}
