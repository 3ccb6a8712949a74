import type { Generated } from "kysely";
import type { RapportPart, RapportState, SynpunktRole } from "#app/domain/rapport.ts";

/** One per dokument, period and edition; a rättelse is the next edition. At most one at a time is before its signature. */
export interface RapportTable {
	id: Generated<number>;
	kommun_id: number;
	dokument_id: number;
	period_code: string;
	/** The period clipped to the dokument's days in force. */
	period_from: string;
	period_to: string;
	edition: number;
	rattelse_reason: string | null;
	state: Generated<RapportState>;
	polis_klar_at: string | null;
	polis_klar_by: number | null;
	kommun_klar_at: string | null;
	kommun_klar_by: number | null;
	/** `RapportContent` as JSON, from the second klar-mark until it is returned or signed. */
	frozen: string | null;
	frozen_at: string | null;
	/** The latest return. */
	returned_at: string | null;
	returned_by: number | null;
	return_reason: string | null;
	granskad_at: string | null;
	granskad_by: number | null;
	published_at: string | null;
	published_by: number | null;
	version: Generated<number>;
	created_at: string;
	created_by: number;
}

/** What one part writes about one aktivitet, or (aktivitet null) about the whole. */
export interface RapportTextTable {
	id: Generated<number>;
	rapport_id: number;
	part: RapportPart;
	aktivitet_id: number | null;
	kommentar: Generated<string>;
	orsak: Generated<string>;
	ny_plan: Generated<string>;
	bedomning: Generated<string>;
	begarda_beslut: Generated<string>;
	version: Generated<number>;
	updated_at: string;
	updated_by: number;
}

/** A remark of the council's; append-only. */
export interface SynpunktTable {
	id: Generated<number>;
	uuid: string;
	rapport_id: number;
	aktivitet_id: number | null;
	text: string;
	role: SynpunktRole;
	created_at: string;
	created_by: number;
}

/** Every public key that the instance has signed with; append-only. */
export interface SigningKeyTable {
	id: string;
	/** Ed25519, SPKI, PEM. */
	public_key: string;
	created_at: string;
}

/** What was signed, in full and as the public may read it; append-only. */
export interface RapportSnapshotTable {
	rapport_id: number;
	/** 16 Crockford base32 characters. */
	code: string;
	/** Hex SHA-256 of the content's UTF-8 bytes, and hex Ed25519 signature. */
	sha256: string;
	signature: string;
	public_sha256: string;
	public_signature: string;
	key_id: string;
	signed_at: string;
	signed_by: number;
	/** Canonical JSON (RFC 8785). Last, so that lists read past neither of them. */
	content: string;
	public_content: string;
}
