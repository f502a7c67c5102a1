mod copy;
mod fallback;
mod fingerprint;
mod flavour;
mod lock_file;
mod scripts;
mod swap;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};
use dist::Release;

use crate::places::Places;
use crate::run::{cargo, heading, run};
use crate::tools::{BINARYEN, ESBUILD, TRUNK, WASM_BINDGEN, need_wasm_target, rustc_version};
use fingerprint::{Fingerprint, Tree};
pub(crate) use flavour::Flavour;

const PROGRAM: [&str; 5] = ["src", "Cargo.toml", "Cargo.lock", "Trunk.toml", "index.html"];
/// What staff edit. It is put beside the built program afresh each time, so that a change to it
/// needs no new program.
const CONTENT: [&str; 3] = ["static/data", "static/text", "static/pictures"];
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
    let program = program(places, flavour)?;
    let tree = Tree::new(&places.root, &["static", "scripts", HOSTING]);
    let whole = Fingerprint::of(&tree, &[program.text()])?;
    let dist = places.dist();
    let stamp = places.scratch("dist.stamp");
    if dist.join("index.html").is_file() && whole.is_in(&stamp) {
        eprintln!("dist/ is as it should be");
        return Ok(());
    }
    let trunk_dist = trunk(places, flavour, &program)?;
    let next = page(places, &trunk_dist)?;
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

fn program(places: &Places, flavour: Flavour) -> Result<Fingerprint> {
    let apart = [&CONTENT[..], &[EMBED, DEMO]].concat();
    let tree = Tree::new(&places.root, &PROGRAM).and(&["static"]).without(&apart);
    let rustc = rustc_version(&places.root)?;
    let tools = [TRUNK.version, WASM_BINDGEN.version, BINARYEN.version, ESBUILD.version];
    Fingerprint::of(&tree, &[&[&*flavour.to_string(), &*rustc], &tools[..]].concat())
}

fn trunk(places: &Places, flavour: Flavour, program: &Fingerprint) -> Result<PathBuf> {
    let out = places.scratch("trunk-dist");
    let stamp = places.scratch("trunk-dist.stamp");
    if out.join("index.html").is_file() && program.is_in(&stamp) {
        return Ok(out);
    }
    let _ = fs::remove_file(&stamp);
    need_wasm_target(&places.root)?;
    let tools = [BINARYEN.ready(places)?, WASM_BINDGEN.ready(places)?, TRUNK.ready(places)?];
    let [.., trunk] = &tools;
    heading(&format!("building the program ({flavour}): about a minute"));
    fetch(places, flavour)?;
    let mut command = Command::new(trunk);
    command
        .current_dir(&places.root)
        .args(["build", "--release", "--offline", "--dist"])
        .arg(&out)
        .env("PATH", path_with(&tools)?)
        .env_remove("NO_COLOR");
    flavour.set(&mut command, &places.cargo_target);
    run(&mut command)?;
    scripts::minify(places, &glue(&out)?)?;
    fallback::write(places, &flavour.program(&places.cargo_target), &out)?;
    program.write(&stamp)?;
    Ok(out)
}

/// What wasm-bindgen wrote for the program.
fn glue(out: &Path) -> Result<PathBuf> {
    let files = fs::read_dir(out)?.filter_map(|entry| Some(entry.ok()?.path()));
    let mut scripts = files.filter(|path| path.extension().is_some_and(|end| end == "js"));
    scripts.next().context("Trunk wrote no script for the program")
}

/// Trunk works offline, so that it takes our tools; cargo must have every crate before.
fn fetch(places: &Places, flavour: Flavour) -> Result<()> {
    let mut command = cargo(&places.root);
    command.args(["fetch", "--locked", "--quiet"]);
    flavour.set(&mut command, &places.cargo_target);
    run(&mut command)
}

fn path_with(tools: &[PathBuf]) -> Result<std::ffi::OsString> {
    let before = std::env::var_os("PATH").unwrap_or_default();
    let folders = tools
        .iter()
        .filter_map(|tool| tool.parent())
        .map(Path::to_owned)
        .chain(std::env::split_paths(&before));
    Ok(std::env::join_paths(folders)?)
}

fn page(places: &Places, trunk_dist: &Path) -> Result<PathBuf> {
    for folder in CONTENT.map(Path::new) {
        let name = folder.file_name().unwrap_or_default();
        copy::replace(&places.root.join(folder), &trunk_dist.join(name))?;
    }
    let scripts = places.scratch("scripts");
    scripts::bundle(places, &scripts)?;
    let next = places.scratch("dist-next");
    swap::remove(&next)?;
    heading("writing the page");
    let mut command = cargo(&places.root);
    command
        .args(["run", "--no-default-features"])
        .args(["--features", "ssr", "--bin", "page", "--"])
        .arg(trunk_dist)
        .arg(scripts)
        .arg(&next);
    run(&mut command)?;
    fs::copy(places.root.join(EMBED), next.join("embed.js"))?;
    Ok(next)
}
