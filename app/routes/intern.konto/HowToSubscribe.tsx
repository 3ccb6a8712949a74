const WAYS = [
	{
		where: "Outlook",
		how: "öppna kalendern, välj Lägg till kalender och Prenumerera från webben, och klistra in adressen.",
	},
	{
		where: "Google Kalender",
		how: "öppna den på en dator, välj plustecknet vid Andra kalendrar och Från webbadress, och klistra in adressen.",
	},
	{
		where: "iPhone",
		how: "öppna Kalender, välj Kalendrar, Lägg till kalender och Lägg till prenumererad kalender, och klistra in adressen.",
	},
	{ where: "Android", how: "lägg till den i Google Kalender på en dator, så syns den i telefonen." },
];

/** How a calendar is told to read the address, one sentence for each. */
export function HowToSubscribe() {
	return (
		<div className="konto-ways">
			<ul>
				{WAYS.map(({ where, how }) => (
					<li key={where}>
						<strong>{where}:</strong> {how}
					</li>
				))}
			</ul>
			<p>Kalendern läser adressen med jämna mellanrum. En ändring kan dröja några timmar innan den syns.</p>
		</div>
	);
}
