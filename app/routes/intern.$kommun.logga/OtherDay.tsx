import { Form, Link } from "@remix-run/react";
import { Button } from "#app/ui/Button.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { TextField } from "#app/ui/Field.tsx";

interface OtherDayProps {
	today: string;
	date: string;
	/** Not in force on the day shown. */
	dokument: { id: number; to: string; title: string; inForce: string }[];
	isOpen: boolean;
}

/** The page for another day, since each day has the aktiviteter of the dokument in force then. */
export function OtherDay({ today, date, dokument, isOpen }: OtherDayProps) {
	return (
		<Disclosure summary="Visa aktiviteterna för en annan dag" isOpen={isOpen}>
			<Form method="get" className="log-day" key={date}>
				<TextField name="datum" id="annan-dag" type="date" label="Dag" max={today} defaultValue={date} />
				<Button variant="secondary">Visa dagen</Button>
			</Form>
			{dokument.length > 0 && (
				<ul className="log-dokument">
					{dokument.map(({ id, to, title, inForce }) => (
						<li key={id}>
							<Link to={to}>{title}</Link> ({inForce})
						</li>
					))}
				</ul>
			)}
		</Disclosure>
	);
}
