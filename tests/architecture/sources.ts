import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Paths from the project's root, in order, of the TypeScript files below the rooms. */
export function findAllSources(...rooms: string[]): string[] {
	return rooms.flatMap((room) =>
		readdirSync(room, { recursive: true, encoding: "utf8" })
			.filter((file) => /\.tsx?$/.test(file))
			.map((file) => join(room, file))
			.sort(),
	);
}
