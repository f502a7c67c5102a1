// Starts the studio, and says so where that cannot be.
import { file } from "./file.js";

const own = document.currentScript;

// The preview is a document of its own, in which an element is none of this one's `Element`: it is one
// all the same to the program that drew it.
const ordinary = Function.prototype[Symbol.hasInstance];
Object.defineProperty(Element, Symbol.hasInstance, {
  value(thing) {
    return (this === Element && thing?.nodeType === 1) || ordinary.call(this, thing);
  },
});

const tell = (why) => {
  const place = document.getElementById("studio");
  const told = document.createElement("p");
  told.setAttribute("role", "alert");
  told.id = "failed";
  told.textContent = `The studio could not start. Load the page again; if that does not help, use a current browser. (${why})`;
  place.replaceChildren(told);
};

(async () => {
  const program = await import(new URL(own.dataset.program, document.baseURI));
  await program.default({ module_or_path: new URL(own.dataset.wasm, document.baseURI) });
  const asked = new URLSearchParams(location.search).get("data")?.trim();
  program.start(file(asked, own.dataset.quiz));
})().catch((error) => tell(error));
