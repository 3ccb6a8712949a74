import type { ReactNode } from "react";
import { Card } from "#app/ui/Card.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Heading } from "#app/ui/Heading.tsx";
import { Prose, Split, Stack } from "#app/ui/Layout.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

interface TextPageProps {
	title: string;
	lead: string;
	/** The gist of the page, in a box beside the text. */
	inShort: { term: string; description: string }[];
	/** The text, with headings of level 2. */
	children: ReactNode;
}

/** A page of running text about the website itself. */
export function TextPage({ title, lead, inShort, children }: TextPageProps) {
	return (
		<Stack gap="lg">
			<PageHeader title={title} lead={lead} />
			<Split
				main={<Prose>{children}</Prose>}
				aside={
					<Card as="section" tone="tinted" aria-labelledby="i-korthet">
						<Heading level={2} size="xs" id="i-korthet">
							I korthet
						</Heading>
						<DescriptionList items={inShort} />
					</Card>
				}
			/>
		</Stack>
	);
}
