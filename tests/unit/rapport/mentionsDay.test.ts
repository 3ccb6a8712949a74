import { expect, test } from "vitest";
import { mentionsDay } from "#app/rapport/mentionsDay.ts";

test.each([
	"Insats den 3 juni",
	"i slutet av april, närmare bestämt 30 april.",
	"2018-06-03 var vi där",
	"den 3/6 vid stationen",
	"från kl 22 och framåt",
	"klockan 21 på torget",
	"mellan 13:00 och 16:00",
	"den 1:a maj",
	"fredagen den trettonde",
])("names a day or a time: %s", (text) => expect(mentionsDay(text)).toBe(true));

test.each([
	"",
	"Nio av tio insatser under tertialet",
	"27 av 30 tillfällen, 3,5 timmar i snitt",
	"Under sommaren var vi oftare i centrum",
	"Maj och juni var lugna",
	"Väg 30 och 2018 års plan",
	"20 majoriteten",
])("does not: %s", (text) => expect(mentionsDay(text)).toBe(false));
