const { style, extraStyle } = document.querySelector("script[data-program]").dataset;

// Whether a policy refused the styles that the page has in itself.
const bare = !document.querySelector("style")?.sheet;

let brought;

/** Brings the styles that the page does not have; resolves when they are there, or cannot be had. */
export function styled() {
  brought ??= new Promise((done) => {
    const href = bare ? extraStyle : style;
    const onerror = () => {
      brought = undefined;
      console.error(`skin-quiz: ${href} did not arrive. Upload the whole folder again.`);
      done();
    };
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: done, onerror }));
  });
  return brought;
}

if (bare) {
  console.warn("skin-quiz: the page's own styles are refused, and it is shown without any at first. " +
    "Let style-src in its Content-Security-Policy be that of this build: see hosting/.");
  styled();
}
