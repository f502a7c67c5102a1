use std::fs;
use std::path::{Path, PathBuf};

use data::Node;
use prerender::Icu;
use quiz::Quiz;
use serde_json::Value;
use text::Text;

/// The clinic's own quiz.
pub(crate) const SKIN: &str = "static/data/microneedling.json";

/// A path beside Cargo.toml.
pub(crate) fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

pub(crate) fn text(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap_or_else(|problem| panic!("{name}: {problem}"))
}

pub(crate) fn bytes(name: &str) -> Vec<u8> {
    fs::read(path(name)).unwrap_or_else(|problem| panic!("{name}: {problem}"))
}

pub(crate) fn value(name: &str) -> Value {
    serde_json::from_str(&text(name)).unwrap_or_else(|problem| panic!("{name}: {problem}"))
}

pub(crate) fn node(name: &str) -> Node {
    serde_json::from_str(&text(name)).unwrap_or_else(|problem| panic!("{name}: {problem}"))
}

pub(crate) fn quiz(name: &str) -> Quiz {
    data::quiz(&node(name)).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"))
}

/// The clinic's own quiz in another language.
pub(crate) fn translated(language: &str) -> Quiz {
    let translation = node(&format!("static/data/microneedling.{language}.json"));
    let quiz = data::translated(node(SKIN), &translation);
    quiz.unwrap_or_else(|problems| panic!("{language}: {problems:#?}"))
}

/// The interface words of a language.
pub(crate) fn words(language: &str) -> Text {
    let locale = Icu::new(language).expect("ICU knows the language");
    let file = node(&format!("static/text/{language}.json"));
    Text::for_pages(&file, Box::new(locale)).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The names in a folder, without the extension, that have this extension; in order.
pub(crate) fn stems(folder: &str, extension: &str) -> Vec<String> {
    let mut stems: Vec<String> = entries(folder)
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    stems.sort();
    stems
}

/// The folders in a folder, in order.
pub(crate) fn folders(folder: &str) -> Vec<String> {
    let mut folders: Vec<String> = entries(folder)
        .filter(|path| path.is_dir())
        .filter_map(|path| Some(format!("{folder}/{}", path.file_name()?.to_str()?)))
        .collect();
    folders.sort();
    folders
}

fn entries(folder: &str) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(path(folder))
        .unwrap_or_else(|problem| panic!("{folder}: {problem}"))
        .filter_map(|entry| Some(entry.ok()?.path()))
}
