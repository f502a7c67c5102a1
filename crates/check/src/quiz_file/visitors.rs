use data::Path;

use super::super::Context;
use super::super::document::Found;

/// Says that nobody tests the quiz, where everything beside it was looked at.
pub(super) fn check(found: &mut Found<'_>, context: &Context<'_>) {
    let quiz = found.document;
    let has_visitors = context.documents.iter().any(|it| Context::are_visitors(it, quiz));
    if context.around.folder && !has_visitors {
        let name = quiz.base_name().strip_suffix(".json").unwrap_or("quiz");
        found.warn(
            "persona/no-file",
            &Path::default(),
            "has no test visitors: nothing tests that its rules do what they should.",
            &format!("Write {name}.personas.json beside it, as docs/editing.md shows."),
        );
    }
}
