import { isRowId } from "#app/domain/rowId.ts";

/**
 * The id of a row in the address of a page. What is written otherwise gives 0, which no row has, so that the page answers
 * 404 as for any other row that is not there.
 */
export function addressId(param: string | undefined): number {
	return param !== undefined && isRowId(param) ? Number(param) : 0;
}
