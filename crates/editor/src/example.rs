use data::{Node, Path, Step};

use super::change::Edit;
use super::document::Document;
use super::id::fresh;

/// A small whole quiz to begin a new one from.
pub const EXAMPLE: &str = include_str!("example.json");

/// The example as a quiz of this title: its id, made of the title and none of those that are taken, and its
/// text.
pub fn example(title: &str, taken: &[&str]) -> (String, String) {
    let id = fresh(title, "quiz", taken);
    let mut quiz = Document::new("", EXAMPLE);
    for (path, words) in [(&["id"][..], id.as_str()), (&["words", "title"], title)] {
        let path = Path::new(path.iter().map(|name| Step::from(*name)));
        let change = Edit::Set(path, Node::Text(words.to_owned())).change(&quiz);
        if let Some(change) = change {
            quiz.write(change.applied(quiz.text()));
        }
    }
    (id, quiz.text().to_owned())
}

#[cfg(test)]
mod tests {
    use super::example;

    #[test]
    fn a_new_quiz_has_its_own_title_and_id() {
        let (id, text) = example("Chemical \"peel\"", &["chemical-peel"]);
        assert_eq!(id, "chemical-peel-2");
        assert!(text.contains("\"id\": \"chemical-peel-2\","));
        assert!(text.contains("\"title\": \"Chemical \\\"peel\\\"\","));
    }
}
