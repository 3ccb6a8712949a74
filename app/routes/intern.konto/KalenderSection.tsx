import { IntentForm } from "#app/features/IntentForm.tsx";
import { Disclosure } from "#app/ui/Disclosure.tsx";
import { HowToSubscribe } from "./HowToSubscribe.tsx";
import { KontoSection } from "./KontoSection.tsx";

/**
 * The private address that one's own calendar reads: made, made anew and taken back.
 *
 * @param madeOn "15 oktober 2018"; null: there is no address
 * @param isNew the page already tells how it is used, where it shows it
 */
export function KalenderSection({ madeOn, isNew }: { madeOn: string | null; isNew: boolean }) {
	return (
		<KontoSection id="kalendern" title="Kalender">
			<p className="konto-text">
				Få möten, åtgärder, periodernas slut och de tillfällen som är avtalade i din egen kalender. Kalendern läser dem
				från en privat adress, som gäller alla kommuner där du är med.
			</p>
			{madeOn === null ? (
				<IntentForm intent="makeKalenderlank" hidden={{}} submit="Skapa en adress" />
			) : (
				<Made madeOn={madeOn} isNew={isNew} />
			)}
		</KontoSection>
	);
}

function Made({ madeOn, isNew }: { madeOn: string; isNew: boolean }) {
	return (
		<>
			{!isNew && (
				<>
					<p className="konto-text">
						Adressen skapades {madeOn} och visas bara en gång. Den som har den kan läsa din kalender utan att logga in.
					</p>
					<Disclosure summary="Så lägger du till den i en kalender">
						<HowToSubscribe />
					</Disclosure>
				</>
			)}
			<IntentForm intent="makeKalenderlank" hidden={{}} disclosure="Byt adress" submit="Skapa en ny adress">
				{() => (
					<p>
						Den gamla adressen slutar gälla genast. Byt om du har tappat bort den, eller en telefon eller dator där den
						finns, och lägg in den nya i dina kalendrar.
					</p>
				)}
			</IntentForm>
			<IntentForm
				intent="revokeKalenderlank"
				hidden={{}}
				disclosure="Ta bort adressen"
				submit="Ta bort adressen"
				submitVariant="danger"
			>
				{() => <p>Kalendrar som läser adressen får inget nytt. Du kan skapa en ny när du vill.</p>}
			</IntentForm>
		</>
	);
}
