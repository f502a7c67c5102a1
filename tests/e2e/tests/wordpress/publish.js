// Sends what is to be published to the plug-in's route, and gives the answers' status and content.
const [{ version, files, nonce, times = 1 }, done] = arguments;
const told = window.skinQuizStudio;
const bytes = (text) => Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
const body = (time) => JSON.stringify({
  version: version ?? told.version,
  note: `time ${time}`,
  files: files.map(({ path, text, base64 }) => ({ path, content: base64 ?? btoa(bytes(text.replaceAll("{time}", time))) })),
});
const headers = { "Content-Type": "application/json" };
if (nonce !== null) headers["X-WP-Nonce"] = nonce ?? told.nonce;
const send = async (_, time) => {
  const answer = await fetch(told.route, { method: "POST", credentials: "same-origin", headers, body: body(time) });
  return { status: answer.status, body: await answer.json() };
};
Promise.all(Array.from({ length: times }, send)).then(
  (answers) => done(times === 1 ? answers[0] : { status: 0, body: answers }),
  (error) => done({ status: 0, body: String(error) }),
);
