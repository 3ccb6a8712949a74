import { ATGARD_LISTS, ATGARDER_PER_PAGE, type AtgardList, listAtgarder, ownersOf } from "#app/domain/atgard.ts";
import { formatNumber } from "#app/domain/format.ts";
import { ATGARD_OWNERS, aktivitetWords, atgardView } from "#app/features/atgarder/atgardView.ts";
import { pageNumber } from "#app/http/pageNumber.server.ts";
import type { KommunContext } from "#app/http/protect.server.ts";
import { findAllAktivitetNames } from "#db/aktivitetName.server.ts";
import { findAllAtgarder } from "#db/atgard.server.ts";
import { findAllCarriedAtgarder } from "#db/carriedAtgard.server.ts";
import { findAllDokument } from "#db/dokument.server.ts";
import { savedText } from "./intents.server.ts";

const LIST_NAME: Record<AtgardList, string> = {
	oppna: "Öppna",
	forsenade: "Försenade",
	mina: "Mina",
	klara: "Klara",
	alla: "Alla",
};

/** The åtgärder of the kommun in the list that the address asks for, and how many there are in each. */
export async function atgarderView({ db, kommun, roles, url, today, may }: KommunContext) {
	const kommunId = kommun.id;
	const path = `/intern/${kommun.slug}`;
	const canHandle = may("handleAtgarder");
	const owners = ownersOf(roles);
	const [atgarder, carried, aktiviteter] = await Promise.all([
		findAllAtgarder(db, { kommunId }),
		findAllCarriedAtgarder(db, { kommunId }),
		canHandle ? findAllAktivitetNames(db, { kommunId, begunBy: today }) : [],
	]);
	const lists = listAtgarder(atgarder, { today, owners });
	const offered = ATGARD_LISTS.filter((list) => list !== "mina" || owners.length > 0);
	const list = offered.find((one) => one === url.searchParams.get("visa")) ?? "oppna";
	const pageCount = Math.max(1, Math.ceil(lists[list].length / ATGARDER_PER_PAGE));
	// The last row of the last page may just have left the list.
	const page = Math.min(pageNumber(url), pageCount);
	return {
		kommun: kommun.name,
		list,
		links: offered.map((one) => ({
			label: `${LIST_NAME[one]} (${formatNumber(lists[one].length)})`,
			to: listAddress(`${path}/atgarder`, one),
			isCurrent: one === list,
		})),
		atgarder: lists[list].slice((page - 1) * ATGARDER_PER_PAGE, page * ATGARDER_PER_PAGE).map((atgard) => ({
			...atgardView(atgard, today),
			aktivitet: {
				text: aktivitetWords(atgard.aktivitetQuotation),
				to: `${path}/aktivitet/${atgard.aktivitetId}`,
			},
			places: carried
				.filter(({ id }) => id === atgard.id)
				.map(({ dokumentTitle, aktivitetId }) => ({
					words: "Följs vidare i",
					title: dokumentTitle,
					to: `${path}/aktivitet/${aktivitetId}`,
				})),
		})),
		page,
		pageLinks: Array.from({ length: pageCount }, (_, index) => listAddress(`${path}/atgarder`, list, index + 1)),
		decide: aktiviteter.length > 0 ? { aktiviteter: optionsOf(aktiviteter), owners: ATGARD_OWNERS } : null,
		/** What is left to do where there is no dokument for an åtgärd to belong to. */
		komIgangTo:
			atgarder.length === 0 && (await findAllDokument(db, { kommunId })).length === 0 ? `${path}/kom-igang` : null,
		today,
		canHandle,
		saved: savedText(url.searchParams.get("sparat")),
	};
}

function listAddress(path: string, list: AtgardList, page = 1): string {
	const params = new URLSearchParams();
	if (list !== "oppna") params.set("visa", list);
	if (page > 1) params.set("sida", String(page));
	return params.size > 0 ? `${path}?${params}` : path;
}

/** The aktiviteter that an åtgärd can belong to, to choose from; with their dokument where there are several. */
export function optionsOf(aktiviteter: Awaited<ReturnType<typeof findAllAktivitetNames>>) {
	const isOneDokument = new Set(aktiviteter.map(({ dokumentId }) => dokumentId)).size === 1;
	return aktiviteter.map(({ id, quotation, dokumentTitle }) => ({
		value: String(id),
		label: isOneDokument ? aktivitetWords(quotation) : `${aktivitetWords(quotation)} – ${dokumentTitle}`,
	}));
}
