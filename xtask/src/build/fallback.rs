use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::program::{FEATURES, KEEP, entry, made};
use super::scripts::esbuild;
use super::swap;
use crate::paths::Paths;
use crate::run::{heading, run};
use crate::tools::{bindings, from_npm};

/// What brings the compiled program down to the WebAssembly of 2017, which is all that `wasm2js` reads.
const LOWERED: [&str; 3] = [
    "--llvm-nontrapping-fptoint-lowering",
    "--signext-lowering",
    "--llvm-memory-copy-fill-lowering",
];

/// Parts of what `wasm2js` writes, and how they are to be for the bindings: memory that grows leaves
/// its old buffer detached, and a trap has the name that it has in WebAssembly.
const CHANGED: [(&str, &str); 2] = [
    ("buffer = newBuffer;", "structuredClone(buffer, { transfer: [buffer] }); buffer = newBuffer;"),
    (
        "throw new Error('abort');",
        "throw Object.assign(new Error('unreachable'), { name: 'RuntimeError' });",
    ),
];

/// Writes the compiled program as plain JavaScript, `fallback.js`, into a folder: one module that
/// starts the quiz where a browser refuses WebAssembly.
///
/// # Errors
///
/// If a tool is missing and cannot be had, or if a step fails.
pub(crate) fn write(paths: &Paths, program: &Path, into: &Path) -> Result<()> {
    let wasm_opt = from_npm(paths, ".bin/wasm-opt")?;
    heading("writing the program as plain JavaScript: some ten seconds");
    let work = paths.scratch("fallback");
    swap::remove(&work)?;
    fs::create_dir_all(&work)?;
    let at = |name: &str| work.join(name);
    let bound = at("quiz_bg.wasm");

    // Without a note of its features the bindings keep their values in JavaScript, in one table.
    let mut strip = Command::new(&wasm_opt);
    strip.arg(program).args(["--strip-target-features", "--strip-debug", "-o"]);
    run(strip.arg(at("quiz.wasm")))?;
    bindings(paths, &["bundler", KEEP], &at("quiz.wasm"), (&work, "quiz"))?;
    let mut lower = Command::new(&wasm_opt);
    lower.arg(&bound).args(FEATURES).args(LOWERED).arg("-o");
    run(lower.arg(at("lowered.wasm")))?;
    let mut to_js = Command::new(wasm_opt.with_file_name("wasm2js"));
    run(to_js.arg(at("lowered.wasm")).args(["-Oz", "-o"]).arg(&bound))?;
    let script = changed(&fs::read_to_string(&bound)?)?;
    fs::write(at("whole.js"), whole(&script)?)?;
    fs::write(&bound, script + TABLE)?;
    let made_of = "made = { ahead, bring, open, refuse, stop, travelled };";
    fs::write(at("entry.js"), entry(PUT, made_of))?;
    let mut bundle = esbuild(paths, &into.join("fallback.js"))?;
    made(&mut bundle, MADE).arg("--loader:.wasm=js");
    bundle.arg(format!("--alias:{PARTS}={}", at("whole.js").display()));
    run(bundle.arg(at("entry.js"))).context("the program is not written as plain JavaScript")
}

/// What makes a program, as that of the WebAssembly does; nothing is loaded by it.
const MADE: (&str, &str) =
    ("export default(url,keepVisit,hasTravelled)=>{let made;", "return made}");

/// How the bindings replace what the program exports.
const PUT: &str = "import { __wbg_set_wasm as put } from \"./quiz_bg.js\";";

/// `wasm2js` lets functions out alone; the loading of the later part needs their table too.
const TABLE: &str =
    "\nexport var __indirect_function_table = retasmFunc.__indirect_function_table;\n";

/// The module that the parts of the program are joined by.
const PARTS: &str = "__wasm_split_placeholder__";

/// That module where both parts are one: each way in leads to what stands behind it, and nothing is
/// loaded.
fn whole(script: &str) -> Result<String> {
    const WAY: &str = "__wasm_split_00later00_import_";
    let ways: BTreeSet<&str> =
        script.match_indices(WAY).map(|(at, _)| word(&script[at..])).collect();
    if ways.is_empty() {
        bail!("the program has no later part: see what wasm_split_macros calls the ways into it");
    }
    let mut module = "import * as program from \"./quiz_bg.wasm\";\n\
        export const __wasm_split_load_later = (loaded, by) => program.__indirect_function_table.get(loaded)(by, 1);\n"
        .to_owned();
    for way in ways {
        let behind = way.replacen("_import_", "_export_", 1);
        module += &format!("export const {way} = (...given) => program.{behind}(...given);\n");
    }
    Ok(module)
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}

fn changed(script: &str) -> Result<String> {
    CHANGED.iter().try_fold(script.to_owned(), |script, (from, to)| {
        if script.matches(from).count() != 1 {
            bail!("wasm2js writes {from:?} no more: see what it writes, and mend CHANGED");
        }
        Ok(script.replacen(from, to, 1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_as_expected_is_an_error() {
        let written = "function t() { throw new Error('abort'); }\n buffer = newBuffer;\n";
        let script = changed(written).expect("both are there");
        assert!(script.contains("transfer: [buffer]") && script.contains("'RuntimeError'"));
        let error = changed(&written.replace("abort", "trap")).expect_err("a refusal").to_string();
        assert!(error.starts_with("wasm2js writes \"throw new Error('abort');\" no more"));
    }
}
