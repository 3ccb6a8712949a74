import { Tag } from "#app/ui/Tag.tsx";

/** Stands on everything that was made up for the example and not reported by anyone. */
export function ExampleTag() {
	return <Tag tone="neutral">Exempeldata</Tag>;
}
