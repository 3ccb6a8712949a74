import { Outlet } from "@remix-run/react";
import { revalidateUnlessQuiet } from "#app/features/quietSubmission.ts";
import { protect } from "#app/http/protect.server.ts";
import { kommunNavItems } from "./navItems.ts";

/**
 * The kommun's own navigation, which the frame in root shows beside the page. It protects itself only: every page below it
 * does so too.
 */
export const loader = protect({ may: "read" }, async ({ kommun, may }) => ({
	kommun: kommun.name,
	items: kommunNavItems(kommun.slug, may),
}));

export const shouldRevalidate = revalidateUnlessQuiet;

export default function KommunLayout() {
	return <Outlet />;
}
