let served;
const file = location.pathname.replace(/.*\//, "") || "index.html";
const events = new EventSource(new URL(`live?${file}`, import.meta.url));
const refresh = () => window.dispatchEvent(new Event("skin-quiz:refresh"));

events.addEventListener("ready", ({ data }) => {
  if (served === undefined) {
    served = data;
  } else if (served === data) {
    refresh();
  } else {
    location.reload();
  }
});
events.addEventListener("refresh", refresh);
events.addEventListener("reload", () => location.reload());
