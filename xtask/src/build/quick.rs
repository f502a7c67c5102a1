//! A site for working on the quiz: the program as `cargo build` compiles it, in one part, with the messages
//! of its panics. `dist/` is left alone.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{Fingerprint, Tree, content, fingerprint, finish, only_one, program, studio, swap};
use crate::places::Places;
use crate::run::{cargo, heading, run};
use crate::tools::{bindings, need_wasm_target};

/// The studio's program, as [`studio::join`] writes it.
const STUDIO: [&str; 2] = ["studio.wasm", "studio.js"];
/// The studio's page until its program is there.
const SOON: &str = include_str!("studio_soon.html");
/// There is no plain JavaScript of a program in one part.
const NO_FALLBACK: &str =
    "export default () => { throw new Error(\"only `cargo xtask build` writes it\"); };\n";

/// The folder that is served.
pub(crate) fn site(places: &Places) -> PathBuf {
    places.scratch("serve")
}

/// Builds the quiz into [`site`], as far as anything changed since the last time.
///
/// # Errors
///
/// If a tool is missing and cannot be had, or if a step fails; the site is then as it was.
pub(crate) fn build(places: &Places) -> Result<()> {
    let _lock = only_one(places)?;
    let program = fingerprint(places, "quick")?;
    let (built, stamp) = (places.scratch("serve-program"), places.scratch("serve-program.stamp"));
    if !built.join("quiz.wasm").is_file() || !program.is_in(&stamp) {
        let _ = fs::remove_file(&stamp);
        compile(places, &built)?;
        program.write(&stamp)?;
    }
    show(places, &built, &program)
}

/// Builds the studio into [`site`], as far as anything changed since the last time. The quiz can be built
/// meanwhile.
///
/// # Errors
///
/// As for [`build`].
pub(crate) fn build_studio(places: &Places) -> Result<()> {
    let fingerprint = fingerprint(places, "studio")?;
    let (folder, stamp) = studio_of(places);
    if folder.is_dir() && fingerprint.is_in(&stamp) {
        return Ok(());
    }
    let compiled = studio::compile(places)?;
    {
        let _lock = only_one(places)?;
        swap::remove(&folder)?;
        fs::create_dir_all(&folder)?;
        studio::join(places, &compiled, &folder)?;
        fingerprint.write(&stamp)?;
    }
    build(places)?;
    heading("the studio is there: studio.html");
    Ok(())
}

/// Puts a program in one part and its bindings, as wasm-bindgen wrote them into a folder, into another one
/// in the form that the page loads.
pub(super) fn join(places: &Places, bound: &Path, out: &Path) -> Result<()> {
    swap::remove(out)?;
    fs::create_dir_all(out)?;
    fs::copy(bound.join("quiz_bg.wasm"), out.join("quiz.wasm"))?;
    fs::write(out.join("fallback.js"), NO_FALLBACK)?;
    program::join(places, bound, out)
}

fn compile(places: &Places, out: &Path) -> Result<()> {
    need_wasm_target(&places.root)?;
    heading("compiling the quiz: usually a minute the first time, then some seconds");
    let mut build = cargo(&places.root);
    build.args(["build", "--locked", "--target", "wasm32-unknown-unknown", "--bin", "quiz"]);
    run(&mut build)?;
    let bound = places.scratch("serve-bound");
    swap::remove(&bound)?;
    heading("writing its bindings: usually half a minute the first time, then a second");
    let program = places.cargo_target.join("wasm32-unknown-unknown/debug/quiz.wasm");
    bindings(places, &["web"], &program, (&bound, "quiz"))?;
    join(places, &bound, out)
}

/// Writes the site of a built program, with the studio if that is there.
fn show(places: &Places, built: &Path, program: &Fingerprint) -> Result<()> {
    let (studio, studio_stamp) = studio_of(places);
    let studio_version = fs::read_to_string(studio_stamp).unwrap_or_default();
    let tree = Tree::new(&places.root, &super::PAGES);
    let whole = Fingerprint::of(&tree, &[program.text(), &studio_version])?;
    let (site, stamp) = (site(places), places.scratch("serve.stamp"));
    if site.is_dir() && whole.is_in(&stamp) {
        return Ok(());
    }
    content(places, built)?;
    for file in STUDIO.iter().filter(|file| studio.join(file).is_file()) {
        fs::copy(studio.join(file), built.join(file)).with_context(|| format!("no {file}"))?;
    }
    let next = places.scratch("serve-next");
    heading("writing the page: usually a minute the first time, then some seconds");
    finish(places, built, &next)?;
    if !next.join("studio.html").is_file() {
        fs::write(next.join("studio.html"), SOON)?;
    }
    let _ = fs::remove_file(&stamp);
    swap::swap(&next, &site, &places.scratch("serve-old"))?;
    whole.write(&stamp)
}

/// The folder of the studio's program, and the file that says of which sources it was built.
fn studio_of(places: &Places) -> (PathBuf, PathBuf) {
    (places.scratch("serve-studio"), places.scratch("serve-studio.stamp"))
}
