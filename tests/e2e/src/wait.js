// Waits in the page until a probe gives another value than `known`, which is JSON, and gives that as JSON.
// It ends by itself once it has waited for `patience` milliseconds, and gives null if the page is left.
((probe, [known, patience, given, done]) => {
  const end = Date.now() + patience;
  let queued;
  const watcher = new MutationObserver(() => { queued ??= setTimeout(look); });
  const timer = setInterval(look, 15);

  function finish(outcome) {
    watcher.disconnect();
    clearInterval(timer);
    clearTimeout(queued);
    removeEventListener("pagehide", leave);
    done(outcome);
  }
  function leave() {
    finish(null);
  }
  function look() {
    queued = undefined;
    try {
      const json = JSON.stringify(probe(...given)) ?? "null";
      if (json !== known || Date.now() >= end) finish({ json });
    } catch (error) {
      finish({ threw: String(error) });
    }
  }

  addEventListener("pagehide", leave);
  watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  look();
})(probe, arguments);
