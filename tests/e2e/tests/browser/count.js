// Runs before everything else of the page and counts what a leak would let grow.
globalThis.counted = { listeners: 0, memory: undefined };
for (const [name, by] of [["addEventListener", 1], ["removeEventListener", -1]]) {
  const original = EventTarget.prototype[name];
  EventTarget.prototype[name] = function (...given) {
    counted.listeners += by;
    return original.apply(this, given);
  };
}
for (const name of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const made = await original.apply(WebAssembly, given);
    counted.memory = (made.instance ?? made).exports.memory ?? counted.memory;
    return made;
  };
}
