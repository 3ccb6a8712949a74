import { type DragEvent, useEffect, useRef, useState } from "react";

/**
 * One more way to a native file field, for those with JavaScript: a file dropped on the area around it. A file that is too
 * large is told of before it is sent.
 *
 * @param largest in bytes
 * @param onDropped what a dropped file that is not too large leads to; left out: it waits in the field
 * @returns `input` for the field, `dropArea` for the element around it, `checkSize` for its change and the form's submit
 */
export function useFileDrop({ largest, onDropped }: { largest: number; onDropped?: () => void }) {
	const input = useRef<HTMLInputElement>(null);
	const [isReady, setIsReady] = useState(false);
	const [isOver, setIsOver] = useState(false);
	const [isTooLarge, setIsTooLarge] = useState(false);
	useEffect(() => setIsReady(true), []);

	const checkSize = () => {
		const isSmall = (input.current?.files?.[0]?.size ?? 0) <= largest;
		setIsTooLarge(!isSmall);
		return isSmall;
	};
	const drag = (event: DragEvent) => {
		// A text that is dragged into a field is the browser's own affair.
		if (!event.dataTransfer.types.includes("Files")) return;
		event.preventDefault();
		setIsOver(event.type === "dragover");
	};
	const drop = (event: DragEvent) => {
		drag(event);
		if (!input.current || event.dataTransfer.files.length === 0) return;
		input.current.files = event.dataTransfer.files;
		if (checkSize()) onDropped?.();
	};
	const dropArea = { "data-over": isOver || undefined, onDragOver: drag, onDragLeave: drag, onDrop: drop };
	return { input, dropArea, isTooLarge, checkSize, dropHint: isReady ? ". Du kan också släppa den här" : "" };
}
