import type { MeasureKind } from "#app/domain/measureKind.ts";
import { actions } from "./actions/index.tsx";
import { count } from "./count/index.tsx";
import { coverage } from "./coverage/index.tsx";
import { milestone } from "./milestone/index.tsx";
import { ongoing } from "./ongoing/index.tsx";
import { outcome } from "./outcome/index.tsx";
import { recurring } from "./recurring/index.tsx";
import type { MeasureModule } from "./types.ts";

/** The registry: a new kind is a folder beside these and one line here (its code is in `MEASURE_KINDS`). */
const measureModules: Record<MeasureKind, MeasureModule> = {
	count,
	recurring,
	milestone,
	coverage,
	outcome,
	ongoing,
	actions,
};

/**
 * The module of a kind. Its settings and chart data are `unknown` here: settings come from the database and go through
 * the module's own `settingsSchema`, chart data go from its `calculate` to its own `Chart`.
 */
export function measureModule(kind: MeasureKind): MeasureModule {
	return measureModules[kind];
}
