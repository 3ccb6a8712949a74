import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A headless Chromium: `$CHROMIUM`, else one that is installed, else the one inside an npm package. */
export async function launchBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: await findExecutable(),
		args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--lang=sv"],
	});
}

async function findExecutable(): Promise<string> {
	const installed = [process.env.CHROMIUM, ...INSTALLED].find((path) => path && existsSync(path));
	if (installed) return installed;
	// The package unpacks its shared libraries only where it believes that it runs as a cloud function.
	process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs20.x";
	const { default: packaged } = await import("@sparticuz/chromium");
	return packaged.executablePath();
}
