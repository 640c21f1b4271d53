import { existsSync } from "node:fs";

const places = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** A Chromium of this machine, or null. `CHROMIUM` names one elsewhere. */
export const chromiumPath: string | null = places.find((path) => path !== undefined && path !== "" && existsSync(path)) ?? null;

/** How to get one. */
export const howToGetChromium = "no Chromium is found: the tests of the notebooks in a browser are skipped. Install it (Debian and Ubuntu: apt-get install chromium), or set CHROMIUM to its path.";
