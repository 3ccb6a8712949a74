import { Form } from "@remix-run/react";
import { useCallback } from "react";
import type { FormRefusal } from "#app/domain/formRefusal.ts";
import { type GenomforandeDefaults, GenomforandeFields } from "#app/features/GenomforandeFields.tsx";
import { type MeasureTile, MeasureTiles } from "#app/features/MeasureTiles.tsx";
import { useServerForm } from "#app/features/ServerForm/useServerForm.ts";
import { Button } from "#app/ui/Button.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import type { Option } from "#app/ui/Field.tsx";
import { Conflict, type ConflictProps } from "./Conflict.tsx";

export interface CorrectFormProps {
	/** The revision that the fields show. */
	revision: number;
	tiles: MeasureTile[];
	chosen: number[];
	quantities: Record<number, string>;
	platser: Option[];
	defaults: GenomforandeDefaults;
	today: string;
	refusal: FormRefusal | undefined;
	conflict: ConflictProps | undefined;
	pageTo: string;
}

/** The same fields as when one logs. What it said before is kept in the history. */
export function CorrectForm(props: CorrectFormProps) {
	const { revision, tiles, chosen, quantities, platser, defaults, today, refusal, conflict, pageTo } = props;
	const loadSchema = useCallback(
		() => import("#app/domain/genomforande.schema.ts").then((module) => module.genomforandeCorrectionSchema(today)),
		[today],
	);
	const form = useServerForm({ loadSchema, refusal });
	return (
		<Form {...form.formProps} className="correct-form">
			<ErrorSummary errors={form.summary} answer={form.answer} />
			{conflict && <Conflict key={conflict.revision} conflict={conflict} pageTo={pageTo} />}
			<input type="hidden" name="intent" value="correctGenomforande" />
			{/* After a conflict both versions have been seen. */}
			<input type="hidden" name="revision" value={conflict?.revision ?? revision} />
			<MeasureTiles form={form} tiles={tiles} chosen={chosen} quantities={quantities} />
			<GenomforandeFields form={form} defaults={defaults} platser={platser} today={today} />
			<div>
				<Button aria-disabled={form.isSending || undefined}>{form.isSending ? "Sparar …" : "Spara rättelsen"}</Button>
			</div>
		</Form>
	);
}
