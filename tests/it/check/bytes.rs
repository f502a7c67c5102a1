use proptest::prelude::*;
use skin_quiz::check::{self, File, Surroundings};

use super::{TODAY, alone, picture};

fn ids(bytes: Vec<u8>) -> Vec<&'static str> {
    alone(bytes).findings.iter().map(|finding| finding.id).collect()
}

#[test]
fn what_cannot_be_read_is_told() {
    let why = Err("it is no file".to_owned());
    let file = File { name: "static".into(), bytes: why, wanted: true };
    let around = Surroundings { today: TODAY, picture: &picture, since: None };
    let checked = check::check(&[file], &around);
    assert_eq!(checked[0].findings[0].id, "file/unreadable");
    assert!(!checked[0].passes());
}

#[test]
fn fifty_megabytes_are_told_and_not_read() {
    assert_eq!(ids(vec![b'['; 50_000_000]), ["file/too-large"]);
}

#[test]
fn lists_and_objects_of_no_quiz_come_to_an_end() {
    let list = |entry: &str, count| vec![entry; count].join(",");
    let questions = format!("{{\"questions\": [{}]}}", list("{\"id\": \"a\"}", 60_000));
    let found = ids(questions.into_bytes());
    assert!(found.contains(&"shape/too-many") && found.contains(&"file/too-many"));
    assert!(found.len() < 300, "{} are told", found.len());
    let fields: Vec<String> = (0..60_000).map(|number| format!("\"f{number}\": 1")).collect();
    let found = ids(format!("{{{}}}", fields.join(",")).into_bytes());
    assert!(found.contains(&"shape/unknown-field") && found.len() < 300);
}

#[test]
fn ten_megabytes_of_anything_come_to_an_end() {
    for piece in ["[", "{\"a\":", "\"", ",", "\"a\"b", "1 ", "\\", "[1],", "“", "\n", "{}"] {
        let found = ids(piece.repeat(9_000_000 / piece.len()).into_bytes());
        assert!(!found.is_empty(), "{piece} passes");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_give_findings(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(!ids(bytes).is_empty());
    }
}
