import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { describe, expect, it } from "vitest";
import { STATUS_SHAPE, STATUS_WORD, STATUSES } from "#app/domain/status.ts";
import { KommunNav } from "#app/features/KommunNav.tsx";
import { SiteHeader } from "#app/features/SiteHeader.tsx";
import { StatusBadge } from "#app/features/StatusBadge.tsx";
import { Button, ButtonLink } from "#app/ui/Button.tsx";
import { ChartFrame } from "#app/ui/ChartFrame.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { Choices, SelectField, TextArea, TextField } from "#app/ui/Field.tsx";
import { Pagination } from "#app/ui/Pagination.tsx";

/** What a browser without JavaScript gets. */
async function markup(element: ReactElement, at = "/"): Promise<string> {
	const { query, dataRoutes } = createStaticHandler([{ path: "*", element }]);
	const context = await query(new Request(`http://localhost${at}`));
	if (context instanceof Response) throw new Error(`${at} answered ${context.status} instead of a page`);
	const router = createStaticRouter(dataRoutes, context);
	return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

/** The opening tag of the first element of that name, to look for attributes in. */
function tag(html: string, name: string): string {
	return html.match(new RegExp(`<${name}[ >][^>]*>?`))?.[0] ?? "";
}

describe("fields", () => {
	it("belong to their label, hint and error by id", async () => {
		const html = await markup(
			<TextField name="datum" label="Datum" hint="Till exempel 2018-10-15" error="Datum: välj en dag senast i dag." />,
		);
		expect(html).toContain('<label class="ds-label" for="datum">Datum</label>');
		expect(tag(html, "input")).toContain('id="datum"');
		expect(tag(html, "input")).toContain('aria-describedby="datum-hint datum-error"');
		expect(tag(html, "input")).toContain('aria-invalid="true"');
		expect(html).toMatch(/id="datum-hint"[^>]*>Till exempel 2018-10-15</);
		expect(html).toMatch(/id="datum-error"[^>]*>Datum: välj en dag senast i dag\.</);
	});

	it("claim neither description nor error when there is none", async () => {
		const input = tag(await markup(<TextField name="antal" label="Antal" />), "input");
		expect(input).not.toContain("aria-describedby");
		expect(input).not.toContain("aria-invalid");
	});

	it("take an id of their own where a page has the same name twice", async () => {
		const html = await markup(<TextArea id="orsak-7" name="orsak" label="Orsak" isOptional />);
		expect(html).toContain('for="orsak-7"');
		expect(tag(html, "textarea")).toMatch(/name="orsak".*id="orsak-7"/);
		expect(html).toContain("(frivilligt)");
	});

	it("keep what was chosen", async () => {
		const html = await markup(
			<SelectField
				name="plats"
				label="Plats"
				emptyLabel="Välj plats"
				defaultValue="2"
				options={[
					{ value: "1", label: "Centrum" },
					{ value: "2", label: "Stationen" },
				]}
			/>,
		);
		expect(html).toContain('<option value="">Välj plats</option>');
		expect(html).toContain('<option value="2" selected="">Stationen</option>');
	});
});

describe("choices", async () => {
	const html = await markup(
		<Choices
			name="matt"
			type="checkbox"
			legend="Vad gjordes?"
			error="Vad gjordes: välj minst ett mått."
			defaultValues={["b"]}
			options={[
				{ value: "a", label: "Fotpatrull" },
				{ value: "b", label: "Riktad insats", hint: "9 av minst 10" },
			]}
		/>,
	);

	it("are one group with a legend that its error describes", () => {
		expect(tag(html, "fieldset")).toContain('aria-describedby="matt-error"');
		expect(html).toMatch(/<legend[^>]*>Vad gjordes\?<\/legend>/);
	});

	it("let a link in the error summary land on the first control", () => {
		expect(tag(html, "input")).toMatch(/id="matt".*name="matt".*value="a"/);
	});

	it("give each control its own label and hint, and tick what was ticked", () => {
		expect(html).toContain('<label for="matt-2">Riktad insats</label>');
		expect(html).toMatch(/<input[^>]*id="matt-2"[^>]*aria-describedby="matt-2-hint"[^>]*checked=""/);
		expect(html.match(/checked=""/g)).toHaveLength(1);
	});
});

describe("error summary", () => {
	it("links to the fields, takes focus and is announced", async () => {
		const html = await markup(
			<ErrorSummary
				errors={[
					{ fieldId: "datum", message: "Datum: välj en dag senast i dag." },
					{ fieldId: null, message: "Raden är ändrad av någon annan." },
				]}
			/>,
		);
		expect(tag(html, "div")).toMatch(/role="alert".*tabindex="-1"/);
		expect(tag(html, "div")).toContain("autofocus");
		expect(html).toContain("2 fel behöver rättas");
		expect(html).toContain('<a href="#datum">Datum: välj en dag senast i dag.</a>');
		expect(html).toContain("<li>Raden är ändrad av någon annan.</li>");
	});

	it("is not there when nothing is wrong", async () => {
		expect(await markup(<ErrorSummary errors={[]} />)).toBe("");
	});
});

describe("data table", async () => {
	const html = await markup(
		<DataTable
			caption="Riktade insatser per månad"
			isCaptionHidden
			columns={[{ label: "Månad" }, { label: "Antal", isNumeric: true }]}
			rows={[
				["April", 2],
				["Maj", null],
				["Juni", 0],
			]}
			rowHeaders
		/>,
	);

	it("is a scrollable region that the keyboard reaches, named by its caption", () => {
		const captionId = html.match(/<caption id="([^"]+)" class="visually-hidden">/)?.[1];
		expect(captionId).toBeTruthy();
		expect(tag(html, "section")).toContain(`aria-labelledby="${captionId}" tabindex="0"`);
	});

	it("names rows and columns, and tells a missing figure from nought", () => {
		expect(html).toMatch(/<th role="columnheader" scope="col" data-numeric="true">Antal<\/th>/);
		expect(html).toMatch(/<th role="rowheader"[^>]*scope="row">Maj<\/th><td[^>]*>.*Ingen uppgift.*<\/td>/);
		expect(html).toMatch(/>Juni<\/th><td[^>]*>0<\/td>/);
	});
});

describe("buttons", () => {
	it("are a native button and a native link", async () => {
		const html = await markup(
			<>
				<Button name="intent" value="spara">
					Spara
				</Button>
				<ButtonLink to="/intern">Avbryt</ButtonLink>
			</>,
		);
		expect(tag(html, "button")).toMatch(/name="intent".*value="spara".*type="submit"/);
		expect(tag(html, "a")).toContain('href="/intern"');
	});
});

describe("chart frame", () => {
	it("is named by its finding and holds its figures as a table", async () => {
		const html = await markup(
			<ChartFrame id="insatser" finding="9 av minst 10" chart={<svg role="img" />} table={<table id="siffror" />} />,
		);
		expect(tag(html, "figure")).toContain('aria-labelledby="insatser"');
		expect(html).toMatch(/<h3[^>]*id="insatser"[^>]*>9 av minst 10<\/h3>/);
		expect(html).toMatch(/<details.*<table id="siffror">.*<\/details>/);
	});
});

describe("pagination", () => {
	it("says where one is, and leads back and on", async () => {
		const html = await markup(<Pagination page={2} pageCount={3} hrefFor={(page) => `/rader?sida=${page}`} />);
		expect(html).toContain("Sida 2 av 3");
		expect(html).toMatch(/href="\/rader\?sida=1".*Föregående/);
		expect(html).toMatch(/href="\/rader\?sida=3".*Nästa/);
	});

	it("offers nothing where there is nothing", async () => {
		expect(await markup(<Pagination page={1} pageCount={1} hrefFor={String} />)).toBe("");
		expect(await markup(<Pagination page={1} pageCount={2} hrefFor={String} />)).not.toContain("Föregående");
		expect(await markup(<Pagination page={2} pageCount={2} hrefFor={String} />)).not.toContain("Nästa");
	});
});

describe("status badge", () => {
	it.each(STATUSES)("writes and draws %s", async (status) => {
		const html = await markup(<StatusBadge status={status} />);
		expect(html).toContain(`<span>${STATUS_WORD[status]}</span>`);
		expect(html, `no drawing of ${STATUS_SHAPE[status]}`).not.toMatch(/<svg[^>]*><\/svg>/);
	});

	it("draws no two statuses alike", async () => {
		const pages = await Promise.all(STATUSES.map((status) => markup(<StatusBadge status={status} />)));
		expect(new Set(pages.map((html) => html.match(/<svg.*<\/svg>/)?.[0])).size).toBe(STATUSES.length);
	});

	it("still says the word aloud when compact", async () => {
		expect(await markup(<StatusBadge status="efter" isCompact />)).toContain(
			'<span class="visually-hidden">Efter</span>',
		);
	});
});

describe("navigation", () => {
	const items = [
		{ label: "Översikt", to: "/intern/savsjo", icon: "oversikt" as const },
		{ label: "Logga", to: "/intern/savsjo/logga", icon: "logga" as const },
		{ label: "Dokument", to: "/intern/savsjo/dokument", icon: "dokument" as const },
	];

	it.each([
		["/intern/savsjo", "Översikt"],
		["/intern/savsjo/logga", "Logga"],
		["/intern/savsjo/dokument/12", "Dokument"],
	])("at %s only %s is current", async (at, current) => {
		const html = await markup(<KommunNav label="Sävsjö kommun" items={items} />, at);
		const currents = html.match(/<a[^>]*aria-current="page"[^>]*>.*?<\/a>/g) ?? [];
		expect(currents).toHaveLength(1);
		expect(currents[0]).toContain(`<span>${current}</span>`);
	});

	it("signs out by posting a form, so that a link cannot do it", async () => {
		const html = await markup(<SiteHeader person={{ name: "Kommunpolis", email: "kommunpolis@exempel.se" }} />);
		expect(tag(html, "form")).toMatch(/method="post".*action="\/logga-ut"/);
		expect(html).not.toContain('href="/logga-in"');
	});

	it("offers signing in to those who have not", async () => {
		const html = await markup(<SiteHeader />);
		expect(html).toContain('href="/logga-in"');
		expect(html).not.toContain("/logga-ut");
	});
});
