import { protectFile } from "#app/http/fileGuards.server.ts";
import { protokollFile } from "./protokollFile.server.ts";

export const loader = protectFile({ may: "read" }, protokollFile("pdf"));
