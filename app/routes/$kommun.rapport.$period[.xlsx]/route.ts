import { openFile } from "#app/http/fileGuards.server.ts";
import { publicFile } from "#app/routes/$kommun.rapport.$period/publicFile.server.ts";

export const loader = openFile(publicFile("xlsx"));
