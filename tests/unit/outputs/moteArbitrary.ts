import fc from "fast-check";
import { PERFORMED_BY } from "#app/domain/performedBy.ts";
import type { MoteAtgard, MoteContent, MotePunkt } from "#app/mote/content.ts";
import { moteAtgard, moteContent, motePunkt } from "#tests/factories/moteContent.ts";

const LETTERS = [..."abcdefghijklmnoprstuvxyzåäöÅÄÖÉé0123456789.,:;-–()”%&/+"];
const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 40 });
const phrase = (maxLength: number) =>
	fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" ").slice(0, maxLength).trim());
/** With line breaks of its own, also empty ones. */
const prose = fc
	.array(fc.oneof(phrase(120), fc.constant("")), { minLength: 1, maxLength: 5 })
	.map((lines) => lines.join("\n"));
const day = fc
	.integer({ min: 0, max: 700 })
	.map((days) => new Date(Date.UTC(2018, 0, 1 + days)).toISOString().slice(0, 10));
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });

const atgard: fc.Arbitrary<MoteAtgard> = fc
	.record({ title: phrase(80), owner: fc.constantFrom(...PERFORMED_BY), decidedOn: day, dueOn: maybe(day) })
	.chain((open) =>
		fc
			.record({ doneOn: maybe(day), doneNote: phrase(60), quotation: phrase(100) })
			.map(({ doneOn, doneNote, quotation }) =>
				moteAtgard({
					...open,
					doneOn,
					doneNote: doneOn && doneNote,
					aktivitet: { id: 1, quotation },
				}),
			),
	);
const atgarder = fc.array(atgard, { maxLength: 4 });
const beslut = fc
	.array(phrase(200), { maxLength: 3 })
	.map((texts) => texts.map((text, index) => ({ id: index, text })));

const punkt: fc.Arbitrary<MotePunkt> = fc
	.record({
		title: phrase(200),
		lines: fc.array(phrase(150), { maxLength: 3 }),
		aktivitet: maybe(phrase(150).map((quotation) => ({ id: 1, quotation }))),
		atgarder,
		anteckning: prose,
		outcome: fc.constantFrom("granskad" as const, "bordlagd" as const, null),
		beslut,
		nyaAtgarder: atgarder,
		rapport: maybe(
			fc.record({
				id: fc.nat(),
				dokumentTitle: phrase(120),
				periodCode: fc.constant("2018-T2"),
				period: fc.constant("Tertial 2 2018"),
				edition: fc.integer({ min: 1, max: 3 }),
				summary: fc.record({ natt: fc.nat(3), withMinimum: fc.nat(9), withoutMinimum: fc.nat(9) }),
				begardaBeslut: fc.array(
					fc.record({ part: fc.constantFrom("polis" as const, "kommun" as const), text: prose }),
					{
						maxLength: 2,
					},
				),
			}),
		),
	})
	.map((parts) => motePunkt(parts));

/** Minutes with anything that people write in them, in letters that every font has. */
export const anyMoteContent: fc.Arbitrary<MoteContent> = fc
	.record({
		title: phrase(120),
		place: phrase(200),
		heldOn: day,
		endsAt: fc.constantFrom("16:30", null),
		deltagare: fc.array(fc.record({ label: phrase(60), count: fc.integer({ min: 1, max: 99 }) }), { maxLength: 4 }),
		punkter: fc
			.array(punkt, { maxLength: 4 })
			.map((punkter) => punkter.map((one, index) => ({ ...one, number: index + 1 }))),
	})
	.map((parts) => moteContent(parts));
