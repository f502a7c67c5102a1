use std::rc::Rc;

use browser::studio::frame::Frame;
use data::{Node, Path, Step};
use editor::{Previewed, Target, answers_for, overlay_name, previewed, target};
use quiz::{Answers, Walk};
use text::Text;

use super::desk::Desk;
use super::preview::Shown;

/// What the preview was led to, with the rules and the answers it had then: with others another way may lead there.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Visited {
    target: Target,
    rules: [Option<Node>; 2],
    /// Of the made-up visitor who is shown instead.
    persona: Option<Answers>,
}

/// What the preview is to show; nothing where the file leaves no quiz.
pub(super) fn shown(
    desk: &mut Desk,
    frame: Frame,
    visit: u32,
    visited: Option<&Visited>,
) -> Option<(Shown, Visited)> {
    let language = desk.language.clone();
    let text: Rc<Text> = desk.words(&language)?;
    let own = desk.draft.quiz().node().text("language") == Some(&language);
    let overlay = overlay_name(desk.draft.quiz().name(), &language);
    let overlay = if own { None } else { desk.node(&overlay) };
    let Previewed { quiz, without } = previewed(desk.draft.quiz(), overlay)?;
    let wanted =
        Visited { persona: desk.persona_answers(&quiz), ..wanted(desk, &without, visited) };
    let (answers, at) = match &wanted.persona {
        Some(answers) => (answers.clone(), Walk::new(&quiz, answers).last()),
        None => answers_for(&quiz, wanted.target),
    };
    let visit = if visited == Some(&wanted) { visit } else { visit + 1 };
    let dark = desk.is_dark();
    frame.look(quiz.shown_language(), text.is_rtl(), dark);
    desk.website.dress(&frame, dark);
    Some((Shown { quiz, text, visit, answers, at, frame }, wanted))
}

/// What is edited, as far as it can be shown; else what was shown before.
fn wanted(desk: &Desk, without: &[Path], visited: Option<&Visited>) -> Visited {
    let before = || {
        visited.cloned().unwrap_or(Visited {
            target: Target::Start,
            rules: [None, None],
            persona: None,
        })
    };
    let Some(path) = desk.page.path() else { return before() };
    if without.iter().any(|it| path.0.starts_with(&it.0)) {
        return before();
    }
    let item = desk.draft.quiz().at(&path);
    let rules = ["when", "for"].map(|rule| item.and_then(|item| item.get(rule).cloned()));
    Visited { target: moved_up(target(&path), without), rules, persona: None }
}

/// A target where some things before it are left out.
fn moved_up(target: Target, without: &[Path]) -> Target {
    let before = |list: &str, index: usize| {
        let is_before = |path: &&Path| matches!(&path.0[..], [Step::Field(name), Step::Entry(other)] if name == list && *other < index);
        index - without.iter().filter(is_before).count().min(index)
    };
    match target {
        Target::Question(index) => Target::Question(before("questions", index)),
        Target::Ending(index) => Target::Ending(before("endings", index)),
        Target::Caution(index) => Target::Caution(before("cautions", index)),
        Target::Benefit(index) => Target::Benefit(before("benefits", index)),
        Target::Plan(index) => Target::Plan(before("plans", index)),
        Target::Care(index) => Target::Care(before("care", index)),
        Target::Ask(index) => Target::Ask(before("ask", index)),
        Target::Note(index) => Target::Note(before("notes", index)),
        Target::Start | Target::Result => target,
    }
}
