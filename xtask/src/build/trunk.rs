use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::{PAGE, content, copy, finish, only_one, quick, swap};
use crate::paths::Paths;
use crate::run::heading;

/// What Trunk writes, and the names that our own bindings have.
const BOUND: [(&str, &str); 2] =
    [("skin-quiz.js", "quiz.js"), ("skin-quiz_bg.wasm", "quiz_bg.wasm")];

/// Writes the page around the program that Trunk compiled, into the folder where Trunk puts it: what
/// `Trunk.toml` runs after each build.
///
/// # Errors
///
/// If it is not run by Trunk, or if a step fails.
pub(crate) fn trunk_page(paths: &Paths) -> Result<()> {
    let staging: PathBuf =
        env::var_os("TRUNK_STAGING_DIR").context("Trunk runs this: see Trunk.toml")?.into();
    let _lock = only_one(paths)?;
    heading("writing the page: usually a minute the first time, then some seconds");
    let (built, out) = (paths.scratch("trunk-program"), paths.scratch("trunk-page"));
    let bound = paths.scratch("trunk-bound");
    swap::remove(&bound)?;
    fs::create_dir_all(&bound)?;
    for (from, to) in BOUND {
        fs::copy(staging.join(from), bound.join(to)).with_context(|| format!("no {from}"))?;
    }
    quick::join(paths, &bound, &built)?;
    content(paths, &built)?;
    // Trunk's own page, which may have the script by which it reloads.
    let page = fs::read_to_string(staging.join(PAGE))?;
    fs::write(built.join(PAGE), without_link(&page))?;
    finish(paths, &built, &out)?;
    copy::replace(&out, &staging)
}

/// A page without the element that tells Trunk what to compile.
pub(super) fn without_link(page: &str) -> String {
    let Some((before, rest)) = page.split_once("<link data-trunk") else {
        return page.to_owned();
    };
    let after = rest.split_once('>').map_or("", |(_, after)| after);
    [before, after.strip_prefix('\n').unwrap_or(after)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_trunk_reads_is_not_in_the_page() {
        for (page, expected) in [
            ("<head>\n<link data-trunk rel=\"rust\">\n<b>", "<head>\n<b>"),
            ("<head><link data-trunk=\"\" rel=\"rust\" data-trunk-id=\"0\"><b>", "<head><b>"),
            ("<link rel=\"icon\" href=\"data:,\">", "<link rel=\"icon\" href=\"data:,\">"),
        ] {
            assert_eq!(without_link(page), expected);
        }
    }
}
