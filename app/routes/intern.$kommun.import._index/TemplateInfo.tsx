import { Disclosure } from "#app/ui/Disclosure.tsx";

/** What a file needs to hold, and one to begin with. */
export function TemplateInfo({ path }: { path: string }) {
	return (
		<section className="import-template" aria-label="Vad filen behöver innehålla">
			<p>
				Filen behöver en rad per genomförd aktivitet, med <strong>datum</strong> och <strong>vad som gjordes</strong>.
				Antal, plats, utförd av och anteckning är frivilliga, och kolumnerna får heta vad som helst.
			</p>
			<p>
				Har ni ingen fil än? Hämta en mall med era egna mått och platser:{" "}
				<a href={`${path}/mall.xlsx`} download>
					Mall för Excel (.xlsx)
				</a>{" "}
				eller{" "}
				<a href={`${path}/mall.csv`} download>
					som CSV
				</a>
				.
			</p>
			<Disclosure summary="Det här tas inte emot">
				<ul className="import-refused">
					<li>Gamla Excelfiler (.xls) och filer med makron. Spara om som .xlsx.</li>
					<li>Celler med formler eller länkar till andra filer. Klistra in dem som värden.</li>
					<li>Personnummer och andra uppgifter om enskilda personer.</li>
				</ul>
			</Disclosure>
		</section>
	);
}
