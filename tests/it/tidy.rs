//! The walls that Cargo cannot keep: which module may name which.

use crate::files;

const BROWSER: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "gloo"];

/// The files of the module whose lines hold one of the words.
fn offenders(words: &[&str], belongs: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for path in files::under("src").into_iter().filter(|path| path.ends_with(".rs")) {
        let name = path.trim_start_matches("src/");
        let text = files::text(&path);
        for word in words.iter().filter(|word| belongs(name) && text.contains(*word)) {
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
    let found = offenders(BROWSER, |name| {
        !is_of(name, "browser") && !matches!(name, "bin/quiz.rs" | "bin/studio.rs")
    });
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn quiz_knows_nothing_else_of_ours() {
    let others = [
        "crate::data",
        "crate::check",
        "crate::proof",
        "crate::text",
        "crate::link",
        "crate::view",
        "crate::app",
        "crate::browser",
        "crate::draft",
        "crate::studio",
    ];
    let found = offenders(&others, |name| is_of(name, "quiz"));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_pure_half_knows_no_view() {
    let others = ["crate::view", "crate::app", "crate::browser", "crate::studio", "yew"];
    let pure =
        ["quiz", "data", "text", "link", "proof", "check", "report", "sheet", "draft", "embed"];
    let found = offenders(&others, |name| pure.iter().any(|module| is_of(name, module)));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn view_and_browser_know_no_state() {
    let found = offenders(&["crate::app", "crate::studio::"], |name| {
        is_of(name, "view") || is_of(name, "browser")
    });
    assert!(found.is_empty(), "{found:#?}");
    let found = offenders(&["crate::browser"], |name| is_of(name, "view"));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_dark_scheme_is_the_same_whether_preferred_or_asked_for() {
    let css = files::text("src/view/page/page.css");
    let colours = |mark: &str| -> Vec<String> {
        let block = css.split_once(mark).expect("the scheme is there").1;
        let lines = block.split('}').next().unwrap_or_default().lines().map(str::trim);
        lines.filter(|line| line.starts_with("--")).map(str::to_owned).collect()
    };
    let preferred = colours(":root:where(:not([data-theme=\"light\"]))");
    assert!(preferred.len() > 10);
    assert_eq!(preferred, colours(":root:where([data-theme=\"dark\"])"));
}
