import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

const LONGEST_STOP_MS = 10_000;

interface ListenOptions {
	host: string;
	port: number;
	/** Runs when every request under way has been answered. */
	onStop: () => Promise<void>;
}

/**
 * Starts answering, and stops in order on SIGTERM or Ctrl+C: no new requests, those under way finish, then `onStop`.
 *
 * @returns the address, with the port that the system chose when `port` is 0
 * @throws Error with a Swedish message when the port is taken or not allowed
 */
export async function listen(listener: RequestListener, { host, port, onStop }: ListenOptions): Promise<string> {
	const server = createServer(listener);
	await new Promise<void>((resolve, reject) => {
		server.once("error", (error: NodeJS.ErrnoException) => reject(new Error(explain(error, { host, port }))));
		server.listen(port, host, resolve);
	});
	const stop = () => {
		setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
		server.close(() => void onStop().then(() => process.exit(0)));
		server.closeIdleConnections();
	};
	process.once("SIGTERM", stop);
	process.once("SIGINT", stop);
	const address = server.address() as AddressInfo;
	return `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
}

function explain(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): string {
	switch (error.code) {
		case "EADDRINUSE":
			return `Port ${port} används redan. Stoppa det andra programmet eller välj en annan port, t.ex. PORT=${port + 1}.`;
		case "EACCES":
			return `Port ${port} får bara användas av systemet. Välj en högre, t.ex. PORT=3000.`;
		case "EADDRNOTAVAIL":
		case "ENOTFOUND":
			return `HOST: datorn har ingen adress som heter ${host}. Ange t.ex. 127.0.0.1 eller 0.0.0.0.`;
		default:
			return error.message;
	}
}
