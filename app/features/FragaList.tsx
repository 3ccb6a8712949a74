import { Link } from "@remix-run/react";
import { TextArea } from "#app/ui/Field.tsx";
import { Tag } from "#app/ui/Tag.tsx";
import { IntentForm } from "./IntentForm.tsx";
import "./fragaList.css";

export interface FragaView {
	id: number;
	version: number;
	question: string;
	quotation: string | null;
	answer: string | null;
	/** "Besvarad 3 maj 2018" */
	answeredText: string | null;
	/** The aktivitet that it is about, where the page has several. */
	about?: { quotation: string; to: string };
}

/** What the signed text leaves unsaid, and the parties' answer beside the quotation. Posts intent `answerFraga`. */
export function FragaList({ fragor, canAnswer }: { fragor: readonly FragaView[]; canAnswer: boolean }) {
	return (
		<ul className="fraga-list">
			{fragor.map((fraga) => (
				<li key={fraga.id} className="fraga-list__item">
					{fraga.about && (
						<p className="fraga-list__about">
							Om <Link to={fraga.about.to}>”{fraga.about.quotation}”</Link>
						</p>
					)}
					<p className="fraga-list__question">
						{fraga.question} {fraga.answer === null && <Tag tone="warning">öppen fråga</Tag>}
					</p>
					{fraga.quotation && <blockquote className="fraga-list__quotation">”{fraga.quotation}”</blockquote>}
					{fraga.answer !== null && (
						<p className="fraga-list__answer">
							<strong>Svar:</strong> {fraga.answer} {fraga.answeredText && <small>{fraga.answeredText}</small>}
						</p>
					)}
					{canAnswer && (
						<IntentForm
							intent="answerFraga"
							hidden={{ fragaId: fraga.id, version: fraga.version }}
							submit="Spara svaret"
							disclosure={fraga.answer === null ? "Svara på frågan" : "Ändra svaret"}
						>
							{(refused) => (
								<TextArea
									{...refused.field("answer", fraga.answer ?? "")}
									label="Svar"
									hint={`Vad har parterna kommit överens om? Svaret visas bredvid citatet. Inga personuppgifter.${fraga.answer === null ? "" : " Lämna tomt för att öppna frågan igen."}`}
									rows={3}
									maxLength={500}
								/>
							)}
						</IntentForm>
					)}
				</li>
			))}
		</ul>
	);
}
