//! What the program and the page's scripts share, as web/src/contract has it: the scripts are checked
//! against it by their types, and here is the other side.

use std::collections::BTreeSet;

use fancy_regex::Regex;
use scraper::{Html, Selector};

use crate::files;

const CONTRACT: &str = "web/src/contract";
/// What writes the page, the studio's page, and what of the data file the page holds.
const PAGE: &str = "crates/prerender/src/main.rs";
const STUDIO_PAGE: &str = "crates/prerender/src/studio.rs";
const SERVED: &str = "crates/page/src/served.rs";
const OPENING: &str = "crates/page/src/opening.rs";
const STYLE: &str = "crates/prerender/src/style.rs";

/// What the first group of a pattern finds in a text, each time.
fn all(text: &str, pattern: &str) -> Vec<String> {
    let pattern = Regex::new(pattern).expect("a pattern");
    let found = pattern.captures_iter(text).map(|found| found.expect("it is tried"));
    found.map(|found| found[1].to_owned()).collect()
}

fn set(found: Vec<String>) -> BTreeSet<String> {
    assert!(!found.is_empty(), "nothing is found");
    found.into_iter().collect()
}

/// The lines between the braces of a TypeScript interface, without comments.
fn interface(file: &str, name: &str) -> String {
    let text = files::text(&format!("{CONTRACT}/{file}"));
    let start = text.find(&format!("interface {name} ")).unwrap_or_else(|| panic!("no {name}"));
    let body =
        text[start..].split_once("{\n").expect("its begin").1.split_once("\n}").expect("its end").0;
    let is_comment = |line: &&str| line.starts_with("/*") || line.starts_with('*');
    let lines = body.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// What no view draws, but the build writes.
const WRITTEN: [&str; 8] = [
    "script[data-program]",
    "[name=generator]",
    "#quiz",
    "#failure",
    "#opening",
    "#moment",
    "#studio",
    "style",
];

/// What the build writes.
fn written() -> Vec<Html> {
    let written = [PAGE, STUDIO_PAGE, SERVED, OPENING, STYLE].map(files::text).concat();
    let written = written.replace("\\\"", "\"").replace("<!--", "").replace("id=\"quiz\"", "");
    [files::text("index.html"), files::text("studio.html"), written]
        .map(|page| Html::parse_document(&page))
        .into()
}

/// Each fixture of the views, where it stands.
fn drawn() -> Vec<Html> {
    let mut pages = Vec::new();
    for fixture in files::stems("tests/snapshots", "html") {
        let html = files::text(&format!("tests/snapshots/{fixture}.html"));
        let id = if fixture.starts_with("failure-") { "failure" } else { "quiz" };
        pages.push(Html::parse_document(&format!("<div id=\"{id}\">{html}</div>")));
    }
    pages
}

#[test]
fn every_selector_of_the_scripts_finds_an_element() {
    let (written, drawn) = (written(), drawn());
    let selectors = all(&interface("elements.d.ts", "Elements"), "(?m)^\"(.+)\": ");
    assert!(selectors.len() > 30, "{selectors:?}");
    for name in selectors {
        let selector = Selector::parse(&name.replace(":checked", "[checked]"));
        let selector = selector.unwrap_or_else(|problem| panic!("{name}: {problem}"));
        let pages = if WRITTEN.contains(&&*name) { &written } else { &drawn };
        let is_found = pages.iter().any(|page| page.select(&selector).next().is_some());
        assert!(is_found, "no view and no page has {name}: see crates/view/src and {PAGE}");
    }
}

#[test]
fn what_the_elements_say_is_written_there() {
    let elements = interface("elements.d.ts", "Elements");
    let snapshots: String = files::stems("tests/snapshots", "html")
        .iter()
        .map(|name| files::text(&format!("tests/snapshots/{name}.html")))
        .collect();
    let data = all(&elements, r"WithData<\{ ([^}]+) \}>").join(";");
    for name in set(all(&data, r"(\w+):")) {
        assert!(snapshots.contains(&format!(" data-{name}=\"")), "no view writes data-{name}");
    }
    let kinds = files::text(&format!("{CONTRACT}/messages.js"));
    let kinds = all(&kinds, r"@typedef \{([^}]+)\} FailureKind").concat();
    let written = set(all(&snapshots, "data-failure=\"(.+?)\""));
    assert_eq!(set(all(&kinds, "\"(\\w+)\"")), written, "kinds of failures");
}

/// `extraStyle` is `data-extra-style`.
fn attribute(name: &str) -> String {
    let dashed = |letter: char| match letter {
        'A'..='Z' => format!("-{}", letter.to_ascii_lowercase()),
        _ => letter.to_string(),
    };
    format!("data-{}", name.chars().map(dashed).collect::<String>())
}

#[test]
fn the_page_says_what_its_scripts_read() {
    let pages: [(&[&str], &str); 2] =
        [(&[PAGE, SERVED], "ScriptData"), (&[STUDIO_PAGE], "StudioScriptData")];
    for (pages, name) in pages {
        let read = all(&interface("page.d.ts", name), r"(\w+)\??: string;");
        let read: BTreeSet<String> = read.iter().map(|name| attribute(name)).collect();
        let written = pages.iter().map(|page| files::text(page)).collect::<String>();
        let written = set(all(&written, "[ \"](data-[a-z-]+)(?==|\")"));
        assert_eq!(read, written, "{name}: {pages:?}");
    }
}

#[test]
fn what_the_scripts_write_is_read() {
    let css = files::text("crates/view/src/page/page.css");
    let program = files::text("crates/browser/src/page.rs");
    for name in set(all(&interface("page.d.ts", "WrittenData"), r"(\w+): ")) {
        let attribute = attribute(&name);
        let is_styled = [']', '='].iter().any(|end| css.contains(&format!("[{attribute}{end}")));
        let is_read = program.contains(&format!("has_attribute(\"{attribute}\")"));
        assert!(is_styled || is_read, "nobody reads {attribute}");
    }
}

/// The signatures of what a program exports, as TypeScript has them.
fn exported(program: &str) -> BTreeSet<String> {
    let functions = r"#\[wasm_bindgen\]\npub ((?:async )?fn [^{]+) \{";
    set(all(&files::text(program), functions).iter().map(|rust| signature(rust)).collect())
}

fn signature(rust: &str) -> String {
    let (name, rest) =
        rust.split_once("fn ").expect("a function").1.split_once('(').expect("arguments");
    let arguments: Vec<String> = rest
        .split(')')
        .next()
        .expect("arguments")
        .split(',')
        .filter_map(|argument| argument.trim().split_once(": "))
        .map(|(name, kind)| match kind {
            "String" | "&str" => format!("{name}: string"),
            "Option<String>" => format!("{name}?: string"),
            "bool" => format!("{name}: boolean"),
            other => panic!("{other} in {rust}: say here what it is in TypeScript"),
        })
        .collect();
    let gives = match rest.split_once("-> ").map(|(_, gives)| gives.trim()) {
        None | Some("Result<(), Error>") if rust.starts_with("async") => "Promise<void>",
        None | Some("Result<(), Error>") => "void",
        Some("bool") => "boolean",
        Some("Option<String>") => "string | undefined",
        Some("Promise") => "Promise<string | undefined>",
        Some(other) => panic!("{other} in {rust}: say here what it is in TypeScript"),
    };
    format!("{name}({}): {gives};", arguments.join(", "))
}

#[test]
fn the_programs_export_what_the_scripts_call() {
    for (program, name, besides) in [
        ("src/main.rs", "Program", &["stop(): void;"][..]),
        (
            "crates/studio/src/main.rs",
            "Studio",
            &["init(source: { module_or_path: WebAssembly.Module }): Promise<void>;"],
        ),
    ] {
        let mut expected = exported(program);
        expected.extend(besides.iter().map(|&line| line.to_owned()));
        let called = interface("program.d.ts", name).lines().map(str::to_owned).collect();
        assert_eq!(expected, called, "{program}");
    }
}

#[test]
fn the_programs_call_what_the_scripts_hand_them() {
    let contract = files::text(&format!("{CONTRACT}/program.d.ts"));
    for (file, name, type_name) in [
        ("crates/browser/src/memory.rs", "keepVisit", "KeepVisit"),
        ("crates/browser/src/history.rs", "hasTravelled", "HasTravelled"),
        ("crates/browser/src/studio/memory.rs", "keepDraft", "KeepDraft"),
        ("crates/browser/src/studio/check_worker.rs", "hasCheckWorker", "HasCheckWorker"),
        ("crates/browser/src/studio/check_worker.rs", "checkInWorker", "CheckInWorker"),
        ("crates/browser/src/studio/draft_frame.rs", "writeDraftFrame", "WriteDraftFrame"),
    ] {
        let imported = format!(r"js_name = {name}\)\]\s*(fn [^;]+);");
        let rust = all(&files::text(file), &imported).concat();
        let (_, rest) = signature(&rust)
            .split_once('(')
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .expect("a function");
        let expected =
            format!("type {type_name} = ({};", rest.trim_end_matches(';').replace("):", ") =>"));
        assert!(contract.contains(&expected), "{file} calls {name} as {expected}");
    }
}

#[test]
fn the_bindings_hold_what_the_contract_says() {
    let names =
        |interface_name| set(all(&interface("program.d.ts", interface_name), r"(?m)^(\w+)\("));
    let program = names("Program");
    let whole: BTreeSet<String> = program.union(&names("WasmProgram")).cloned().collect();
    let contract = files::text(&format!("{CONTRACT}/program.d.ts"));
    for (file, expected, type_name) in [
        ("program", whole, "MakeProgram"),
        ("fallback", program, "MakeProgram"),
        ("studio", names("Studio"), "MakeStudio"),
    ] {
        let source = files::text(&format!("xtask/src/build/{file}.rs"));
        let made = all(&source, r"made = \{ (.+?) \}").concat();
        assert_eq!(set(all(&made, r"(\w+)")), expected, "{file}: what is made");
        let takes = all(&source, r"export default ?\(?([\w,]+)\)?=>").concat();
        let takes: Vec<&str> = takes.split(',').collect();
        let made_of = all(&contract, &format!(r"type {type_name} = \((.+)\) =>")).concat();
        assert_eq!(all(&made_of, r"(\w+):"), takes, "{file}: what it is made of");
    }
}

#[test]
fn errors_have_the_names_that_the_scripts_know() {
    let contract = files::text(&format!("{CONTRACT}/program.d.ts"));
    let known = all(&contract, r"type ErrorName = ([^;]+);").concat();
    let sources = ["src/start.rs", "crates/visit/src/files.rs", "xtask/src/build/program.rs"];
    let sources = sources.map(files::text).concat();
    let given = ["(?:named|unusable)\\(\"(\\w+)\"", "name: \\\\\"(\\w+)"];
    let given = given.iter().flat_map(|pattern| all(&sources, pattern)).collect();
    assert_eq!(set(all(&known, "\"(\\w+)\"")), given);
}

#[test]
fn what_a_script_leaves_for_the_studio_is_called() {
    let left = files::text(&format!("{CONTRACT}/globals.d.ts"));
    let studio = files::text("crates/browser/src/studio/frame.rs");
    for name in set(all(&left, r"var (\w+):")) {
        assert!(studio.contains(&format!("\"{name}\"")), "the studio does not call {name}");
    }
}

#[test]
fn the_attributes_of_the_element_are_those_that_are_documented() {
    use snippet::{LOOK, PLACE, QUIZ};

    let table = || QUIZ.iter().chain(&LOOK).chain(&PLACE);
    let script = files::text("web/src/embed.js");
    let in_address = all(&script, "IN_ADDRESS = \"([^\"]+)\"").concat();
    let in_address = set(in_address.split(' ').map(str::to_owned).collect());
    let read = set(all(&script, "read\\(\"([a-z-]+)\"\\)"));
    let named = table().filter(|one| one.is_in_address).map(|one| one.name.to_owned()).collect();
    assert_eq!(in_address, named, "what goes into the frame's address");
    let all_named = table().map(|one| one.name.to_owned()).collect();
    assert_eq!(in_address.union(&read).cloned().collect::<BTreeSet<_>>(), all_named);
}
