import type { MailSettings } from "#app/server/mail/mailSettings.ts";

/** A mail server of this computer, without TLS and without signing in. */
export function mailSettingsAt(port: number): MailSettings {
	return {
		host: "127.0.0.1",
		port,
		isSecure: false,
		isLoopback: true,
		auth: null,
		from: { name: "Löfteskoll", address: "lofteskoll@kommunen.se" },
	};
}
