import { isAnsvarLine, partiesOfAnsvar } from "./asides.ts";
import type { Block } from "./blocks.ts";
import type { Span } from "./reading.ts";

/** Who is responsible, by a line of its own. */
export interface Ansvar extends Span {
	names: string[];
}

/** A block with what the lines beneath it say of it. */
export interface AnsweredBlock extends Block {
	ansvar: Ansvar | null;
}

/**
 * Takes the lines that only say one thing of the point above them out of the blocks: "Tidplan: löpande" is gone, and
 * "Ansvarig: kommunpolis" is kept with the points above that have no other. What such a line stands beneath is a point, marked or not.
 */
export function attachAsides(blocks: Block[]): AnsweredBlock[] {
	const kept: AnsweredBlock[] = [];
	/** The first block that no line above has said who is responsible for. */
	let open = 0;
	for (const [index, block] of blocks.entries()) {
		if (block.kind !== "aside") {
			if (block.kind === "heading" || block.kind === "lead") open = kept.length;
			kept.push({ ...block, ansvar: null });
			continue;
		}
		const above = kept.at(-1);
		if (!above || !isAnsvarLine(block.folded)) continue;
		const names = partiesOfAnsvar(block.text);
		if (names.length === 0) continue;
		const ansvar = { names, from: block.from, to: block.to };
		if (above.kind === "lead" || isOfSection(above, blocks, index)) {
			above.ansvar = ansvar;
			continue;
		}
		above.kind = "item";
		for (const point of kept.slice(open)) if (point.kind === "item") point.ansvar ??= ansvar;
		above.ansvar = ansvar;
		open = kept.length;
	}
	return kept;
}

/** Between a heading and its list, it is of the whole list. */
function isOfSection(above: Block, blocks: Block[], at: number): boolean {
	if (above.kind !== "heading") return false;
	return blocks.slice(at).find(({ kind }) => kind !== "aside")?.kind === "item";
}
