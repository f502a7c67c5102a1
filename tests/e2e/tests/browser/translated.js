// What a browser's translation does to a page: each text node gives its place to <font><font>text</font></font>,
// again at each change.
const done = new WeakSet();
const isKept = (node) => node.parentElement?.closest("script, style, textarea, noscript, [translate='no'], .notranslate");
const translate = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (!text.data.trim() || done.has(text) || isKept(text)) continue;
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    const other = document.createTextNode(`§${text.data}`);
    done.add(other);
    inner.append(other);
    outer.append(inner);
    text.replaceWith(outer);
  }
};
translate();
new MutationObserver(translate).observe(document.body, { childList: true, subtree: true, characterData: true });
