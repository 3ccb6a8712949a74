import { isRouteErrorResponse, useLocation, useParams, useRouteError } from "@remix-run/react";
import { ButtonLink } from "#app/ui/Button.tsx";
import { Cluster, Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

/** There is no such report: why, in words, and the way to those that there are. Everything else the root's page tells. */
export function RapportErrorBoundary() {
	const error = useRouteError();
	const { kommun } = useParams();
	const { pathname } = useLocation();
	const message: unknown = isRouteErrorResponse(error) && error.status === 404 ? error.data?.message : undefined;
	if (typeof message !== "string") throw error;
	const listTo = `/intern/${kommun}/rapport`;
	return (
		<Stack gap="lg">
			<PageHeader title="Rapporten finns inte" lead={message} />
			<Cluster>
				{pathname !== listTo && (
					<ButtonLink to={listTo} variant="secondary">
						Alla rapporter
					</ButtonLink>
				)}
				<ButtonLink to={`/intern/${kommun}`} variant="tertiary">
					Till översikten
				</ButtonLink>
			</Cluster>
		</Stack>
	);
}
