import { slugOf } from "#app/domain/slug.ts";

/**
 * The header that names a file to save: `protokoll-savsjo-2018-10-15.pdf`. Twice, by RFC 6266: in ASCII, and with å, ä and
 * ö for programs that know them.
 */
export function attachment({ noun, kommun, end }: { noun: string; kommun: string; end: string }): string {
	const name = kommun
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "-");
	const ascii = `${slugOf(noun)}-${slugOf(kommun)}${end.normalize("NFD").replace(/\p{Mark}/gu, "")}`;
	return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(`${noun}-${name}${end}`)}`;
}
