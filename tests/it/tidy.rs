//! The walls that Cargo cannot keep: which module may name which.

use std::fs;
use std::path::{Path, PathBuf};

const BROWSER: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "gloo"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The files of the module whose lines hold one of the words.
fn offenders(words: &[&str], belongs: impl Fn(&str) -> bool) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for path in sources(&root) {
        let name = path.strip_prefix(&root).expect("it lies below").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("it can be read");
        for word in words.iter().filter(|word| belongs(&name) && text.contains(*word)) {
            found.push(format!("{name} names {word}"));
        }
    }
    found
}

fn is_of(name: &str, module: &str) -> bool {
    name == format!("{module}.rs") || name.starts_with(&format!("{module}/"))
}

#[test]
fn only_browser_names_the_browser() {
    let found = offenders(BROWSER, |name| !is_of(name, "browser") && name != "bin/quiz.rs");
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn quiz_knows_nothing_else_of_ours() {
    let others = [
        "crate::data",
        "crate::text",
        "crate::link",
        "crate::view",
        "crate::app",
        "crate::browser",
    ];
    let found = offenders(&others, |name| is_of(name, "quiz"));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_pure_half_knows_no_view() {
    let others = ["crate::view", "crate::app", "crate::browser", "yew"];
    let pure = ["quiz", "data", "text", "link"];
    let found = offenders(&others, |name| pure.iter().any(|module| is_of(name, module)));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn view_and_browser_know_no_state() {
    let found = offenders(&["crate::app"], |name| is_of(name, "view") || is_of(name, "browser"));
    assert!(found.is_empty(), "{found:#?}");
    let found = offenders(&["crate::browser"], |name| is_of(name, "view"));
    assert!(found.is_empty(), "{found:#?}");
}
