use check::LARGEST;
use proptest::prelude::*;

use super::alone;

fn ids(bytes: Vec<u8>) -> Vec<&'static str> {
    alone(bytes).findings.iter().map(|finding| finding.id).collect()
}

#[test]
fn lists_and_objects_of_no_quiz_come_to_an_end() {
    let list = |entry: &str, count| vec![entry; count].join(",");
    let figures = list("{\"id\": \"a\", \"words\": {}}", 100_000);
    for text in [
        format!("{{\"questions\": [{}]}}", list("{\"id\": \"a\"}", 60_000)),
        format!("{{\"questions\": [], \"care\": [{{\"figures\": [{figures}]}}]}}"),
        format!("{{\"questions\": [], \"sources\": [{}]}}", list("{\"id\": \"a\"}", 100_000)),
        format!("{{\"quiz\": \"a\", \"words\": {{{}}}}}", numbered(200_000)),
    ] {
        assert_eq!(ids(text.into_bytes()), ["shape/too-many"]);
    }
}

fn numbered(count: usize) -> String {
    (0..count).map(|number| format!("\"f{number}\": \"\"")).collect::<Vec<_>>().join(",")
}

#[test]
fn megabytes_of_anything_come_to_an_end() {
    for piece in ["[", "{\"a\":", "\"", ",", "\"a\"b", "1 ", "\\", "[1],", "“", "\n", "{}"] {
        let found = ids(piece.repeat((LARGEST - 9) / piece.len()).into_bytes());
        assert!(!found.is_empty() && found.len() < 300, "{piece} passes");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_give_findings(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(!ids(bytes).is_empty());
    }
}
