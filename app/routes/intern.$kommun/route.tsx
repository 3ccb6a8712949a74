import { Outlet, useLoaderData } from "@remix-run/react";
import { KommunNav } from "#app/features/KommunNav.tsx";
import { protect } from "#app/http/protect.server.ts";
import { kommunNavItems } from "./navItems.ts";

/** The kommun's own navigation. It protects itself only: every page below it does so too. */
export const loader = protect({ may: "read" }, async ({ kommun, may }) => ({
	kommun: kommun.name,
	items: kommunNavItems(kommun.slug, may),
}));

export default function KommunLayout() {
	const { kommun, items } = useLoaderData<typeof loader>();
	return (
		<>
			<KommunNav label={`${kommun}: sidor`} items={items} />
			<Outlet />
		</>
	);
}
