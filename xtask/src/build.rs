mod copy;
mod fallback;
mod fingerprint;
mod flavour;
mod program;
pub(crate) mod quick;
mod scripts;
mod studio;
mod swap;
mod trunk;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use dist::Release;

use crate::dependencies::NOTICES;
use crate::paths::Paths;
use crate::run::{cargo, heading, run};
use crate::tools::rustc_version;
pub(crate) use copy::replace;
pub(crate) use fingerprint::{Fingerprint, Tree};
pub(crate) use flavour::Flavour;
pub(crate) use scripts::esbuild;
pub(crate) use swap::remove;
pub(crate) use trunk::trunk_page;

/// What the program is built of, with the versions of the tools.
const PROGRAM: [&str; 7] =
    ["src", "crates", "Cargo.toml", "Cargo.lock", "xtask/src/build", "xtask/bindings", "xtask/npm"];
/// What staff edit. It is put beside the built program afresh each time, so that a change to it
/// needs no new program.
const CONTENT: [&str; 3] = ["static/data", "static/text", "static/pictures"];
/// The data file of the quiz that the page is built with.
const QUIZ: &str = "data/microneedling.json";
/// The page, before anything is written into it.
const PAGE: &str = "index.html";
/// The studio's page, before anything is written into it.
const STUDIO: &str = "studio.html";
/// What a clinic's page loads: the script that embeds the quiz, and the one that says why it does not start.
const EMBED: [&str; 2] = ["embed.js", "diagnosis.js"];
/// The pages' own scripts.
const SCRIPTS: &str = "web/src";
/// Pages to try it on, which are no part of a site.
const DEMO: &str = "static/demo";
/// What hosts read.
const HOSTING: &str = "hosting";
/// What the site is made of besides the program.
const PAGES: [&str; 4] = ["static", SCRIPTS, PAGE, STUDIO];

/// Writes `dist/`, as far as anything changed since it was last written.
///
/// # Errors
///
/// If a tool is missing and cannot be had, or if a step fails. `dist/` is then as it was.
pub(crate) fn build(paths: &Paths, wanted: Flavour) -> Result<()> {
    let started = Instant::now();
    let _lock = only_one(paths)?;
    let flavour = wanted.possible(&paths.root);
    let program = fingerprint(paths, &flavour.to_string())?;
    let tree = Tree::new(&paths.root, &PAGES).and(&[HOSTING]);
    let whole = Fingerprint::of(&tree, &[program.text()])?;
    let dist = paths.dist();
    let stamp = paths.scratch("dist.stamp");
    if dist.join("index.html").is_file() && whole.is_in(&stamp) {
        eprintln!("dist/ is as it should be");
        return Ok(());
    }
    let built = built(paths, flavour, &program)?;
    let next = page(paths, &built)?;
    let release = Release {
        next: &next,
        current: &dist,
        hosting: &paths.root.join(HOSTING),
        record: &paths.scratch("dist-builds"),
    };
    release.prepare().context("the page cannot be made ready for hosts")?;
    let _ = fs::remove_file(&stamp);
    swap::swap(&next, &dist, &paths.scratch("dist-old"))?;
    whole.write(&stamp)?;
    eprintln!("dist/ is written ({flavour}) in {:.0} s", started.elapsed().as_secs_f32());
    Ok(())
}

/// Writes a site of the built program with another quiz, in one language, into a folder.
///
/// # Errors
///
/// As for [`build`], or if the data file has an error.
pub(crate) fn with_data(paths: &Paths, wanted: Flavour, data: &Path, out: &Path) -> Result<()> {
    let _lock = only_one(paths)?;
    let flavour = wanted.possible(&paths.root);
    let other = paths.scratch("with-data");
    copy::replace(&built(paths, flavour, &fingerprint(paths, &flavour.to_string())?)?, &other)?;
    content(paths, &other)?;
    let quiz = other.join(QUIZ);
    swap::remove(&other.join("data"))?;
    fs::create_dir_all(quiz.parent().unwrap_or(&other))?;
    fs::copy(data, &quiz).with_context(|| format!("no {}", data.display()))?;
    finish(paths, &other, out)
}

fn only_one(paths: &Paths) -> Result<File> {
    let path = paths.scratch("build.lock");
    fs::create_dir_all(paths.scratch(""))?;
    let file = File::create(&path).with_context(|| format!("{} not written", path.display()))?;
    file.lock()?;
    Ok(file)
}

fn fingerprint(paths: &Paths, flavour: &str) -> Result<Fingerprint> {
    let apart = [&CONTENT[..], &[DEMO]].concat();
    let tree = Tree::new(&paths.root, &PROGRAM).and(&["static"]).without(&apart);
    let rustc = rustc_version(&paths.root)?;
    Fingerprint::of(&tree, &[flavour, &rustc])
}

fn built(paths: &Paths, flavour: Flavour, program: &Fingerprint) -> Result<PathBuf> {
    let out = paths.scratch("program");
    let stamp = paths.scratch("program.stamp");
    let is_whole = ["quiz.wasm", "studio.wasm"].iter().all(|name| out.join(name).is_file());
    if is_whole && program.is_in(&stamp) {
        return Ok(out);
    }
    let _ = fs::remove_file(&stamp);
    program::write(paths, flavour, &out)?;
    studio::write(paths, flavour, &out)?;
    program.write(&stamp)?;
    Ok(out)
}

fn page(paths: &Paths, built: &Path) -> Result<PathBuf> {
    content(paths, built)?;
    let next = paths.scratch("dist-next");
    heading("writing the page");
    finish(paths, built, &next)?;
    Ok(next)
}

/// Puts what staff edit, and the page, beside the built program.
fn content(paths: &Paths, built: &Path) -> Result<()> {
    for folder in CONTENT.map(Path::new) {
        let name = folder.file_name().unwrap_or_default();
        copy::replace(&paths.root.join(folder), &built.join(name))?;
    }
    for page in [PAGE, STUDIO] {
        let text = fs::read_to_string(paths.root.join(page))?;
        fs::write(built.join(page), trunk::without_link(&text))?;
    }
    Ok(())
}

/// Writes the site of the built program and of what lies beside it into a folder.
fn finish(paths: &Paths, built: &Path, out: &Path) -> Result<()> {
    let scripts = paths.scratch("scripts");
    scripts::bundle(paths, &scripts)?;
    swap::remove(out)?;
    let mut command = cargo(&paths.root);
    command.args(["run", "--package", "prerender", "--"]).arg(built).arg(scripts).arg(out);
    run(&mut command)?;
    for script in EMBED {
        scripts::embed(paths, &paths.root.join(SCRIPTS).join(script), &out.join(script))?;
    }
    let notices = paths.root.join(NOTICES);
    let name = notices.file_name().unwrap_or_default();
    fs::copy(&notices, out.join(name)).with_context(|| format!("no {NOTICES}"))?;
    Ok(())
}
