import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Heading } from "./Heading.tsx";

interface Breadcrumb {
	label: string;
	to: string;
}

interface PageHeaderProps {
	title: ReactNode;
	lead?: ReactNode;
	/** The way here, without the page itself. */
	breadcrumbs?: readonly Breadcrumb[];
	actions?: ReactNode;
	tags?: ReactNode;
}

/** The top of every page: where one is, what it is, and what can be done. Holds the page's only h1. */
export function PageHeader({ title, lead, breadcrumbs = [], actions, tags }: PageHeaderProps) {
	return (
		<header className="page-header">
			{breadcrumbs.length > 0 && (
				<nav className="breadcrumbs" aria-label="Brödsmulor">
					<ol>
						{breadcrumbs.map(({ label, to }) => (
							<li key={to}>
								<Link to={to}>{label}</Link>
							</li>
						))}
					</ol>
				</nav>
			)}
			<div className="page-header-row">
				<div className="page-header-text">
					<Heading level={1}>{title}</Heading>
					{tags && <div className="page-header-tags">{tags}</div>}
					{lead && <div className="lead">{lead}</div>}
				</div>
				{actions && <div className="page-header-actions">{actions}</div>}
			</div>
		</header>
	);
}
