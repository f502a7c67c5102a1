use std::collections::HashSet;

use maud::{Markup, html};
use proof::Example;
use quiz::Quiz;

use super::Content;
use super::element::counted;
use super::names::{called, entries, spaced};

/// The most answers that an example names.
const MOST: usize = 16;

/// An answered question of an example.
pub(super) struct Answered<'n> {
    pub(super) id: &'n str,
    pub(super) title: String,
    pub(super) picks: Vec<(String, &'n str)>,
}

/// The questions of an example with what is picked.
pub(super) fn answered<'n>(
    content: &Content<'n>,
    quiz: &Quiz,
    example: &Example,
) -> Vec<Answered<'n>> {
    let answers = example.answers(quiz);
    let questions = content.names.list("questions").iter().enumerate();
    let answered = questions.filter_map(|(index, question)| {
        let choices = entries(question, "choices");
        let picks = answers.of(index).iter().filter_map(|at| choices.get(at));
        let picks: Vec<_> =
            picks.map(|it| (called(it), it.text("id").unwrap_or_default())).collect();
        let id = question.text("id").unwrap_or_default();
        (!picks.is_empty()).then(|| Answered { id, title: called(question), picks })
    });
    answered.collect()
}

/// An example in one line; the picks that are spoken of stand out.
pub(super) fn line(walk: &[Answered<'_>], spoken: &[&str]) -> Markup {
    let spoken: HashSet<&str> = spoken.iter().copied().collect();
    let (told, rest) = walk.split_at(walk.len().min(MOST));
    html! {
        @for (index, answered) in told.iter().enumerate() {
            @if index > 0 { "; " }
            (spaced(answered.id)) ": "
            @for (index, (label, id)) in answered.picks.iter().enumerate() {
                @if index > 0 { ", " }
                @if spoken.contains(format!("{}.{id}", answered.id).as_str()) {
                    strong { (label) }
                } @else { (label) }
            }
        }
        @if !rest.is_empty() { "; and " (counted(rest.len(), "further answer")) }
        "."
    }
}

/// An example as a list, a question each.
pub(super) fn steps(walk: &[Answered<'_>]) -> Markup {
    let (told, rest) = walk.split_at(walk.len().min(MOST));
    html! {
        ol {
            @for answered in told {
                li {
                    (answered.title) " "
                    strong {
                        @for (index, (label, _)) in answered.picks.iter().enumerate() {
                            @if index > 0 { ", " }
                            (label)
                        }
                    }
                }
            }
        }
        @if !rest.is_empty() { p { "And " (counted(rest.len(), "further question")) "." } }
    }
}
