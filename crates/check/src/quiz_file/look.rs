use data::Step;

use super::super::Pictures;
use super::super::document::Found;
use super::entries;

/// A picture of more bytes would keep a visitor waiting.
const HEAVIEST: u64 = 20_000;

/// Says which pictures are missing, too heavy, or without words.
pub(super) fn check(found: &mut Found<'_>, pictures: Option<Pictures<'_>>) {
    for (question_at, question) in entries(found.node(), "questions") {
        for (choice_at, choice) in entries(question, "choices") {
            let Some(name) = choice.text("picture") else { continue };
            let at = question_at.then(choice_at.0).then([Step::from("picture")]);
            match pictures.map(|bytes| bytes(name)) {
                Some(None) => found.error(
                    "picture/missing",
                    &at,
                    &format!("is \"{name}\", which is not there."),
                    "Put the picture into static/pictures, or correct the name.",
                ),
                Some(Some(bytes)) if bytes > HEAVIEST => found.warn(
                    "picture/heavy",
                    &at,
                    &format!("has {bytes} bytes."),
                    &format!(
                        "Make it smaller than {HEAVIEST} bytes; an SVG of few shapes is best."
                    ),
                ),
                _ => {}
            }
            let label = choice.get("words").and_then(|words| words.text("label"));
            if label.is_none_or(|label| label.trim().is_empty()) {
                found.error(
                    "picture/no-words",
                    &at,
                    "stands beside a choice without a label.",
                    "Write what it shows as the choice's label; the picture alone is not read out.",
                );
            }
        }
    }
}
