import { NAME } from "./contract/messages.js";
import { find } from "./find.js";
import { scriptData } from "./page.js";

// Whether a policy refused the styles that the page has in itself.
const isBare = !find("style")?.sheet;

/** @type {Promise<void> | undefined} */
let loading;

/** Loads the styles that the page does not have; resolves when they are there, or cannot be had. */
export function loadStyles() {
  loading ??= new Promise((/** @type {(value?: any) => void} */ resolve) => {
    const href = isBare ? scriptData.extraStyle : scriptData.style;
    const onerror = () => {
      loading = undefined;
      console.error(`${NAME}: ${href} did not arrive. Upload the whole folder again.`);
      resolve();
    };
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: resolve, onerror }));
  });
  return loading;
}

if (isBare) {
  console.warn(`${NAME}: the page's own styles are refused, and it is shown without any at first. ` +
    "Let style-src in its Content-Security-Policy be that of this build: see hosting/.");
  loadStyles();
}
