use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::scripts::esbuild;
use super::{Flavour, fallback, swap};
use crate::places::Places;
use crate::run::{cargo, heading, run};
use crate::tools::{BINARYEN, WASM_BINDGEN, WASM_SPLIT, need_wasm_target};

/// The part that loads after the first question, as the splitting tool names it.
const LATER: &str = "split_later.wasm";

/// What the compiled program uses beyond the WebAssembly of 2017. `wasm-opt` may use no more: where it
/// knows of newer features, it writes what no browser reads yet.
pub(super) const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// How the splitting tool loads a part, and how it is to be: a server may call it anything.
const LOADED: (&str, &str) = (
    "WebAssembly.instantiateStreaming(src, imports)",
    "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)",
);

/// Writes the program into a folder: `quiz.wasm`, what it loads after the first question as
/// `later.wasm`, what joins them to the browser as `quiz.js`, and all of it as plain JavaScript,
/// `fallback.js`.
///
/// # Errors
///
/// If a tool is missing and cannot be had, or if a step fails.
pub(crate) fn write(places: &Places, flavour: Flavour, out: &Path) -> Result<()> {
    need_wasm_target(&places.root)?;
    let tools = [WASM_SPLIT.ready(places)?, WASM_BINDGEN.ready(places)?, BINARYEN.ready(places)?];
    heading(&format!("building the program ({flavour}): about a minute"));
    let program = compile(places, flavour)?;
    let work = places.scratch("parts");
    for folder in [out, &work] {
        swap::remove(folder)?;
        fs::create_dir_all(folder)?;
    }
    let [split, bindgen, wasm_opt] = &tools;
    run(Command::new(split).arg(&program).arg(&work).args(["--out-name", "quiz"]))?;
    let bound = work.join("bound");
    let mut bind = Command::new(bindgen);
    bind.args(["--target", "web", "--no-typescript", "--omit-default-module-path"]);
    bind.args(["--keep-lld-exports", "--out-name", "quiz", "--out-dir"]).arg(&bound);
    run(bind.arg(work.join("quiz.wasm")))?;
    small(wasm_opt, &bound.join("quiz_bg.wasm"), &out.join("quiz.wasm"))?;
    small(wasm_opt, &work.join(LATER), &out.join("later.wasm"))?;
    join(places, &work, &bound, out)?;
    fallback::write(places, &program, out)
}

fn compile(places: &Places, flavour: Flavour) -> Result<PathBuf> {
    let mut command = cargo(&places.root);
    command.args(["build", "--release", "--locked", "--target", "wasm32-unknown-unknown"]);
    flavour.set(command.args(["--bin", "quiz"]), &places.cargo_target);
    run(&mut command)?;
    Ok(flavour.program(&places.cargo_target))
}

fn small(wasm_opt: &Path, from: &Path, to: &Path) -> Result<()> {
    let mut command = Command::new(wasm_opt);
    command.arg(from).args(FEATURES).args(["--flatten", "--rereloop", "-Os"]);
    command.args(["--converge", "--traps-never-happen"]);
    command.args(["--strip-debug", "--strip-producers", "--strip-target-features", "-o"]);
    run(command.arg(to))
}

/// Joins the bindings and what loads the later part into one script.
fn join(places: &Places, work: &Path, bound: &Path, out: &Path) -> Result<()> {
    let loader = fs::read_to_string(work.join("__wasm_split.js"))?;
    fs::write(bound.join("__wasm_split.js"), loading(&loader)?)?;
    let mut command = esbuild(places, &out.join("quiz.js"))?;
    run(command.args(["--bundle", "--format=esm"]).arg(bound.join("quiz.js")))
        .context("the bindings are not written")
}

fn loading(loader: &str) -> Result<String> {
    let quoted = format!("\"./{LATER}\"");
    if [&quoted, LOADED.0].iter().any(|part| loader.matches(part).count() != 1) {
        bail!("the splitting tool loads a part in another way than before: see what it writes");
    }
    Ok(loader.replace(&quoted, "\"./later.wasm\"").replace(LOADED.0, LOADED.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loader_of_another_kind_is_an_error() {
        let written =
            "fetch(\"./split_later.wasm\"); (WebAssembly.instantiateStreaming(src, imports))";
        let script = loading(written).expect("both are there");
        assert!(script.contains("fetch(\"./later.wasm\")") && script.contains("arrayBuffer"));
        assert!(loading(&written.replace("later", "sooner")).is_err());
        assert!(loading(&written.replace("Streaming", "")).is_err());
    }
}
