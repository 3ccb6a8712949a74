import { Form } from "@remix-run/react";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { FormRefusal } from "#app/domain/formRefusal.ts";
import { PERFORMED_BY, performedByName } from "#app/domain/performedBy.ts";
import { type GenomforandeDefaults, GenomforandeFields } from "#app/features/GenomforandeFields.tsx";
import { type MeasureTile, MeasureTiles } from "#app/features/MeasureTiles.tsx";
import { useServerForm } from "#app/features/ServerForm/useServerForm.ts";
import { Button } from "#app/ui/Button.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import type { Option } from "#app/ui/Field.tsx";
import { type Duplicate, DuplicateQuestion } from "./DuplicateQuestion.tsx";

export interface LogFormProps {
	/** Made by the server for the page without JavaScript; the browser makes its own. */
	uuid: string;
	tiles: MeasureTile[];
	chosen: number[];
	platser: Option[];
	defaults: GenomforandeDefaults;
	today: string;
	/** Said at the date when it is not today's. */
	dateHint: string | null;
	refusal: FormRefusal | undefined;
	/** The other party's row that may be the same. */
	duplicate: Duplicate | undefined;
	/** Shows the tiles of another day, which may belong to another dokument. */
	onDate(date: string): void;
}

/** Two taps for the common case: a tile and Spara. Everything else has a default, said in one line and changed in place. */
export function LogForm({
	tiles,
	chosen,
	platser,
	defaults,
	today,
	dateHint,
	refusal,
	duplicate,
	...rest
}: LogFormProps) {
	const loadSchema = useCallback(
		() => import("#app/domain/genomforande.schema.ts").then((module) => module.genomforandeSchema(today)),
		[today],
	);
	const form = useServerForm({ loadSchema, refusal });
	const uuid = useSubmissionId(rest.uuid, refusal?.values.uuid?.[0]);
	const [filled, setFilled] = useState(() => fromRefusal(defaults, refusal));
	const [needsPlats, setNeedsPlats] = useState(() =>
		wantsOtherPlats(tiles, refusal?.values.measureIds ?? chosen.map(String), filled.platsId),
	);
	const hasErrorInside = ["date", "platsId", "quantity", "performedBy", "note", "biprodukt"].some(form.hasError);
	const details = useOpenedDetails({ isNeeded: hasErrorInside || needsPlats, attempts: form.attempts });

	function onChange(event: FormEvent<HTMLFormElement>) {
		const data = new FormData(event.currentTarget);
		const next = fromForm(data);
		setFilled(next);
		setNeedsPlats(wantsOtherPlats(tiles, data.getAll("measureIds"), next.platsId));
		if (next.date !== filled.date && /^\d{4}-\d\d-\d\d$/.test(next.date) && next.date <= today) rest.onDate(next.date);
	}

	return (
		<Form {...form.formProps} className="log-form" onChange={onChange}>
			<ErrorSummary errors={form.summary} answer={form.answer} />
			{duplicate && <DuplicateQuestion duplicate={duplicate} isSending={form.isSending} />}
			<input type="hidden" name="uuid" value={uuid} />
			<MeasureTiles form={form} tiles={tiles} chosen={chosen} />
			<div ref={details.ref}>
				<Disclosure summary="Ändra dag, plats, antal …" isOpen={details.isOpenAtFirst}>
					<GenomforandeFields
						form={form}
						defaults={defaults}
						platser={platser}
						today={today}
						dateHint={dateHint ?? undefined}
					/>
				</Disclosure>
			</div>
			<div className="log-bar">
				<p className="log-bar__summary">
					<span className="visually-hidden">Sparas som: </span>
					{describe(filled, { platser, today })}
				</p>
				<Button size="lg" isWide aria-disabled={form.isSending || undefined}>
					{form.isSending ? "Sparar …" : "Spara"}
				</Button>
			</div>
		</Form>
	);
}

/** A new id for each new form, so that a page shown again from the browser's memory is a new registration. */
function useSubmissionId(fromServer: string, posted: string | undefined): string {
	const [uuid, setUuid] = useState(posted ?? fromServer);
	const isRetry = posted !== undefined;
	useEffect(() => {
		// Absent where the page is not served over https.
		if (!isRetry && "randomUUID" in crypto) setUuid(crypto.randomUUID());
	}, [isRetry]);
	return uuid;
}

/** Opens when something inside must be seen, at every attempt to save; closing it is left to the person. */
function useOpenedDetails({ isNeeded, attempts }: { isNeeded: boolean; attempts: number }) {
	const ref = useRef<HTMLDivElement>(null);
	const [isOpenAtFirst] = useState(isNeeded);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a new reason to open
	useEffect(() => {
		const details = ref.current?.querySelector("details");
		if (isNeeded && details) details.open = true;
	}, [isNeeded, attempts]);
	return { ref, isOpenAtFirst };
}

type Filled = Pick<GenomforandeDefaults, "date" | "platsId" | "performedBy" | "quantity">;

function fromForm(data: FormData): Filled {
	const text = (name: string) => String(data.get(name) ?? "");
	return {
		date: text("date"),
		platsId: text("platsId"),
		performedBy: text("performedBy"),
		quantity: text("quantity"),
	};
}

function fromRefusal(defaults: GenomforandeDefaults, refusal: FormRefusal | undefined): Filled {
	const typed = (name: keyof Filled) => (refusal ? (refusal.values[name]?.[0] ?? "") : defaults[name]);
	return {
		date: typed("date"),
		platsId: typed("platsId"),
		performedBy: typed("performedBy"),
		quantity: typed("quantity"),
	};
}

/** Whether something ticked is followed place by place, and the place is none of those. */
function wantsOtherPlats(tiles: readonly MeasureTile[], ticked: readonly unknown[], platsId: string): boolean {
	return tiles
		.filter(({ id, platser }) => platser.length > 0 && ticked.includes(String(id)))
		.some(({ platser }) => !platser.some(({ id }) => String(id) === platsId));
}

/** "mån 15 oktober · Sävsjö centrum · Polisen · antal 1" */
function describe(
	{ date, platsId, performedBy, quantity }: Filled,
	{ platser, today }: { platser: readonly Option[]; today: string },
): string {
	const performer = PERFORMED_BY.find((code) => code === performedBy);
	return [
		dayInWords(date, today),
		platser.find(({ value }) => value === platsId)?.label ?? "ingen plats",
		performer ? performedByName(performer) : "",
		`antal ${quantity.trim() || "1"}`,
	]
		.filter(Boolean)
		.join(" · ");
}

/** By the browser's own calendar, since the one of `dates.ts` is too heavy for this page. */
function dayInWords(date: string, today: string): string {
	if (!/^\d{4}-\d\d-\d\d$/.test(date)) return date;
	const isThisYear = date.slice(0, 4) === today.slice(0, 4);
	return new Date(`${date}T00:00:00Z`).toLocaleDateString("sv", {
		weekday: "short",
		day: "numeric",
		month: "long",
		...(!isThisYear && { year: "numeric" }),
		timeZone: "UTC",
	});
}
