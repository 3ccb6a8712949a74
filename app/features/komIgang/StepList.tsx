import type { ReactNode } from "react";
import { ButtonLink } from "#app/ui/Button.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Icon } from "#app/ui/Icon.tsx";
import type { Step, StepId } from "./steps.ts";
import "./stepList.css";

interface StepListProps {
	steps: readonly Step[];
	/** Under each step: forms, and what is done so far. */
	contents?: Partial<Record<StepId, ReactNode>>;
	/** The level of the steps' headings. */
	level: 2 | 3;
	/** Steps whose way is in `contents`. */
	withoutLink?: readonly StepId[];
	/** Only the next step says what it needs. */
	isShort?: boolean;
}

/** The steps in their order: what is done, what comes next and whose turn it is. The next step has the only primary button. */
export function StepList({ steps, contents = {}, level, withoutLink = [], isShort = false }: StepListProps) {
	return (
		<ol className="steg" data-short={isShort || undefined}>
			{steps.map((step, index) => (
				<li key={step.id} id={step.id} className="steg__step" data-state={step.state} tabIndex={-1}>
					<span className="steg__mark" aria-hidden="true">
						{step.state === "done" ? <Icon name="check" /> : index + 1}
					</span>
					<div className="steg__body">
						<div className="steg__head">
							<Heading level={level} size="sm">
								{step.title}
							</Heading>
							<span className="steg__state">{step.stateWord}</span>
						</div>
						{(!isShort || step.state === "next") && <p className="steg__text">{step.text}</p>}
						{contents[step.id]}
						{step.link && !withoutLink.includes(step.id) && (!isShort || step.state === "next") && (
							<div>
								<ButtonLink to={step.link.to} variant={step.state === "next" ? "primary" : "secondary"}>
									{step.link.label}
								</ButtonLink>
							</div>
						)}
					</div>
				</li>
			))}
		</ol>
	);
}
