/** An old spreadsheet, saved as CSV: a title, own words, a day that is none, a row twice, a sum. */
export const OLD_FILE = [
	"Sävsjö kommun;;;;;",
	"Insatser 2018;;;;;",
	"Dag;Typ av insats;Var;St;Vem;Övrigt",
	"2018-04-12;Riktad insats;Sävsjö centrum;1;Polis;Lugnt",
	"13/4 2018;riktade insatser;Sävsjö centrum;1;Polisen;",
	"31/4 2018;Riktad insats;Sävsjö centrum;1;Polis;",
	"2018-05-11;Riktad insats;Stationen;2;Polis;",
	"2018-05-11;Riktad insats;Stationen;2;Polis;",
	"2018-06-01;Klottersanering;Sävsjö centrum;1;kommunen;",
	"Summa;;;7;;",
];
