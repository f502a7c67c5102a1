//! What has to be said of the libraries in the programs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde::Deserialize;

use super::PROGRAMS;
use crate::paths::Paths;
use crate::run::{heading, output};
use crate::tools::cargo_about;

/// The page with the notices, which lies beside the quiz.
pub(crate) const NOTICES: &str = "static/licenses.html";
const STYLE: &str = "
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
pre { font: .875rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
";

/// What cargo-about says of a program.
#[derive(Deserialize)]
struct About {
    licenses: Vec<License>,
}

#[derive(Deserialize)]
struct License {
    name: String,
    text: String,
    used_by: Vec<User>,
}

#[derive(Deserialize)]
struct User {
    #[serde(rename = "crate")]
    library: Library,
}

#[derive(Deserialize)]
struct Library {
    name: String,
    version: String,
    repository: Option<String>,
}

/// Writes the page with the notices of every library in the programs.
///
/// # Errors
///
/// If one has a licence that `about.toml` does not accept, or cargo-about cannot be had.
pub(crate) fn notices(paths: &Paths) -> Result<()> {
    heading("asking every library for its notice");
    let about = cargo_about(paths)?;
    let mut all: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for (_, manifest) in PROGRAMS {
        let mut command = Command::new(&about);
        command.current_dir(&paths.root).args(["generate", "--locked", "--fail"]);
        command.args(["--format", "json", "-m", manifest]);
        let said: About = serde_json::from_str(&output(&mut command)?)?;
        for license in said.licenses {
            let users = license.used_by.iter().map(|user| user.library.shown());
            all.entry((license.name, license.text)).or_default().extend(users);
        }
    }
    fs::write(paths.root.join(NOTICES), page(&all).into_string()).context(NOTICES)
}

impl Library {
    fn shown(&self) -> String {
        let place = self.repository.as_deref().unwrap_or_default();
        format!("{} {} {place}", self.name, self.version).trim_end().to_owned()
    }
}

/// Each text once, after all that it is said for.
fn page(all: &BTreeMap<(String, String), BTreeSet<String>>) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "Licences: skin-quiz" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { "Licences" }
                p { "The quiz and the studio are under the MIT licence or the Apache licence 2.0, as you choose. They are made with the libraries below and with Rust’s standard library (The Rust Project Contributors, MIT or Apache licence 2.0)." }
                @for ((name, text), libraries) in all {
                    h2 { (name) }
                    ul { @for library in libraries { li { (library) } } }
                    pre { (text) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::cargo;

    /// Otherwise `cargo xtask notices` writes the page anew.
    #[test]
    fn the_notices_are_those_of_what_is_built() {
        let paths = Paths::find().expect("the repository");
        let page = fs::read_to_string(paths.root.join(NOTICES)).expect(NOTICES);
        for (package, _) in PROGRAMS {
            let mut tree = cargo(&paths.root);
            tree.args(["tree", "--locked", "--edges", "normal,no-proc-macro", "--prefix", "none"]);
            tree.args([
                "--target",
                "wasm32-unknown-unknown",
                "--format",
                "{p}",
                "--package",
                package,
            ]);
            let tree = output(&mut tree).expect("the libraries of a program");
            // Ours have a path.
            for library in tree.lines().filter(|line| !line.is_empty() && !line.contains('/')) {
                let mut words = library.split(' ');
                let (name, version) = (words.next(), words.next());
                let (name, version) = name.zip(version).expect("a name and a version");
                let shown = format!("<li>{name} {} ", version.trim_start_matches('v'));
                assert!(
                    page.contains(&shown),
                    "{library} is not in {NOTICES}: cargo xtask notices"
                );
            }
        }
    }
}
