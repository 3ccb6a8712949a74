import { errorTextFor } from "#app/domain/errorText.ts";
import stylesheet from "#app/ui/styles/index.css?url";

/**
 * The app's error page as a whole document, for addresses where there is a file and no page: whoever follows a link to a
 * report that is not there reads the same words in the same looks.
 *
 * @param message what the refusal says for itself
 */
export function errorDocument(status: number, message: string | undefined): Response {
	const { title, advice } = errorTextFor(status);
	const html = `<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} – Löfteskoll</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${escapeHtml(stylesheet)}">
</head>
<body>
<div class="shell">
<header class="site-header"><div class="site-header-row"><a class="site-header-home" href="/">Löfteskoll</a></div></header>
<div class="shell-body">
<main class="shell-main" id="innehall">
<div class="stack" data-gap="lg">
<header class="page-header"><div class="page-header-row"><div class="page-header-text">
<h1 class="ds-heading" data-size="xl">${escapeHtml(title)}</h1>
<div class="lead">${escapeHtml(message ?? advice)}</div>
</div></div></header>
<div><a class="ds-button" data-variant="secondary" data-size="md" href="/">Till startsidan</a></div>
</div>
</main>
</div>
</div>
</body>
</html>
`;
	return new Response(html, {
		status,
		headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
	});
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
