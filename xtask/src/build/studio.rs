use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::program::{FEATURES, made};
use super::scripts::esbuild;
use super::{Flavour, swap};
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
/// with what visitors load.
///
/// The list of what the compiled program may use is taken out before its bindings are written: they
/// then return one value at a time and keep the page's objects in JavaScript. With several values and
/// references WebKit now and then lost what stood in memory, as others have seen
/// ([wasm-bindgen#4471](https://github.com/wasm-bindgen/wasm-bindgen/issues/4471)).
///
/// # Errors
///
/// If a tool is missing and cannot be had, or if a step fails.
pub(super) fn write(paths: &Paths, flavour: Flavour, out: &Path) -> Result<()> {
    heading("compiling the studio: some minutes");
    let target = paths.cargo_target.join(format!("wasm-studio-{flavour}"));
    let mut build = building(paths, "studio");
    flavour.set_whole(&mut build, &target);
    run(&mut build)?;
    join(paths, &compiled(&target, "studio"), "-Oz", out)
}

/// Writes the studio's program into a folder as for [`write`], compiled in less time and with the messages of its
/// panics.
///
/// # Errors
///
/// As for [`write`].
pub(super) fn write_quickly(paths: &Paths, out: &Path) -> Result<()> {
    heading("compiling the studio: usually 4 minutes the first time, then one");
    let target = paths.cargo_target.join("wasm-studio");
    let mut build = building(paths, "fast");
    Flavour::Plain.set_whole(&mut build, &target);
    run(&mut build)?;
    join(paths, &compiled(&target, "fast"), "-O1", out)
}

fn building(paths: &Paths, profile: &str) -> Command {
    let mut build = cargo(&paths.root);
    build.args(["build", "--profile", profile, "--locked", "--package", "studio"]);
    build.args(["--target", "wasm32-unknown-unknown"]);
    build
}

fn compiled(target: &Path, profile: &str) -> PathBuf {
    target.join("wasm32-unknown-unknown").join(profile).join("studio.wasm")
}

/// Writes the bindings of a compiled program, and both into a folder.
fn join(paths: &Paths, compiled: &Path, level: &str, out: &Path) -> Result<()> {
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
    small.arg(work.join("studio_bg.wasm")).args(FEATURES).args([level, "--strip-debug"]);
    small.args(["--strip-producers", "--strip-target-features", "-o"]);
    run(small.arg(out.join("studio.wasm")))?;
    fs::write(work.join("entry.js"), ENTRY)?;
    let mut bundle = esbuild(paths, &out.join("studio.js"))?;
    run(made(&mut bundle, MADE).arg(work.join("entry.js")))
        .context("the studio's bindings are not written")
}
