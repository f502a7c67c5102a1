use std::collections::BTreeSet;

use data::Node;
use maud::{Markup, html};

use super::super::names::Names;
use super::super::rule::mentioned;
use super::{BOX, WIDTH};

/// From one lane to the next.
const APART: u32 = 15;

/// Arrows from choices to the questions that depend on them, each in a lane beside the boxes.
pub(super) struct Arrows {
    all: Vec<Arrow>,
    /// How many found no lane.
    pub(super) left_out: usize,
}

struct Arrow {
    /// Question and choice.
    from: BTreeSet<(usize, usize)>,
    to: usize,
    lane: u32,
}

impl Arrows {
    pub(super) fn new(names: &Names<'_>, questions: &[Node]) -> Self {
        let lanes = (WIDTH - BOX) / APART - 1;
        let mut arrows = Self { all: Vec::new(), left_out: 0 };
        for (to, question) in questions.iter().enumerate() {
            let mut picks = Vec::new();
            question.get("when").into_iter().for_each(|when| mentioned(when, &mut picks));
            let from: BTreeSet<_> = picks.iter().filter_map(|it| names.indices(it)).collect();
            let Some(first) = from.first().map(|(question, _)| *question) else { continue };
            let taken: BTreeSet<u32> =
                arrows.all.iter().filter(|it| it.to >= first).map(|it| it.lane).collect();
            match (1..=lanes).find(|lane| !taken.contains(lane)) {
                Some(lane) => arrows.all.push(Arrow { from, to, lane }),
                None => arrows.left_out += 1,
            }
        }
        arrows
    }

    /// What passes beside the box of one question: its height, the middle of its head, and the
    /// middle of each choice.
    pub(super) fn beside(&self, question: usize, height: u32, head: u32, rows: &[u32]) -> Markup {
        html! {
            @for arrow in self.all.iter().filter(|it| it.covers(question)) {
                @let x = BOX + arrow.lane * APART;
                @for y in arrow.starts(question, rows) {
                    path.arrow d={ "M" (BOX - 8) " " (y) "H" (x) } {}
                    circle.dot cx=(BOX - 8) cy=(y) r="3" {}
                }
                @if arrow.to == question {
                    path.arrow d={ "M" (x) " 0V" (head) "H" (BOX + 7) } {}
                    path.head d={ "M" (BOX + 1) " " (head) "l9 -4v8z" } {}
                } @else {
                    path.arrow d={ "M" (x) " " (arrow.top(question, rows)) "V" (height) } {}
                }
            }
        }
    }
}

impl Arrow {
    fn covers(&self, question: usize) -> bool {
        self.from.first().is_some_and(|(first, _)| *first <= question) && question <= self.to
    }

    fn starts(&self, question: usize, rows: &[u32]) -> Vec<u32> {
        let mine = self.from.iter().filter(|(from, _)| *from == question);
        mine.filter_map(|(_, choice)| rows.get(*choice).or(rows.last()).copied()).collect()
    }

    fn top(&self, question: usize, rows: &[u32]) -> u32 {
        let is_first = self.from.first().is_some_and(|(first, _)| *first == question);
        if is_first { self.starts(question, rows).into_iter().min().unwrap_or(0) } else { 0 }
    }
}
