use data::Node;
use maud::{Markup, html};

use super::super::Content;
use super::super::names::{called, entries};
use super::super::rule::{condition, mentioned};
use super::arrows::Arrows;
use super::wrap::wrap;
use super::{BOX, WIDTH};

/// What a choice can lead to.
pub(super) const TAGS: [&str; 5] = ["ends", "hold", "ask", "tell", "benefit"];

/// The most choices that a box lists.
const MOST: usize = 24;

/// Lines of a box: where each stands and how it looks.
pub(super) struct Lines {
    lines: Vec<(u32, u32, &'static str, String)>,
    pub(super) bottom: u32,
}

impl Lines {
    pub(super) fn below(top: u32) -> Self {
        Self { lines: Vec::new(), bottom: top }
    }

    pub(super) fn add(&mut self, text: &str, x: u32, width: u32, look: &'static str) {
        let (size, high) = if look == "title" { (15, 20) } else { (13, 18) };
        for line in wrap(text, width, size) {
            self.bottom += high;
            self.lines.push((x, self.bottom, look, line));
        }
    }

    pub(super) fn draw(&self) -> Markup {
        html! { @for (x, y, look, line) in &self.lines { text class=(look) x=(x) y=(y) { (line) } } }
    }
}

/// A question with its choices.
pub(super) fn question(
    content: &Content<'_>,
    index: usize,
    question: &Node,
    arrows: &Arrows,
) -> Markup {
    let choices = entries(question, "choices");
    let mut lines = Lines::below(6);
    lines.add(&format!("{}. {}", index + 1, called(question)), 14, BOX - 28, "title");
    let head = 20;
    if question.get("when").is_some() {
        let when = condition(&content.names, question).to_string();
        lines.add(&format!("Asked {when}"), 14, BOX - 28, "when");
    }
    lines.bottom += 4;
    let (mut rows, mut tags) = (Vec::new(), Vec::new());
    for choice in choices.iter().take(MOST) {
        let kinds = kinds(content, question, choice);
        let room: u32 = kinds.iter().map(|kind| wide(kind)).sum();
        rows.push(lines.bottom + 13);
        tags.push((lines.bottom + 5, kinds));
        lines.add(&called(choice), 34, BOX - 60 - room, "choice");
    }
    if choices.len() > MOST {
        lines.add(&format!("and {} more", choices.len() - MOST), 34, BOX - 60, "when");
    }
    let high = lines.bottom + 12;
    let round = question.text("kind") != Some("many");
    html! {
        svg width=(WIDTH) height=(high + 18) viewBox={ "0 0 " (WIDTH) " " (high + 18) } lang=(content.names.language()) {
            rect.box x="1" y="1" width=(BOX - 2) height=(high - 2) rx="6" {}
            path.flow d={ "M24 " (high) "v11" } {}
            path.flow-head d={ "M24 " (high + 17) "l-4.5 -8h9z" } {}
            (lines.draw())
            @for y in &rows {
                @if round { circle.mark cx="22" cy=(y) r="4.5" {} }
                @else { rect.mark x="17.5" y=(y - 5) width="9" height="9" rx="2" {} }
            }
            @for (y, kinds) in &tags { (draw_tags(*y, kinds)) }
            (arrows.beside(index, high + 18, head, &rows))
        }
    }
}

fn wide(kind: &str) -> u32 {
    14 + 7 * u32::try_from(kind.len()).unwrap_or(0)
}

fn draw_tags(y: u32, kinds: &[&str]) -> Markup {
    let mut right = BOX - 18;
    let placed: Vec<(u32, &str)> = kinds
        .iter()
        .rev()
        .map(|kind| {
            right -= wide(kind);
            (right, *kind)
        })
        .collect();
    html! {
        @for (x, kind) in placed {
            rect class={ "chip " (kind) } x=(x) y=(y) width=(wide(kind) - 4) height="16" rx="8" {}
            text class={ "chip-text " (kind) } x=(x + (wide(kind) - 4) / 2) y=(y + 12) { (kind) }
        }
    }
}

fn id(node: &Node) -> &str {
    node.text("id").unwrap_or_default()
}

/// What the rules that look at a choice lead to.
fn kinds(content: &Content<'_>, question: &Node, choice: &Node) -> Vec<&'static str> {
    let reference = format!("{}.{}", id(question), id(choice));
    let speaks = |item: &Node, field: &str| {
        let mut picks = Vec::new();
        item.get(field).into_iter().for_each(|rule| mentioned(rule, &mut picks));
        picks.contains(&reference.as_str())
    };
    let caution = |level: &str| {
        let mut of_level =
            content.names.list("cautions").iter().filter(|it| it.text("level") == Some(level));
        of_level.any(|it| speaks(it, "when"))
    };
    let leads = |kind: &&str| match *kind {
        "ends" => content.names.list("endings").iter().any(|it| speaks(it, "when")),
        "benefit" => content.names.list("benefits").iter().any(|it| speaks(it, "for")),
        level => caution(level),
    };
    TAGS.into_iter().filter(leads).collect()
}
