import { protectFile } from "#app/http/fileGuards.server.ts";
import { mallFile } from "./mallFile.server.ts";

export const loader = protectFile({ may: "log" }, mallFile("xlsx"));
