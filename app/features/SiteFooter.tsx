import { Link } from "@remix-run/react";

export function SiteFooter() {
	return (
		<footer className="site-footer">
			<div className="site-footer-row">
				<p>
					<strong>Löfteskoll</strong> följer upp medborgarlöften: vad polis och kommun har lovat, och vad som blev
					gjort.
				</p>
				<nav aria-label="Om webbplatsen">
					<ul>
						<li>
							<Link to="/" reloadDocument>
								Alla kommuner
							</Link>
						</li>
						<li>
							<Link to="/kontrollera">Kontrollera en rapport</Link>
						</li>
						<li>
							<Link to="/tillganglighet">Tillgänglighet</Link>
						</li>
						<li>
							<Link to="/personuppgifter">Personuppgifter</Link>
						</li>
					</ul>
				</nav>
			</div>
		</footer>
	);
}
