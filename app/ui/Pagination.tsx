import { ButtonLink } from "./Button.tsx";

interface PaginationProps {
	/** Counted from 1. */
	page: number;
	pageCount: number;
	hrefFor: (page: number) => string;
	label?: string;
}

/** Nothing at all when everything fits on one page. */
export function Pagination({ page, pageCount, hrefFor, label = "Sidor" }: PaginationProps) {
	if (pageCount <= 1) return null;
	return (
		<nav className="pagination" aria-label={label}>
			{page > 1 && (
				<ButtonLink to={hrefFor(page - 1)} variant="secondary" icon="previous" rel="prev">
					Föregående
				</ButtonLink>
			)}
			<p className="pagination-place">
				Sida {page} av {pageCount}
			</p>
			{page < pageCount && (
				<ButtonLink to={hrefFor(page + 1)} variant="secondary" icon="next" className="icon-last" rel="next">
					Nästa
				</ButtonLink>
			)}
		</nav>
	);
}
