use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::paths::Paths;
use crate::run::{cargo, output, run};

/// How many inputs the tests try: some seconds' worth.
pub(crate) const BOUNDED: u64 = 500_000;

/// Makes the compiler count which branches an input takes. Flags of the stable compiler.
const COVERAGE: &str = "-Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares \
    -Ccodegen-units=1 -Cdebug-assertions";

/// The folders whose data files the first inputs are made of.
const SEEDS: [&str; 3] = ["static/data", "tests/cases", "tests/problems"];

/// A larger file teaches nothing more, in bytes.
const LARGEST: u64 = 16_384;

/// Throws so many inputs at the reader of data files and at the replay, guided by what they cover.
/// What was found before is kept in target/fuzz and tried first.
///
/// # Errors
/// If it cannot be built or run, or if an input breaks the program; that input is kept.
pub(crate) fn fuzz(paths: &Paths, inputs: u64) -> Result<()> {
    let folder = paths.root.join("target/fuzz");
    let host = host(paths)?;
    run(cargo(&paths.root)
        .args(["build", "--quiet", "--profile", "fuzz", "--package", "fuzz"])
        .args(["--features", "guided", "--target", &host, "--target-dir"])
        .arg(&folder)
        .env("RUSTFLAGS", COVERAGE))
    .context("the fuzz target needs a C++ compiler, such as Debian's g++")?;
    let (seeds, found) = (folder.join("seeds"), folder.join("found"));
    fs::create_dir_all(&found)?;
    plant(&paths.root, &seeds)?;
    let program = folder.join(host).join("fuzz/fuzz");
    run(std::process::Command::new(program)
        .args([format!("-runs={inputs}"), format!("-max_len={LARGEST}")])
        .args(["-timeout=10", "-rss_limit_mb=1000", "-seed=1", "-verbosity=0"])
        .args(["-print_final_stats=1"])
        .arg(format!("-artifact_prefix={}/", folder.display()))
        .args([found, seeds]))
}

fn host(paths: &Paths) -> Result<String> {
    let version = output(std::process::Command::new("rustc").arg("-vV").current_dir(&paths.root))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not say what it builds for")?.to_owned())
}

/// Makes an input of every small data file: a few picks, then the file.
fn plant(root: &Path, seeds: &Path) -> Result<()> {
    fs::create_dir_all(seeds)?;
    let mut files = Vec::new();
    for folder in SEEDS {
        collect(&root.join(folder), &mut files)?;
    }
    for (number, file) in files.iter().enumerate() {
        let picks: Vec<u8> = (0..32).collect();
        fs::write(seeds.join(number.to_string()), [picks, fs::read(file)?].concat())?;
    }
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|it| it == "json")
            && path.metadata()?.len() < LARGEST
        {
            files.push(path);
        }
    }
    Ok(())
}
