use proptest::prelude::*;
use proptest::sample::Index;

use super::alone;
use crate::files;

const NASTY: &[&str] = &[
    "\"",
    "'",
    "“",
    "”",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\\",
    "\n",
    "\t",
    " ",
    "/",
    "//",
    "/*",
    "#",
    "1",
    "-",
    "+",
    "0",
    ".",
    "e",
    "true",
    "null",
    "x",
    "é",
    "\u{0}",
    "\u{feff}",
    "\\u00e9",
    "\\ud83d",
    "\\ud83d\\ude00",
    "",
];

/// Whether the check found a slip; one that JSON allows apart.
fn slips(text: &str) -> bool {
    let found = alone(text.as_bytes().to_vec()).findings;
    found.iter().any(|it| it.id.starts_with("json/") && it.id != "json/field-twice")
        || found.iter().any(|it| it.id == "file/mark")
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(text).is_ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_slip_is_found_where_there_is_one(
        edits in proptest::collection::vec((any::<Index>(), any::<Index>(), 0_usize..3), 1..4)
    ) {
        let mut text: Vec<char> = files::text("tests/problems/base/quiz.json").chars().take(1500).collect();
        text.extend("\"}}]}".chars());
        let mut text: Vec<char> = if edits.len() == 3 { text } else { SMALL.chars().collect() };
        for (at, what, delete) in &edits {
            let at = at.index(text.len());
            let end = (at + delete).min(text.len());
            let new: Vec<char> = NASTY[what.index(NASTY.len())].chars().collect();
            text.splice(at..end, new);
        }
        let text: String = text.into_iter().collect();
        prop_assert_eq!(slips(&text), !is_json(&text), "{}", text);
    }
}

const SMALL: &str =
    r#"{"a": [1, -2.5e3, true, null, "x\n\u00e9"], "b": {"c": ["d", {}], "e": []}}"#;
