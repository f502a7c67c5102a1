/// What speaks against letters of a text: they were lost or misread on their way, or nobody sees them.
const LOST: [&str; 4] = ["words/entity", "words/mojibake", "words/question-marks", "words/unseen"];

/// What happened to a text on its way. To be read behind "The translation".
pub(super) fn damage(text: &str) -> Option<String> {
    let misread = || check::damage(text).into_iter().find(|it| LOST.contains(&it.id));
    check::lost(text).map(str::to_owned).or_else(|| misread().map(|it| it.told))
}
