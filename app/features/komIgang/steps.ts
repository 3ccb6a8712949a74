import { countOf, listOf, lowerFirst } from "#app/domain/format.ts";
import { type Permission, ROLE_NAME, type Role } from "#app/domain/permissions.ts";

/** In the order that the steps are taken. */
export const STEP_IDS = ["uppgifter", "personer", "platser", "dokument", "fordelning", "registreringar"] as const;
export type StepId = (typeof STEP_IDS)[number];

/** The roles without which no follow-up runs: who logs and writes for each party, and who signs. */
export const NEEDED_ROLES = ["samordnare", "kommunpolis", "undertecknare"] as const satisfies readonly Role[];

/** How far a kommun has come on its way to a running follow-up. All of it is read from its own rows, nothing is ticked. */
export interface KomIgangFacts {
	lokalpolisomrade: string | null;
	undertecknareTitle: string;
	/** Per needed role: who has it, and who is invited to it; `isExpired` when the link has gone out. */
	people: readonly {
		role: (typeof NEEDED_ROLES)[number];
		members: readonly string[];
		invited: readonly { name: string; isExpired: boolean }[];
	}[];
	platsCount: number;
	/** Titles of those that have been put in force. */
	dokument: readonly string[];
	/** Those under way, the newest first. */
	utkast: readonly { id: number; title: string; fragorLeft: number }[];
	/** Mått with a minimum to spread that not both parties have confirmed. */
	unconfirmed: readonly { aktivitetId: number; measureId: number; name: string; polis: boolean; kommun: boolean }[];
	registeredCount: number;
}

/**
 * `done`; `next`, the first that the reader can do; `open`, the reader's too, after that; `waiting` for somebody else; `later`,
 * when the step before it is done.
 */
export type StepState = "done" | "next" | "open" | "waiting" | "later";

export interface Step {
	id: StepId;
	title: string;
	state: StepState;
	/** "Klart", "Väntar på administratören" */
	stateWord: string;
	/** How it is, or what it needs. */
	text: string;
	/** Where the reader does it, when it is theirs to do and can be done. */
	link: { to: string; label: string } | null;
}

const TITLE: Record<StepId, string> = {
	uppgifter: "Kommunens uppgifter",
	personer: "Bjud in",
	platser: "Platser",
	dokument: "Löftesdokument",
	fordelning: "Fördelningen bekräftad",
	registreringar: "Det som redan är gjort",
};

const NEEDS: Partial<Record<StepId, StepId>> = { fordelning: "dokument", registreringar: "dokument" };

/**
 * The steps from an empty kommun to a running follow-up, as this reader sees them.
 *
 * @param path `/intern/{kommun}`
 */
export function komIgangSteps(
	facts: KomIgangFacts,
	{ may, path }: { may: (permission: Permission) => boolean; path: string },
): Step[] {
	const done = new Map(STEP_IDS.map((id) => [id, isDone(id, facts)]));
	const isReady = (id: StepId) => !done.get(id) && (NEEDS[id] === undefined || done.get(NEEDS[id]) === true);
	const next = STEP_IDS.find((id) => isReady(id) && isReaders(id, facts, may));
	return STEP_IDS.map((id) => {
		const state = stateOf();
		const isReadersTurn = state === "next" || state === "open";
		return {
			id,
			title: TITLE[id],
			state,
			stateWord: state === "waiting" ? `Väntar på ${whoDoes(id, facts)}` : STATE_WORD[state],
			text: done.get(id) ? doneText(id, facts) : neededText(id, facts),
			link: isReadersTurn ? linkOf(id, facts, { may, path }) : null,
		};

		function stateOf(): StepState {
			if (done.get(id)) return "done";
			if (id === next) return "next";
			if (!isReady(id)) return "later";
			return isReaders(id, facts, may) ? "open" : "waiting";
		}
	});
}

/** Where a kommun stands on its way, in few words. */
export interface KomIgangSummary {
	doneCount: number;
	stepCount: number;
	/** What the reader does next; null: nothing just now. */
	next: Step["link"];
	/** "Väntar på att samordnaren lägger in dokumentet."; null when nobody else is waited for. */
	waiting: string | null;
}

/** Where the fördelning of a measure is confirmed: at its own panel, which is far down the aktivitet's page. */
export function fordelningTo(
	path: string,
	{ aktivitetId, measureId }: Pick<KomIgangFacts["unconfirmed"][number], "aktivitetId" | "measureId">,
): string {
	return `${path}/aktivitet/${aktivitetId}#fordelning-${measureId}`;
}

/** "1 av 6 steg är klart", "2 av 6 steg är klara" */
export function stepsDoneText({ doneCount, stepCount }: Pick<KomIgangSummary, "doneCount" | "stepCount">): string {
	return `${doneCount} av ${stepCount} steg är ${doneCount === 1 ? "klart" : "klara"}`;
}

/** The dokument is what everything else waits for, so it is named before the first of the others. */
export function komIgangSummary(steps: readonly Step[], facts: KomIgangFacts): KomIgangSummary {
	const waiting = steps.filter(({ state }) => state === "waiting");
	const named = waiting.find(({ id }) => id === "dokument") ?? waiting[0];
	return {
		doneCount: steps.filter(({ state }) => state === "done").length,
		stepCount: steps.length,
		next: steps.find(({ state }) => state === "next")?.link ?? null,
		waiting: named ? `Väntar på att ${whoDoes(named.id, facts)} ${DOES[named.id]}.` : null,
	};
}

const DOES: Record<StepId, string> = {
	uppgifter: "fyller i kommunens uppgifter",
	personer: "bjuder in de som behövs",
	platser: "lägger till platser",
	dokument: "lägger in dokumentet",
	fordelning: "bekräftar fördelningen",
	registreringar: "registrerar den första aktiviteten",
};

const STATE_WORD: Record<Exclude<StepState, "waiting">, string> = {
	done: "Klart",
	next: "Nästa",
	open: "Sedan",
	later: "När dokumentet är inlagt",
};

function isDone(id: StepId, facts: KomIgangFacts): boolean {
	switch (id) {
		case "uppgifter":
			return facts.lokalpolisomrade !== null;
		case "personer":
			return missingRoles(facts).length === 0;
		case "platser":
			return facts.platsCount > 0;
		case "dokument":
			return facts.dokument.length > 0;
		case "fordelning":
			return facts.dokument.length > 0 && facts.unconfirmed.length === 0;
		case "registreringar":
			return facts.registeredCount > 0;
	}
}

/** The needed roles that nobody has, and nobody is invited to with a link that still works. */
export function missingRoles({ people }: Pick<KomIgangFacts, "people">): Role[] {
	return people
		.filter(({ members, invited }) => members.length === 0 && invited.every(({ isExpired }) => isExpired))
		.map(({ role }) => role);
}

function isReaders(id: StepId, facts: KomIgangFacts, may: (permission: Permission) => boolean): boolean {
	switch (id) {
		case "uppgifter":
		case "personer":
		case "platser":
			return may("administer");
		case "dokument":
			return may("editDokument");
		case "fordelning":
			return readersUnconfirmed(facts, may).length > 0;
		case "registreringar":
			return may("log");
	}
}

/** Those that the reader's own party has not confirmed. */
export function readersUnconfirmed(
	{ unconfirmed }: Pick<KomIgangFacts, "unconfirmed">,
	may: (permission: Permission) => boolean,
): KomIgangFacts["unconfirmed"] {
	return unconfirmed.filter(
		({ polis, kommun }) => (!polis && may("confirmForPolis")) || (!kommun && may("confirmForKommun")),
	);
}

function whoDoes(id: StepId, { people, unconfirmed }: KomIgangFacts): string {
	switch (id) {
		case "uppgifter":
		case "personer":
		case "platser":
			return "administratören";
		case "dokument":
		case "registreringar": {
			const holders = people.filter(({ role }) => role !== "undertecknare");
			const members = holders.filter((one) => one.members.length > 0);
			const there = members.length > 0 ? members : holders.filter((one) => one.invited.length > 0);
			const words = there.map(({ role }) => (role === "samordnare" ? "samordnaren" : "kommunpolisen"));
			return words.join(" eller ") || "en samordnare";
		}
		case "fordelning":
			return listOf([
				...(unconfirmed.some(({ polis }) => !polis) ? ["polisen"] : []),
				...(unconfirmed.some(({ kommun }) => !kommun) ? ["kommunen"] : []),
			]);
	}
}

function doneText(id: StepId, facts: KomIgangFacts): string {
	switch (id) {
		case "uppgifter":
			return `Lokalpolisområde ${facts.lokalpolisomrade}. Rapporten signeras av ${lowerFirst(facts.undertecknareTitle)}.`;
		case "personer":
			return "De som behövs är med eller inbjudna.";
		case "platser":
			return `${countOf(facts.platsCount, "plats", "platser")} att välja bland när man loggar.`;
		case "dokument":
			return `${listOf(facts.dokument)}.`;
		case "fordelning":
			return "Inget minimum väntar på att fördelas.";
		case "registreringar":
			return `${countOf(facts.registeredCount, "aktivitet är registrerad", "aktiviteter är registrerade")}.`;
	}
}

function neededText(id: StepId, facts: KomIgangFacts): string {
	switch (id) {
		case "uppgifter":
			return "Vilket lokalpolisområde kommunen hör till, och titeln på den som signerar rapporten.";
		case "personer":
			return `Det behövs ${listOf(missingRoles(facts).map((role) => `en ${lowerFirst(ROLE_NAME[role])}`))}.`;
		case "platser":
			return "Där det som lovats görs: kommundelar, torg, skolor. Platsen väljs när man loggar.";
		case "dokument":
			return (
				utkastText(facts) ??
				"Texten som polis och kommun har skrivit under. Appen läser den och föreslår hur varje rad följs."
			);
		case "fordelning":
			return facts.dokument.length === 0
				? "Polisen och kommunen bekräftar hur varje minimum fördelas på perioderna."
				: waitingText(facts);
		case "registreringar":
			return "Ta in det som finns i ett kalkylark, eller logga den första aktiviteten.";
	}
}

function utkastText({ utkast: [newest] }: KomIgangFacts): string | null {
	if (!newest) return null;
	const left =
		newest.fragorLeft === 0 ? "Alla frågor är besvarade" : `${countOf(newest.fragorLeft, "fråga", "frågor")} kvar`;
	return `Utkastet ”${newest.title}” är påbörjat. ${left}.`;
}

function waitingText({ unconfirmed }: KomIgangFacts): string {
	const polis = unconfirmed.filter((one) => !one.polis).length;
	const kommun = unconfirmed.filter((one) => !one.kommun).length;
	const parts = [...(polis > 0 ? [`${polis} på polisen`] : []), ...(kommun > 0 ? [`${kommun} på kommunen`] : [])];
	return `${countOf(unconfirmed.length, "minimum väntar", "minimum väntar")} på bekräftelse: ${listOf(parts)}.`;
}

function linkOf(
	id: StepId,
	facts: KomIgangFacts,
	{ may, path }: { may: (permission: Permission) => boolean; path: string },
): Step["link"] {
	switch (id) {
		case "uppgifter":
			return { to: `${path}/kom-igang#uppgifter`, label: "Fyll i uppgifterna" };
		case "personer":
			return { to: `${path}/kom-igang#personer`, label: "Bjud in" };
		case "platser":
			return { to: `${path}/kom-igang#platser`, label: "Lägg till platser" };
		case "dokument": {
			const [newest] = facts.utkast;
			return newest
				? { to: `${path}/dokument/nytt/${newest.id}`, label: "Fortsätt med utkastet" }
				: { to: `${path}/dokument/nytt`, label: "Lägg in dokumentet" };
		}
		case "fordelning": {
			const [first] = readersUnconfirmed(facts, may);
			return first ? { to: fordelningTo(path, first), label: "Bekräfta fördelningen" } : null;
		}
		case "registreringar":
			return { to: `${path}/import`, label: "Importera från en fil" };
	}
}
