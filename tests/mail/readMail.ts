/** A message as its reader's program understands it. */
export interface Mail {
	/** By name in lower case, unfolded and decoded. */
	headers: Map<string, string>;
	text: string;
	html: string;
}

/** Reads a message as it travelled, each character a byte. Only what ours are made of: two parts, both encoded as text. */
export function readMail(raw: string): Mail {
	const { headers, body } = split(raw);
	const boundary = /boundary="?([^";]+)"?/.exec(headers.get("content-type") ?? "")?.[1];
	const parts = boundary ? body.split(`--${boundary}`).slice(1, -1).map(split) : [];
	const partOf = (type: string) => {
		const found = parts.filter((part) => part.headers.get("content-type")?.startsWith(type));
		if (found.length !== 1 || !found[0]) throw new Error(`${found.length} parts of ${type}`);
		return decodeBody(found[0]);
	};
	return { headers, text: partOf("text/plain"), html: partOf("text/html") };
}

function split(raw: string): { headers: Map<string, string>; body: string } {
	const [head = "", ...rest] = raw.replace(/^\r\n/, "").split("\r\n\r\n");
	const headers = new Map<string, string>();
	for (const line of head.replace(/\r\n[ \t]+/g, " ").split("\r\n")) {
		const colon = line.indexOf(":");
		const name = line.slice(0, colon).toLowerCase();
		if (colon < 1 || headers.has(name)) throw new Error(`a broken or repeated header: ${line}`);
		headers.set(name, decodeWords(line.slice(colon + 1).trim()));
	}
	return { headers, body: rest.join("\r\n\r\n") };
}

/** `=?UTF-8?Q?L=C3=B6fte?=` (RFC 2047) */
function decodeWords(value: string): string {
	return value
		.replace(/(\?=)\s+(=\?)/g, "$1$2")
		.replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_word, encoding: string, text: string) =>
			encoding.toLowerCase() === "b"
				? Buffer.from(text, "base64").toString("utf8")
				: fromQuotedPrintable(text.replaceAll("_", " ")),
		);
}

function decodeBody({ headers, body }: { headers: Map<string, string>; body: string }): string {
	switch (headers.get("content-transfer-encoding")) {
		case "quoted-printable":
			return fromQuotedPrintable(body.replace(/=\r\n/g, "")).replaceAll("\r\n", "\n");
		case "base64":
			return Buffer.from(body, "base64").toString("utf8").replaceAll("\r\n", "\n");
		default:
			return body.replaceAll("\r\n", "\n");
	}
}

function fromQuotedPrintable(text: string): string {
	const bytes = text.replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) =>
		String.fromCharCode(Number.parseInt(hex, 16)),
	);
	return Buffer.from(bytes, "latin1").toString("utf8");
}
