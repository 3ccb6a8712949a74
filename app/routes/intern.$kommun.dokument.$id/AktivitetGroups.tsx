import { Link } from "@remix-run/react";
import { lowerFirst } from "#app/domain/format.ts";
import { Heading } from "#app/ui/Heading.tsx";

export interface AktivitetGroup {
	/** The löfte, verbatim, or the document's heading. */
	title: string;
	isLofte: boolean;
	aktiviteter: {
		id: number;
		to: string;
		quotation: string;
		parter: string;
		measures: { id: number; name: string; kindName: string; editTo: string | null }[];
	}[];
}

/** The löften with what shall be done for each, in the words of the text. */
export function AktivitetGroups({ groups }: { groups: readonly AktivitetGroup[] }) {
	return groups.map((group) => (
		<section key={group.title} className="dokument-page__section">
			{group.isLofte && <p className="dokument-page__eyebrow">Löfte</p>}
			<Heading level={2} size="md">
				{group.isLofte ? `”${group.title}”` : group.title}
			</Heading>
			{group.aktiviteter.length === 0 && <p>Ingen aktivitet är knuten till löftet.</p>}
			<ul className="dokument-page__aktiviteter">
				{group.aktiviteter.map((aktivitet) => (
					<li key={aktivitet.id}>
						<Link to={aktivitet.to} className="dokument-page__quotation">
							”{aktivitet.quotation}”
						</Link>
						<p className="dokument-page__meta">
							{aktivitet.parter}. Följs som {aktivitet.measures.map(followedAs).join(" och ")}.
						</p>
						<EditLinks measures={aktivitet.measures} />
					</li>
				))}
			</ul>
		</section>
	));
}

/** "Fotpatrullering (fortlöpande)"; a measure named after its kind says it once. */
function followedAs({ name, kindName }: AktivitetGroup["aktiviteter"][number]["measures"][number]): string {
	const kind = kindName.toLowerCase();
	return name.toLowerCase() === kind ? name : `${name} (${kind})`;
}

/** Where a measure's settings are changed, for those who may. */
function EditLinks({ measures }: { measures: AktivitetGroup["aktiviteter"][number]["measures"] }) {
	const editable = measures.filter(({ editTo }) => editTo !== null);
	if (editable.length === 0) return null;
	return (
		<p className="dokument-page__edit">
			{editable.map(({ id, name, editTo }) => (
				<Link key={id} to={editTo ?? ""}>
					Ändra måttet
					<span className={editable.length === 1 ? "visually-hidden" : undefined}> {lowerFirst(name)}</span>
				</Link>
			))}
		</p>
	);
}
