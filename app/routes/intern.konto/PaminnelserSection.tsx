import { AbsentFormRefusal, IntentForm } from "#app/features/IntentForm.tsx";
import { Alert } from "#app/ui/Alert.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { KontoSection } from "./KontoSection.tsx";

export interface LetterChoice {
	kommunId: number;
	kommun: string;
	isOff: boolean;
}

interface PaminnelserSectionProps {
	email: string;
	/** The server has a way to send e-mail. */
	sendsLetters: boolean;
	choices: readonly LetterChoice[];
}

/** Whether one gets each kommun's weekly letter. */
export function PaminnelserSection({ email, sendsLetters, choices }: PaminnelserSectionProps) {
	return (
		<KontoSection id="paminnelser" title="Påminnelser">
			<AbsentFormRefusal
				onPage={[
					{ intent: "chooseLetters", field: "kommunId", rows: choices.map(({ kommunId }) => ({ id: kommunId })) },
				]}
			/>
			{sendsLetters ? (
				<p className="konto-text">
					Varje måndag, eller nästa vardag om det är helgdag, får du ett brev per kommun till {email} om det som släpar
					efter, väntar på dig eller snart ska vara klart. Det kommer bara när något är nytt eller har stått kvar i fyra
					veckor.
				</p>
			) : (
				<Alert tone="info">
					Den här servern skickar inga brev. Det som skulle ha stått i dem finns på Mina kommuner. Valen här nedanför
					gäller om servern börjar skicka.
				</Alert>
			)}
			{choices.length === 0 ? (
				<p>Du är inte med i någon kommun, så det finns inget att påminna om.</p>
			) : (
				<ul className="konto-letters">
					{choices.map((choice) => (
						<LetterLine key={choice.kommunId} choice={choice} />
					))}
				</ul>
			)}
		</KontoSection>
	);
}

function LetterLine({ choice: { kommunId, kommun, isOff } }: { choice: LetterChoice }) {
	return (
		<li className="konto-letter">
			<p>
				{kommun} <Tag tone={isOff ? "neutral" : "info"}>{isOff ? "Veckobrev av" : "Veckobrev på"}</Tag>
			</p>
			<IntentForm
				intent="chooseLetters"
				hidden={{ kommunId, letters: isOff ? "pa" : "av" }}
				submit={
					<>
						{isOff ? "Slå på" : "Stäng av"}
						<span className="visually-hidden"> veckobrevet från {kommun}</span>
					</>
				}
			/>
		</li>
	);
}
