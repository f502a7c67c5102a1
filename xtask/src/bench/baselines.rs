use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::build::esbuild;
use crate::paths::Paths;
use crate::run::run;
use crate::tools::node_modules;

const BASELINES: &str = "tests/e2e/baselines";
/// What the baselines' own guides ask of a bundler.
const FOR_PRODUCTION: [&str; 7] = [
    "--main-fields=module,browser,main",
    "--jsx=automatic",
    "--jsx-import-source=preact",
    "--define:process.env.NODE_ENV=\"production\"",
    "--define:__VUE_OPTIONS_API__=true",
    "--define:__VUE_PROD_DEVTOOLS__=false",
    "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false",
];

/// Writes every baseline's page into a folder of its name.
///
/// # Errors
///
/// If a package or esbuild cannot be had, or if a page does not bundle.
pub(crate) fn build(paths: &Paths, folder: &Path) -> Result<()> {
    let sources = paths.root.join(BASELINES);
    let packages = node_modules(paths, &sources)?;
    for entry in fs::read_dir(&sources)? {
        let source = entry?.path();
        let page = source.join("index.html");
        if !page.is_file() {
            continue;
        }
        let out = folder.join(source.file_name().context("a baseline without a name")?);
        fs::create_dir_all(&out)?;
        fs::copy(page, out.join("index.html"))?;
        let mut bundle = esbuild(paths, &out.join("page.js"))?;
        bundle.env("NODE_PATH", &packages).args(["--bundle", "--format=iife"]).args(FOR_PRODUCTION);
        run(bundle.arg(source.join("page")))?;
    }
    Ok(())
}
