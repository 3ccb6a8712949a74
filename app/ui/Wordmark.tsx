/** The name, and a mark made of what the product does: the two axes of a chart, and a line that ends as a tick. */
export function Wordmark() {
	return (
		<span className="wordmark">
			<svg className="wordmark-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
				<rect className="wordmark-ground" width="32" height="32" rx="7" />
				<path className="wordmark-axes" d="M9 7v16h16" />
				<path className="wordmark-tick" d="M13.5 14.5l3.5 3.5 7.5-8.5" />
			</svg>
			<span className="wordmark-name">
				Löftes<span className="wordmark-koll">koll</span>
			</span>
		</span>
	);
}
