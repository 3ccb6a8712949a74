/** Why a use case refused. One table (`http/faults.server.ts`) turns the code into an HTTP status. */
export type FaultCode = "not_found" | "forbidden" | "invalid" | "conflict";

/**
 * An expected refusal, told to the user.
 * `message` is klarspråk Swedish; `field` names the form field it belongs to, where there is one.
 */
export class Fault extends Error {
	constructor(
		readonly code: FaultCode,
		message: string,
		readonly field?: string,
	) {
		super(message);
		this.name = "Fault";
	}
}

/** A report that is not there in a kommun that is: whoever asked for it may be shown the way to the kommun's own page. */
export class MissingRapport extends Fault {
	constructor(message: string) {
		super("not_found", message);
	}
}
