/**
 * By-products are recorded beside a genomförande, summed apart, and never count toward a minimum.
 * The codes are stored; a code that has been used is never renamed.
 */
export const BIPRODUKTER = [
	"beslag",
	"anmalningar",
	"ordningsbot",
	"trafikbrott",
	"omhandertaganden",
	"gripanden",
	"avvisningar",
	"orosanmalningar",
	"tillsyner",
] as const;
export type Biprodukt = (typeof BIPRODUKTER)[number];

/** As asked in the log form and named in tables. */
export const BIPRODUKT_NAME: Record<Biprodukt, string> = {
	beslag: "Beslag",
	anmalningar: "Anmälningar",
	ordningsbot: "Ordningsböter",
	trafikbrott: "Rapporterade trafikbrott",
	omhandertaganden: "Omhändertaganden (LOB)",
	gripanden: "Gripanden",
	avvisningar: "Avvisningar och avlägsnanden",
	orosanmalningar: "Orosanmälningar",
	tillsyner: "Tillsyner",
};

export function isBiprodukt(code: string): code is Biprodukt {
	return (BIPRODUKTER as readonly string[]).includes(code);
}
