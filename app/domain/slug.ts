/** A name as it stands in an address: "Sävsjö" becomes `savsjo`, "Upplands-Bro kommun" `upplands-bro-kommun`. */
export function slugOf(name: string): string {
	return name
		.normalize("NFD")
		.replace(/\p{Mark}/gu, "")
		.toLowerCase()
		.replace(/[^a-z]+/g, "-")
		.replace(/^-|-$/g, "");
}
