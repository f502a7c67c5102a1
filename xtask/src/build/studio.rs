use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::program::{FEATURES, made};
use super::scripts::esbuild;
use super::swap;
use crate::places::Places;
use crate::run::{cargo, heading, run};
use crate::tools::{BINARYEN, WASM_BINDGEN};

/// What makes the studio's program out of its bindings; `keepDraft` is what it hands its draft to.
const MADE: (&str, &str) = ("export default keepDraft=>{let made;", "return made}");
const ENTRY: &str = "import init, { start } from \"./studio.js\";\nmade = { init, start };\n";

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
pub(super) fn write(places: &Places, out: &Path) -> Result<()> {
    let [bindgen, wasm_opt] = [WASM_BINDGEN.ready(places)?, BINARYEN.ready(places)?];
    heading("building the studio: some minutes at first");
    let target = places.cargo_target.join("wasm-studio");
    let mut build = cargo(&places.root);
    build
        .args(["build", "--profile", "studio", "--locked", "--target", "wasm32-unknown-unknown"])
        .args(["--package", "studio"])
        .env("CARGO_TARGET_DIR", &target)
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("RUSTFLAGS");
    run(&mut build)?;
    let work = places.scratch("studio");
    swap::remove(&work)?;
    fs::create_dir_all(&work)?;
    let plain = work.join("studio.wasm");
    let mut strip = Command::new(&wasm_opt);
    strip.arg(target.join("wasm32-unknown-unknown/studio/studio.wasm")).args(FEATURES);
    run(strip.args(["--strip-target-features", "-g", "-o"]).arg(&plain))?;
    let mut bind = Command::new(bindgen);
    bind.args(["--target", "web", "--no-typescript", "--omit-default-module-path"]);
    bind.args(["--out-name", "studio", "--out-dir"]).arg(&work);
    run(bind.arg(&plain))?;
    let mut small = Command::new(wasm_opt);
    small.arg(work.join("studio_bg.wasm")).args(FEATURES).args(["-O2", "--strip-debug"]);
    small.args(["--strip-producers", "--strip-target-features", "-o"]);
    run(small.arg(out.join("studio.wasm")))?;
    fs::write(work.join("entry.js"), ENTRY)?;
    let mut bundle = esbuild(places, &out.join("studio.js"))?;
    run(made(&mut bundle, MADE).arg(work.join("entry.js")))
        .context("the studio's bindings are not written")
}
