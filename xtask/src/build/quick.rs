//! A site for working on the quiz: the program as `cargo build` compiles it, in one part, with the messages
//! of its panics. `dist/` is left alone.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{Fingerprint, Tree, content, fingerprint, finish, only_one, program, studio, swap};
use crate::paths::Paths;
use crate::run::{cargo, heading, run};
use crate::tools::{bindings, need_wasm_target};

/// The studio's program, as [`studio::write_quickly`] writes it.
const STUDIO: [&str; 2] = ["studio.wasm", "studio.js"];
/// The studio's page until its program is there.
const SOON: &str = include_str!("studio_soon.html");
/// There is no plain JavaScript of a program in one part.
const NO_FALLBACK: &str =
    "export default () => { throw new Error(\"only `cargo xtask build` writes it\"); };\n";

/// The folder that is served.
pub(crate) fn site(paths: &Paths) -> PathBuf {
    paths.scratch("serve")
}

/// Builds the quiz into [`site`], as far as anything changed since the last time.
///
/// # Errors
///
/// If a tool is missing and cannot be had, or if a step fails; the site is then as it was.
pub(crate) fn build(paths: &Paths) -> Result<()> {
    let _lock = only_one(paths)?;
    let program = fingerprint(paths, "quick")?;
    let (built, stamp) = (paths.scratch("serve-program"), paths.scratch("serve-program.stamp"));
    if !built.join("quiz.wasm").is_file() || !program.is_in(&stamp) {
        let _ = fs::remove_file(&stamp);
        compile(paths, &built)?;
        program.write(&stamp)?;
    }
    show(paths, &built, &program)
}

/// Builds the studio into [`site`], as far as anything changed since the last time. The quiz can be built
/// meanwhile.
///
/// # Errors
///
/// As for [`build`].
pub(crate) fn build_studio(paths: &Paths) -> Result<()> {
    let fingerprint = fingerprint(paths, "studio")?;
    let (folder, stamp) = studio_of(paths);
    if folder.is_dir() && fingerprint.is_in(&stamp) {
        return Ok(());
    }
    let next = paths.scratch("serve-studio-next");
    swap::remove(&next)?;
    fs::create_dir_all(&next)?;
    studio::write_quickly(paths, &next)?;
    {
        let _lock = only_one(paths)?;
        swap::swap(&next, &folder, &paths.scratch("serve-studio-old"))?;
        fingerprint.write(&stamp)?;
    }
    build(paths)?;
    heading("the studio is there: studio.html");
    Ok(())
}

/// Puts a program in one part and its bindings, as wasm-bindgen wrote them into a folder, into another one
/// in the form that the page loads.
pub(super) fn join(paths: &Paths, bound: &Path, out: &Path) -> Result<()> {
    swap::remove(out)?;
    fs::create_dir_all(out)?;
    fs::copy(bound.join("quiz_bg.wasm"), out.join("quiz.wasm"))?;
    fs::write(out.join("fallback.js"), NO_FALLBACK)?;
    program::join(paths, bound, out)
}

fn compile(paths: &Paths, out: &Path) -> Result<()> {
    need_wasm_target(&paths.root)?;
    heading("compiling the quiz: usually a minute the first time, then some seconds");
    let mut build = cargo(&paths.root);
    build.args([
        "build",
        "--locked",
        "--target",
        "wasm32-unknown-unknown",
        "--package",
        "skin-quiz",
    ]);
    run(&mut build)?;
    let bound = paths.scratch("serve-bound");
    swap::remove(&bound)?;
    heading("writing its bindings: usually half a minute the first time, then a second");
    let program = paths.cargo_target.join("wasm32-unknown-unknown/debug/skin-quiz.wasm");
    bindings(paths, &["web"], &program, (&bound, "quiz"))?;
    join(paths, &bound, out)
}

/// Writes the site of a built program, with the studio if that is there.
fn show(paths: &Paths, built: &Path, program: &Fingerprint) -> Result<()> {
    let (studio, studio_stamp) = studio_of(paths);
    let studio_version = fs::read_to_string(studio_stamp).unwrap_or_default();
    let tree = Tree::new(&paths.root, &super::PAGES);
    let whole = Fingerprint::of(&tree, &[program.text(), &studio_version])?;
    let (site, stamp) = (site(paths), paths.scratch("serve.stamp"));
    if site.is_dir() && whole.is_in(&stamp) {
        return Ok(());
    }
    content(paths, built)?;
    for file in STUDIO.iter().filter(|file| studio.join(file).is_file()) {
        fs::copy(studio.join(file), built.join(file)).with_context(|| format!("no {file}"))?;
    }
    let next = paths.scratch("serve-next");
    heading("writing the page: usually a minute the first time, then some seconds");
    finish(paths, built, &next)?;
    if !next.join("studio.html").is_file() {
        fs::write(next.join("studio.html"), SOON)?;
    }
    let _ = fs::remove_file(&stamp);
    swap::swap(&next, &site, &paths.scratch("serve-old"))?;
    whole.write(&stamp)
}

/// The folder of the studio's program, and the file that says of which sources it was built.
fn studio_of(paths: &Paths) -> (PathBuf, PathBuf) {
    (paths.scratch("serve-studio"), paths.scratch("serve-studio.stamp"))
}
