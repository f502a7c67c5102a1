use std::fs;
use std::path::Path;

use page::filled;

use crate::{Outcome, QUIZ, hashed};

const STYLE: &str = include_str!("../../studio/src/studio.css");

/// Writes the studio's page, with its program, its scripts and its style.
pub(crate) fn write(built: &Path, scripts: &Path, out: &Path) -> Outcome<()> {
    let style = hashed(out, "studio", "css", STYLE)?;
    let program = hashed(out, "studio-program", "js", fs::read(built.join("studio.js"))?)?;
    let wasm = hashed(out, "studio", "wasm", fs::read(built.join("studio.wasm"))?)?;
    let start = hashed(out, "studio", "js", fs::read(scripts.join("studio.js"))?)?;
    let preview = hashed(out, "studio-preview", "js", fs::read(scripts.join("preview.js"))?)?;
    let worker = fs::read(scripts.join("check-worker.js"))?;
    let worker = hashed(out, "studio-check-worker", "js", worker)?;
    let frame = hashed(out, "studio-draft", "js", fs::read(scripts.join("draft-frame.js"))?)?;
    let head = format!(
        "<link rel=\"stylesheet\" href=\"{style}\">\n\
         <script defer src=\"{start}\" data-program=\"./{program}\" data-wasm=\"./{wasm}\" \
         data-preview=\"./{preview}\" data-check-worker=\"./{worker}\" data-draft-frame=\"./{frame}\" data-quiz=\"{QUIZ}\"></script>"
    );
    let page = fs::read_to_string(built.join("studio.html"))?;
    fs::write(out.join("studio.html"), filled(&page, "<!-- head -->", &head)?)?;
    Ok(())
}
