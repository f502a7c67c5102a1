//! The reader as visitors have it, without messages: `cargo test --package data`. Built together with a
//! crate for staff it has messages, and these tests are left out.
#![cfg(not(feature = "messages"))]

use std::fs;
use std::path::{Path, PathBuf};

use data::{Node, Placed};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn node(path: &Path) -> Option<Node> {
    serde_json::from_slice(&fs::read(path).expect("a file that can be read")).ok()
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).expect("a folder");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.retain(|path| path.extension().is_some_and(|it| it == "json"));
    paths
}

#[test]
fn the_published_quiz_is_read() {
    let quiz = node(&root().join("static/data/microneedling.json")).expect("JSON");
    let read = data::quiz(&quiz).expect("it has no problem");
    assert_eq!(read.questions.len(), data::opening(&quiz).expect("it has none").questions.len());
    for language in ["ar", "es"] {
        let file = format!("static/data/microneedling.{language}.json");
        let translation = node(&root().join(file)).expect("JSON");
        let read = data::translated(quiz.clone(), &translation).expect("it has no problem");
        assert_eq!(read.shown_language(), language);
    }
}

#[test]
fn what_is_broken_is_refused_by_its_id_alone() {
    let mut refused = 0;
    for group in fs::read_dir(root().join("tests/problems")).expect("a folder") {
        let group = group.expect("an entry").file_name();
        let folder = format!("tests/problems/{}", group.display());
        for path in files(&folder) {
            let Some(file) = node(&path) else { continue };
            let Err(problems) = data::quiz(&file) else { continue };
            refused += 1;
            for problem in &problems {
                assert_eq!((&*problem.found, &*problem.help), ("", ""), "{}", path.display());
                let said = Placed(problem, &file).to_string();
                assert!(said.contains(problem.id), "{}: {said}", path.display());
            }
        }
    }
    assert!(refused > 100, "{refused} of the broken files are refused");
}

#[test]
fn what_only_staff_read_is_passed_over() {
    let mut quiz = node(&root().join("static/data/microneedling.json")).expect("JSON");
    let Node::Object(fields) = &mut quiz else { panic!("an object") };
    fields.push(("newer".into(), Node::Null));
    fields.retain(|(name, _)| name != "accepted");
    fields.push(("accepted".into(), Node::Number(1)));
    assert!(data::quiz(&quiz).is_ok());
}
