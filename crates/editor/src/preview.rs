use std::borrow::Cow;
use std::rc::Rc;

use data::{Node, Path, Problem, Step};
use quiz::Quiz;

use super::Document;

/// A quiz that can be shown while it is edited.
#[derive(Debug)]
pub struct PreviewQuiz {
    /// The quiz without what cannot be read yet.
    pub quiz: Rc<Quiz>,
    /// What had to be left out of it, as it stands in the file.
    pub without: Vec<Path>,
}

/// The quiz of a file as [`preview_quiz`] gives it, in which pictures that are not on the website yet have their
/// data URLs: `added`, by the paths that the file has for them.
pub fn preview_with(
    document: &Document,
    overlay: Option<&Node>,
    added: &[(String, String)],
) -> Option<PreviewQuiz> {
    if added.is_empty() {
        return preview_quiz(document, overlay);
    }
    let PreviewQuiz { quiz, without } = shortened(document.node(), overlay)?;
    let quiz = Rc::try_unwrap(quiz).ok()?.with_pictures(added);
    Some(PreviewQuiz { quiz: Rc::new(quiz), without })
}

/// The quiz of a file that is not finished: things that cannot be shown yet are left out. Nothing where
/// that is not enough.
pub fn preview_quiz(document: &Document, overlay: Option<&Node>) -> Option<PreviewQuiz> {
    if overlay.is_none()
        && document.is_readable()
        && let Ok(quiz) = document.parsed().quiz()
    {
        return Some(PreviewQuiz { quiz: quiz.clone(), without: Vec::new() });
    }
    shortened(document.node(), overlay)
}

fn shortened(file: &Node, overlay: Option<&Node>) -> Option<PreviewQuiz> {
    const MOST_ROUNDS: usize = 8;
    let mut file = Cow::Borrowed(file);
    let mut without = Vec::new();
    for _ in 0..MOST_ROUNDS {
        let read = match overlay {
            Some(overlay) => data::translated(file.clone().into_owned(), overlay),
            None => data::quiz(&file),
        };
        let problems = match read {
            Ok(quiz) => return Some(PreviewQuiz { quiz: Rc::new(quiz), without }),
            Err(problems) => problems,
        };
        let mut broken: Vec<(String, usize)> = problems.iter().filter_map(entry).collect();
        broken.sort();
        broken.dedup();
        if broken.is_empty() {
            return None;
        }
        for (list, index) in broken.into_iter().rev() {
            take_out(file.to_mut(), &list, index);
            without.push(Path(vec![Step::Field(list.into()), Step::Entry(index)]));
        }
    }
    None
}

/// The entry of the file's own list that a problem is in.
fn entry(problem: &Problem) -> Option<(String, usize)> {
    match &problem.path.0[..] {
        [Step::Field(list), Step::Entry(index), ..] => Some((list.clone().into_owned(), *index)),
        _ => None,
    }
}

fn take_out(file: &mut Node, list: &str, index: usize) {
    let Node::Object(fields) = file else { return };
    for (_, value) in fields.iter_mut().filter(|(name, _)| name == list) {
        if let Node::List(entries) = value
            && index < entries.len()
        {
            entries.remove(index);
        }
    }
}
