mod copy;
mod fallback;
mod fingerprint;
mod flavour;
mod lock_file;
mod program;
mod scripts;
mod swap;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use dist::Release;

use crate::places::Places;
use crate::run::{cargo, heading, run};
use crate::tools::{BINARYEN, ESBUILD, WASM_BINDGEN, WASM_SPLIT, rustc_version};
use fingerprint::{Fingerprint, Tree};
pub(crate) use flavour::Flavour;

const PROGRAM: [&str; 4] = ["src", "Cargo.toml", "Cargo.lock", "xtask/src/build"];
/// What staff edit. It is put beside the built program afresh each time, so that a change to it
/// needs no new program.
const CONTENT: [&str; 3] = ["static/data", "static/text", "static/pictures"];
/// The page, before anything is written into it.
const PAGE: &str = "index.html";
/// What a clinic's page loads, as it is.
const EMBED: &str = "static/embed.js";
/// Pages to try it on, which are no part of a site.
const DEMO: &str = "static/demo";
/// What hosts read.
const HOSTING: &str = "hosting";

/// Writes `dist/`, as far as anything changed since it was last written.
///
/// # Errors
///
/// If a tool is missing and cannot be had, or if a step fails. `dist/` is then as it was.
pub(crate) fn build(places: &Places, wanted: Flavour) -> Result<()> {
    let started = Instant::now();
    let _lock = only_one(places)?;
    lock_file::check(&places.root)?;
    let flavour = wanted.possible(&places.root);
    let program = fingerprint(places, flavour)?;
    let tree = Tree::new(&places.root, &["static", "scripts", PAGE, HOSTING]);
    let whole = Fingerprint::of(&tree, &[program.text()])?;
    let dist = places.dist();
    let stamp = places.scratch("dist.stamp");
    if dist.join("index.html").is_file() && whole.is_in(&stamp) {
        eprintln!("dist/ is as it should be");
        return Ok(());
    }
    let built = built(places, flavour, &program)?;
    let next = page(places, &built)?;
    let release = Release {
        next: &next,
        current: &dist,
        hosting: &places.root.join(HOSTING),
        record: &places.scratch("dist-builds"),
    };
    release.prepare().context("the page cannot be made ready for hosts")?;
    let _ = fs::remove_file(&stamp);
    swap::swap(&next, &dist, &places.scratch("dist-old"))?;
    whole.write(&stamp)?;
    eprintln!("dist/ is written ({flavour}) in {:.0} s", started.elapsed().as_secs_f32());
    Ok(())
}

fn only_one(places: &Places) -> Result<File> {
    let path = places.scratch("build.lock");
    fs::create_dir_all(places.scratch(""))?;
    let file = File::create(&path).with_context(|| format!("{} not written", path.display()))?;
    file.lock()?;
    Ok(file)
}

fn fingerprint(places: &Places, flavour: Flavour) -> Result<Fingerprint> {
    let apart = [&CONTENT[..], &[EMBED, DEMO]].concat();
    let tree = Tree::new(&places.root, &PROGRAM).and(&["static"]).without(&apart);
    let rustc = rustc_version(&places.root)?;
    let tools = [WASM_SPLIT.version, WASM_BINDGEN.version, BINARYEN.version, ESBUILD.version];
    Fingerprint::of(&tree, &[&[&*flavour.to_string(), &*rustc], &tools[..]].concat())
}

fn built(places: &Places, flavour: Flavour, program: &Fingerprint) -> Result<PathBuf> {
    let out = places.scratch("program");
    let stamp = places.scratch("program.stamp");
    if out.join("quiz.wasm").is_file() && program.is_in(&stamp) {
        return Ok(out);
    }
    let _ = fs::remove_file(&stamp);
    program::write(places, flavour, &out)?;
    program.write(&stamp)?;
    Ok(out)
}

fn page(places: &Places, built: &Path) -> Result<PathBuf> {
    for folder in CONTENT.map(Path::new) {
        let name = folder.file_name().unwrap_or_default();
        copy::replace(&places.root.join(folder), &built.join(name))?;
    }
    fs::copy(places.root.join(PAGE), built.join(PAGE))?;
    let scripts = places.scratch("scripts");
    scripts::bundle(places, &scripts)?;
    let next = places.scratch("dist-next");
    swap::remove(&next)?;
    heading("writing the page");
    let mut command = cargo(&places.root);
    command
        .args(["run", "--no-default-features"])
        .args(["--features", "ssr", "--bin", "page", "--"])
        .arg(built)
        .arg(scripts)
        .arg(&next);
    run(&mut command)?;
    fs::copy(places.root.join(EMBED), next.join("embed.js"))?;
    Ok(next)
}
