import type { ReactNode } from "react";

/** Drawn on a 24 px grid with a 1.75 px line; they take the colour of the text. Always decoration: a word stands beside. */
const DRAWINGS = {
	oversikt: (
		<>
			<path d="M4 5v14h16" />
			<path d="M8 15v-3M12.5 15V7M17 15v-5" />
		</>
	),
	logga: (
		<>
			<circle cx="12" cy="12" r="8.25" />
			<path d="M12 8.25v7.5M8.25 12h7.5" />
		</>
	),
	registreringar: (
		<>
			<path d="M9 6.5h11M9 12h11M9 17.5h11" />
			<path d="M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01" strokeWidth="2.75" />
		</>
	),
	dokument: (
		<>
			<path d="M6 3.75h8.25L18.5 8v12.25H6z" />
			<path d="M14 4v4.25h4.25M9 12.5h6.5M9 16h6.5" />
		</>
	),
	rapport: (
		<>
			<path d="M6 3.75h12v16.5H6z" />
			<path d="M9 8h6M9 15.5l2 2 4-4.25" />
		</>
	),
	kalender: (
		<>
			<path d="M4 5.75h16v14.5H4zM4 10h16M8 3.5v4M16 3.5v4" />
			<path d="M8 14h.01M12 14h.01M16 14h.01" strokeWidth="2.5" />
		</>
	),
	personer: (
		<>
			<circle cx="9" cy="8.25" r="3.5" />
			<path d="M2.75 20c.4-3.8 2.9-6 6.25-6s5.85 2.2 6.25 6" />
			<path d="M15.5 5.1a3.5 3.5 0 0 1 0 6.3M17.75 14.4c2 .8 3.2 2.7 3.5 5.6" />
		</>
	),
	installningar: (
		<>
			<path d="M4 7.5h8M16.5 7.5H20M4 16.5h3.5M12 16.5h8" />
			<circle cx="14.25" cy="7.5" r="2.25" />
			<circle cx="9.75" cy="16.5" r="2.25" />
		</>
	),
	historik: (
		<>
			<path d="M4.2 9.5A8.25 8.25 0 1 1 3.75 12" />
			<path d="M3.5 5v4.75h4.75M12 7.75V12l3 2" />
		</>
	),
	atgarder: (
		<>
			<path d="M4 6.5l1.5 1.5L8.25 5M4 13.5l1.5 1.5 2.75-3" />
			<path d="M11.5 6.75H20M11.5 13.75H20M11.5 19.5H20" />
		</>
	),
	importera: (
		<>
			<path d="M12 3.75v10.5M7.75 10.25l4.25 4.25 4.25-4.25" />
			<path d="M4.25 15.25v4.5h15.5v-4.5" />
		</>
	),
	notiser: (
		<>
			<path d="M6.5 16.25V11a5.5 5.5 0 0 1 11 0v5.25l1.75 1.5H4.75z" />
			<path d="M10 20.25a2.1 2.1 0 0 0 4 0M12 5.25V3.5" />
		</>
	),
	mote: (
		<>
			<path d="M4.5 13.5h15M7 13.5v6M17 13.5v6" />
			<circle cx="7.5" cy="6" r="2" />
			<circle cx="16.5" cy="6" r="2" />
			<path d="M4.5 13.5c0-2.2 1.2-3.5 3-3.5s3 1.3 3 3.5M13.5 13.5c0-2.2 1.2-3.5 3-3.5s3 1.3 3 3.5" />
		</>
	),
	more: <path d="M5.5 12h.01M12 12h.01M18.5 12h.01" strokeWidth="3" />,
	konto: (
		<>
			<circle cx="12" cy="8.5" r="3.75" />
			<path d="M4.75 20.25c.6-3.9 3.4-6 7.25-6s6.65 2.1 7.25 6" />
		</>
	),
	plats: (
		<>
			<path d="M12 21c4.3-4.6 6.5-8.1 6.5-11a6.5 6.5 0 0 0-13 0c0 2.9 2.2 6.4 6.5 11z" />
			<circle cx="12" cy="10" r="2.25" />
		</>
	),
	check: <path d="M5 12.75l4.5 4.5L19.5 7" />,
	close: <path d="M6 6l12 12M18 6L6 18" />,
	undo: <path d="M8.5 5L4 9.5 8.5 14M4.5 9.5h9a5.5 5.5 0 0 1 0 11H9" />,
	edit: <path d="M4.5 19.5l1-4.25L16 4.75l3.25 3.25L8.75 18.5zM13.5 7.25l3.25 3.25" />,
	search: (
		<>
			<circle cx="10.75" cy="10.75" r="6" />
			<path d="M15.25 15.25L20 20" />
		</>
	),
	print: <path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z" />,
	copy: <path d="M8.5 8.5V4h11.5v11.5h-4.5M4 8.5h11.5V20H4z" />,
	down: <path d="M6 9.5l6 6 6-6" />,
	previous: <path d="M14.5 6l-6 6 6 6" />,
	next: <path d="M9.5 6l6 6-6 6" />,
	home: <path d="M4 11l8-7 8 7v9h-5.5v-5.5h-5V20H4z" />,
	logout: <path d="M14 4h-9v16h9M10 12h10M16.5 8.5L20 12l-3.5 3.5" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof DRAWINGS;

export function Icon({ name }: { name: IconName }) {
	return (
		<svg
			className="icon"
			viewBox="0 0 24 24"
			width="24"
			height="24"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.75"
			strokeLinecap="round"
			strokeLinejoin="round"
			aria-hidden="true"
			focusable="false"
		>
			{DRAWINGS[name]}
		</svg>
	);
}
