use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::program::{FEATURES, made};
use super::scripts::esbuild;
use super::swap;
use crate::paths::Paths;
use crate::run::{cargo, heading, run};
use crate::tools::{bindings, from_npm};

/// What makes the studio's program out of its bindings; `crates/browser/src/studio` has what it calls.
const MADE: (&str, &str) = (
    "export default(keepDraft,hasCheckWorker,checkInWorker,writeDraftFrame)=>{let made;",
    "return made}",
);
const ENTRY: &str =
    "import init, { check, start } from \"./studio.js\";\nmade = { init, check, start };\n";

/// Writes the studio's program into a folder, `studio.wasm` and `studio.js`. It has nothing in common
/// with what visitors load, and is made to be quick, not small.
///
/// The list of what the compiled program may use is taken out before its bindings are written: they
/// then return one value at a time and keep the page's objects in JavaScript. With several values and
/// references WebKit now and then lost what stood in memory, as others have seen
/// ([wasm-bindgen#4471](https://github.com/wasm-bindgen/wasm-bindgen/issues/4471)).
///
/// # Errors
///
/// If a tool is missing and cannot be had, or if a step fails.
pub(super) fn write(paths: &Paths, out: &Path) -> Result<()> {
    let compiled = compile(paths)?;
    join(paths, &compiled, out)
}

/// Compiles the studio's program and gives its path.
pub(super) fn compile(paths: &Paths) -> Result<PathBuf> {
    heading("compiling the studio: usually 4 minutes the first time, then one");
    let target = paths.cargo_target.join("wasm-studio");
    let mut build = cargo(&paths.root);
    build
        .args(["build", "--profile", "studio", "--locked", "--target", "wasm32-unknown-unknown"])
        .args(["--package", "studio"])
        .env("CARGO_TARGET_DIR", &target)
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("RUSTFLAGS");
    run(&mut build)?;
    Ok(target.join("wasm32-unknown-unknown/studio/studio.wasm"))
}

/// Writes the bindings of a compiled program, and both into a folder.
pub(super) fn join(paths: &Paths, compiled: &Path, out: &Path) -> Result<()> {
    let wasm_opt = from_npm(paths, ".bin/wasm-opt")?;
    let work = paths.scratch("studio");
    swap::remove(&work)?;
    fs::create_dir_all(&work)?;
    let plain = work.join("studio.wasm");
    let mut strip = Command::new(&wasm_opt);
    strip.arg(compiled).args(FEATURES);
    run(strip.args(["--strip-target-features", "-g", "-o"]).arg(&plain))?;
    bindings(paths, &["web"], &plain, (&work, "studio"))?;
    let mut small = Command::new(wasm_opt);
    small.arg(work.join("studio_bg.wasm")).args(FEATURES).args(["-O2", "--strip-debug"]);
    small.args(["--strip-producers", "--strip-target-features", "-o"]);
    run(small.arg(out.join("studio.wasm")))?;
    fs::write(work.join("entry.js"), ENTRY)?;
    let mut bundle = esbuild(paths, &out.join("studio.js"))?;
    run(made(&mut bundle, MADE).arg(work.join("entry.js")))
        .context("the studio's bindings are not written")
}
