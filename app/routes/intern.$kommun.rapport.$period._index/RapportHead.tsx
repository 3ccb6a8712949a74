import { Link } from "@remix-run/react";
import { RAPPORT_PART_NAME } from "#app/domain/rapport.ts";
import { formatCode } from "#app/domain/verificationCode.ts";
import { Heading } from "#app/ui/Heading.tsx";
import { Cluster } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { SegmentedNav } from "#app/ui/SegmentedNav.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { lateText } from "./AfterSignature.tsx";
import { PrintButton } from "./PrintButton.tsx";
import { PublishingPackage } from "./PublishingPackage.tsx";
import type { rapportPage } from "./rapportPage.server.ts";
import { StateStepper } from "./StateStepper.tsx";
import { StepForms } from "./StepForms.tsx";

type View = Awaited<ReturnType<typeof rapportPage>>;

/** Which report it is, how far it has come, who is next, and what the reader can do. */
export function RapportHead({ view }: { view: View }) {
	const late = lateText(view.late);
	const hasEditions = view.edition > 1 || view.editionLinks.length > 1;
	return (
		<>
			<PageHeader
				title={view.title}
				lead={view.dokumentTitle}
				breadcrumbs={[{ label: "Rapporter", to: view.listTo }]}
				tags={
					(hasEditions || late) && (
						<>
							{hasEditions && <Tag>Version {view.edition}</Tag>}
							{late && (
								<a href="#efterregistrerat" className="rapport-late">
									{late}
								</a>
							)}
						</>
					)
				}
			/>
			<div className="rapport-switchers">
				<SegmentedNav label="Välj period" items={view.periodLinks} />
				{view.dokumentLinks.length > 1 && <SegmentedNav label="Välj dokument" items={view.dokumentLinks} />}
				{view.editionLinks.length > 1 && <SegmentedNav label="Välj version" items={view.editionLinks} />}
			</div>
			<section className="rapport-standing" aria-labelledby="laget">
				<StateStepper state={view.state} />
				<div className="rapport-standing__columns">
					<div className="rapport-standing__next">
						<Heading level={2} size="sm" id="laget">
							{view.next.title}
						</Heading>
						<p>{view.next.text}</p>
						{view.state === "utkast" && <KlarMarks klar={view.klar} />}
						{view.signed && (
							<p className="rapport-meta">
								Kontrollkod <code>{formatCode(view.signed.code)}</code>
							</p>
						)}
						{view.publicTo && (
							<p>
								<Link to={view.publicTo}>Se den som allmänheten ser den</Link>
							</p>
						)}
						{view.hasLaterEdition && view.editionLinks[0] && (
							<p>
								<Link to={view.editionLinks[0].to}>Gå till {view.editionLinks[0].label.toLowerCase()}</Link>
							</p>
						)}
					</div>
					<div className="rapport-standing__do">
						<StepForms steps={view.steps} {...view.stepForms} />
						{view.whyRefused && <p className="rapport-standing__why">{view.whyRefused}</p>}
						{view.publishing && <PublishingPackage {...view.publishing} />}
					</div>
				</div>
				<Cluster gap="md">
					<ul className="rapport-files" aria-label="Hämta rapporten">
						{view.files.map(({ label, to }) => (
							<li key={label}>
								<a href={to} download>
									{label}
								</a>
							</li>
						))}
					</ul>
					<Link to={view.projectorTo} className="rapport-show">
						Visa på projektor
					</Link>
					<PrintButton />
				</Cluster>
			</section>
		</>
	);
}

function KlarMarks({ klar }: { klar: View["klar"] }) {
	return (
		<ul className="rapport-klar">
			{klar.map(({ part, by, at }) => (
				<li key={part}>
					<span className="rapport-klar__mark" data-is-klar={at !== null || undefined} aria-hidden="true" />
					{RAPPORT_PART_NAME[part]}: {at === null ? "inte klar" : `klar ${at}${by ? `, ${by}` : ""}`}
				</li>
			))}
		</ul>
	);
}
