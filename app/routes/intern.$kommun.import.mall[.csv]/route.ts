import { protectFile } from "#app/http/fileGuards.server.ts";
import { mallFile } from "#app/routes/intern.$kommun.import.mall[.xlsx]/mallFile.server.ts";

export const loader = protectFile({ may: "log" }, mallFile("csv"));
