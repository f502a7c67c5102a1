use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::SCRIPTS;
use crate::paths::Paths;
use crate::run::run;
use crate::tools::from_npm;

/// The pages' own scripts, each with all that it imports: the first is loaded by every page of the quiz,
/// the last two by the studio's, the others by pages that ask for what is in them.
const ENTRIES: [&str; 5] = ["start.js", "theme.js", "session.js", "studio.js", "preview.js"];

/// Writes the page's scripts into a folder, each one file without a word too many.
///
/// # Errors
///
/// If esbuild is missing and cannot be had, or if a script does not parse.
pub(crate) fn bundle(paths: &Paths, out: &Path) -> Result<()> {
    for entry in ENTRIES {
        let format = if [ENTRIES[0], ENTRIES[3]].contains(&entry) { "iife" } else { "esm" };
        let mut command = esbuild(paths, &out.join(entry))?;
        // What checks their types is no setting of the bundle.
        command.args(["--bundle", &format!("--format={format}"), "--tsconfig-raw={}"]);
        run(command.arg(paths.root.join(SCRIPTS).join(entry)))?;
    }
    Ok(())
}

/// A script that is served as it is, without the lines that only say its types.
pub(crate) fn without_types(script: &str) -> String {
    let marks = ["/**", "* ", "*/", "// @ts-"];
    let is_type = |line: &&str| marks.iter().any(|mark| line.trim_start().starts_with(mark));
    let lines: Vec<&str> = script.lines().filter(|line| !is_type(line)).collect();
    lines.join("\n") + "\n"
}

/// esbuild, told to make a script small and write it to a file.
///
/// # Errors
///
/// If it is missing and cannot be had.
pub(crate) fn esbuild(paths: &Paths, out: &Path) -> Result<Command> {
    let mut command = Command::new(from_npm(paths, ".bin/esbuild")?);
    command
        .args(["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"])
        .arg(format!("--outfile={}", out.display()));
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_served_as_it_is_says_no_types() {
        let script = "// docs/\n{\n  /**\n   * @param {string} a\n   */\n  const f = (a) => a * 2;\n  \
            // @ts-expect-error: so\n  f(1); /* kept */\n}\n";
        let served = "// docs/\n{\n  const f = (a) => a * 2;\n  f(1); /* kept */\n}\n";
        assert_eq!(without_types(script), served);
    }
}
