import { protectFile } from "#app/http/fileGuards.server.ts";
import { protokollFile } from "#app/routes/intern.$kommun.mote.$id[.pdf]/protokollFile.server.ts";

export const loader = protectFile({ may: "read" }, protokollFile("txt"));
