import { protectFile } from "#app/http/fileGuards.server.ts";
import { internFile } from "#app/routes/intern.$kommun.rapport.$period._index/internFile.server.ts";

export const loader = protectFile({ may: "read" }, internFile("csv"));
