import { Link } from "@remix-run/react";
import { listOf } from "#app/domain/format.ts";
import { IntentForm } from "#app/features/IntentForm.tsx";
import { Named } from "#app/features/Named.tsx";
import { markAnchor } from "#app/features/utkast/anchors.ts";
import type { MeasureLine } from "#app/features/utkast/measureLine.ts";
import { Heading } from "#app/ui/Heading.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { FragaItem } from "./FragaItem.tsx";
import { goTo } from "./goTo.ts";
import type { AktivitetCardView } from "./reviewView.ts";

interface AktivitetCardProps {
	aktivitet: AktivitetCardView;
	version: number;
}

/** A proposed aktivitet: its words, who does it, how it is followed, and what is asked about it. */
export function AktivitetCard({ aktivitet, version }: AktivitetCardProps) {
	const { key, number, quotation, short, isFolded } = aktivitet;
	const title = (
		<Heading level={3} size="xs" id={`${key}-rubrik`}>
			<span className="utkast-number" data-kind="aktivitet">
				{number}
			</span>
			<span className="visually-hidden">Aktivitet {number}</span>
		</Heading>
	);
	if (isFolded)
		return (
			<li id={key} className="utkast-card" tabIndex={-1}>
				<details>
					<summary>
						{title}
						<span className="utkast-card__short">”{short}”</span>
					</summary>
					<Content aktivitet={aktivitet} version={version} isQuoted={short !== quotation} />
				</details>
			</li>
		);
	return (
		<li id={key} className="utkast-card" tabIndex={-1}>
			<div className="utkast-card__head">
				{title}
				<blockquote className="utkast-card__quotation">”{quotation}”</blockquote>
			</div>
			<Content aktivitet={aktivitet} version={version} isQuoted={false} />
		</li>
	);
}

function Content({ aktivitet, version, isQuoted }: AktivitetCardProps & { isQuoted: boolean }) {
	const { key, number, quotation, lofte, parter, measures, fragor, faults, alsoTold } = aktivitet;
	const name = `aktivitet ${number}`;
	return (
		<div className="utkast-card__content">
			{isQuoted && <blockquote className="utkast-card__quotation">”{quotation}”</blockquote>}
			{aktivitet.isCarried && (
				<p>
					<Tag>följer med från det förra dokumentet</Tag>
				</p>
			)}
			{alsoTold.map((told) => (
				<p key={told} className="utkast-card__also">
					Står också som ”{told}”
				</p>
			))}
			<dl className="utkast-card__facts">
				<div>
					<dt>Ansvarig</dt>
					<dd>{parter ?? <Tag tone="warning">saknas</Tag>}</dd>
				</div>
				{lofte && (
					<div>
						<dt>Hör till</dt>
						<dd>{lofte}</dd>
					</div>
				)}
				{measures.map((measure) => (
					<Measure key={measure.key} measure={measure} />
				))}
			</dl>
			{faults.map(({ message }) => (
				<p key={message} className="utkast-fault">
					{message} <Link to={aktivitet.editTo}>Fyll i</Link>
				</p>
			))}
			{fragor.map((fraga) => (
				<FragaItem key={fraga.key} fraga={fraga} editTo={aktivitet.editTo} version={version} />
			))}
			<div className="utkast-ways">
				{aktivitet.isInText && (
					<a href={`#${markAnchor(key)}`} onClick={goTo} className="utkast-way">
						<Named name={name}>Visa i texten</Named>
					</a>
				)}
				<Link to={aktivitet.editTo} className="utkast-way">
					<Named name={name}>Ändra</Named>
				</Link>
				<IntentForm
					intent="leaveOutAktivitet"
					hidden={{ aktivitetKey: key, version }}
					submit={<Named name={name}>Ta inte med</Named>}
					submitVariant="tertiary"
				/>
			</div>
		</div>
	);
}

function Measure({ measure: { kindName, agreed, missing, rakneregel } }: { measure: MeasureLine }) {
	return (
		<>
			<div>
				<dt>Följs som</dt>
				<dd>
					<strong>{kindName}.</strong> {agreed ?? <Tag tone="warning">saknas: {listOf(missing)}</Tag>}
				</dd>
			</div>
			<div>
				<dt>Vad räknas?</dt>
				<dd>{rakneregel || <Tag tone="warning">saknas</Tag>}</dd>
			</div>
		</>
	);
}
