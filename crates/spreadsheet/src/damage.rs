/// What speaks against letters of a text: they were lost or misread on their way, or nobody sees them.
const LOST: [&str; 4] = ["words/entity", "words/mojibake", "words/question-marks", "words/unseen"];

/// What happened to a text on its way. To be read behind "The translation".
pub(super) fn damage(text: &str) -> Option<String> {
    if text.contains(char::REPLACEMENT_CHARACTER) {
        return Some("has the sign \u{fffd}, which stands for a letter that was lost.".to_owned());
    }
    check::damage(text).into_iter().find(|it| LOST.contains(&it.id)).map(|it| it.told)
}
