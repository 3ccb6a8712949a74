import { useEffect, useRef } from "react";

/**
 * For the frame of a form that is emptied when it has been taken: focus stays there, so that the next Tab leads into it again.
 *
 * @param token another one each time that the form is new
 */
export function useFocusWhenTaken(token: string) {
	const frame = useRef<HTMLDivElement>(null);
	const known = useRef(token);
	useEffect(() => {
		if (known.current === token) return;
		known.current = token;
		const isLost = document.activeElement === null || document.activeElement === document.body;
		if (isLost) frame.current?.focus({ preventScroll: true });
	}, [token]);
	return frame;
}
