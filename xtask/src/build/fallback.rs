use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::scripts::esbuild;
use super::swap;
use crate::places::Places;
use crate::run::{heading, run};
use crate::tools::{BINARYEN, WASM_BINDGEN};

/// What the compiled program may use beyond the WebAssembly of 2017, which is all that `wasm2js`
/// reads, and what brings it down to that.
const LOWERED: [&str; 9] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
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
pub(crate) fn write(places: &Places, program: &Path, into: &Path) -> Result<()> {
    let [wasm_opt, bindgen] = [BINARYEN.ready(places)?, WASM_BINDGEN.ready(places)?];
    heading("writing the program as plain JavaScript: some ten seconds");
    let work = places.scratch("fallback");
    swap::remove(&work)?;
    fs::create_dir_all(&work)?;
    let at = |name: &str| work.join(name);
    let bound = at("quiz_bg.wasm");

    // Without a note of its features the bindings keep their values in JavaScript, in one table.
    let mut strip = Command::new(&wasm_opt);
    strip.arg(program).args(["--strip-target-features", "--strip-debug", "-o"]);
    run(strip.arg(at("quiz.wasm")))?;
    let mut bind = Command::new(bindgen);
    bind.args(["--target", "bundler", "--no-typescript", "--out-name", "quiz", "--out-dir"]);
    run(bind.arg(&work).arg(at("quiz.wasm")))?;
    run(Command::new(&wasm_opt).arg(&bound).args(LOWERED).arg("-o").arg(at("lowered.wasm")))?;
    let mut to_js = Command::new(wasm_opt.with_file_name("wasm2js"));
    run(to_js.arg(at("lowered.wasm")).args(["-Oz", "-o"]).arg(&bound))?;
    fs::write(&bound, changed(&fs::read_to_string(&bound)?)?)?;
    let mut bundle = esbuild(places, &into.join("fallback.js"))?;
    run(bundle.arg(at("quiz.js")).args(["--bundle", "--format=esm", "--loader:.wasm=js"]))
        .context("the program is not written as plain JavaScript")
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
