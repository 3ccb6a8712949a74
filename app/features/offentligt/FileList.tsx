import "./offentligt.css";

/** The same report in every form there is. */
export function FileList({
	files,
	labelledBy,
}: {
	files: readonly { label: string; to: string }[];
	labelledBy?: string;
}) {
	return (
		<ul className="public-files" aria-labelledby={labelledBy}>
			{files.map(({ label, to }) => (
				<li key={label}>
					<a href={to}>{label}</a>
				</li>
			))}
		</ul>
	);
}
