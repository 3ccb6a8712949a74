import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { PageHandle } from "#app/features/pageHandle.ts";
import { missingRapport } from "#app/features/rapport/missingRapport.ts";
import { VisaFrame } from "#app/features/visa/VisaFrame.tsx";
import { protect } from "#app/http/protect.server.ts";
import { SlideView } from "./SlideView.tsx";
import { visaPage } from "./visaPage.server.ts";

export const handle: PageHandle = { isBare: true, missing: missingRapport };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `${data.position} ${data.title} – ${data.kommun} – Löfteskoll` : "Löfteskoll" },
];

export const loader = protect({ may: "read" }, visaPage);

/** The report on a projector: one screen at a time, with the arrow keys or the links. */
export default function Visa() {
	const { title, subtitle, slide, position, links, closeTo } = useLoaderData<typeof loader>();
	return (
		<VisaFrame {...{ title, subtitle, position, links, closeTo }}>{slide && <SlideView slide={slide} />}</VisaFrame>
	);
}
