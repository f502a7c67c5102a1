// Runs before all else of the page and lets the program be stopped. `trap.at(call, moment)` makes the call
// of it that is so many calls away fail as a trap of WebAssembly does, once: "before" or "after" it has done
// its work, or "within", at that call out of it; with a name, of what is called that. `trap.spoil()` spoils its memory, so that it falls by itself
// at what it does next. `trap.mute()` makes it answer nothing any more, and `trap.now()` tells the page of a
// trap while nothing is under way. `trap.skip(time)` lets so many milliseconds pass for its clock.
(() => {
  const UNREACHABLE = "AGFzbQEAAAABBAFgAAADAgEABwUBAWYAAAoFAQMAAAs=";
  const bytes = Uint8Array.from(atob(UNREACHABLE), (letter) => letter.charCodeAt());
  const fall = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.f;
  let left = 0;
  let when;
  let named;
  let muted = 0;
  let made = 0;
  let memory;
  let skipped = 0;
  const now = performance.now.bind(performance);
  performance.now = () => now() + skipped;
  globalThis.trap = {
    at(call, moment, name = "") { [left, when, named] = [call, moment, name]; },
    spoil() { new Uint8Array(memory.buffer).fill(255, 1024); },
    mute() { muted = made; },
    skip(time) { skipped += time; },
    now() { dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("trap"), cancelable: true })); },
  };
  const falls = (moment) => when === moment && left > 0 && --left === 0;
  const called = (number) => (exported) => function (...given) {
    if (number <= muted) return undefined;
    if (falls("before")) fall();
    const result = exported.apply(this, given);
    if (falls("after")) fall();
    return result;
  };
  const calling = (imported, name) => function (...given) {
    if (name.includes(named) && falls("within")) fall();
    return imported.apply(this, given);
  };
  const wrapped = (things, wrap) => Object.fromEntries(Object.entries(things).map(([name, thing]) =>
    [name, typeof thing === "function" ? wrap(thing, name) : thing]));

  const watched = (instance) => {
    const number = made += 1;
    ({ memory } = instance.exports);
    return { exports: wrapped(instance.exports, called(number)) };
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (source, imports = {}) => {
      const isProgram = Object.keys(imports).some((module) => module.endsWith("_bg.js"));
      if (!isProgram) return original.call(WebAssembly, source, imports);
      const outward = Object.fromEntries(Object.entries(imports).map(([module, things]) => [module, wrapped(things, calling)]));
      const result = await original.call(WebAssembly, source, outward);
      const { module, instance } = result instanceof WebAssembly.Instance ? { module: source, instance: result } : result;
      return { module, instance: watched(instance) };
    };
  }
})();
