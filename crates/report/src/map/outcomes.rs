use data::Node;
use maud::{Markup, html};

use super::super::Content;
use super::super::names::called;
use super::super::rule::condition;
use super::boxes::Lines;
use super::{BOX, WIDTH};

/// The most outcomes of a kind that are drawn.
const MOST: usize = 40;

/// Endings, then the result with its cautions by level.
pub(super) fn outcomes(content: &Content<'_>) -> Markup {
    let of_level = |level: &str| -> Vec<&Node> {
        let all = content.names.list("cautions").iter();
        all.filter(|caution| caution.text("level") == Some(level)).collect()
    };
    let groups = [
        ("Ends before the result", "ends", content.names.list("endings").iter().collect()),
        ("Result with a hold: do not treat now", "hold", of_level("hold")),
        ("Result with something to ask before booking", "ask", of_level("ask")),
        ("Result with something to tell the provider", "tell", of_level("tell")),
    ];
    html! {
        @for (name, kind, items) in groups.iter().filter(|(_, _, items)| !items.is_empty()) {
            (head(name, kind))
            @for item in items.iter().take(MOST) { (outcome(content, item, kind)) }
            @if items.len() > MOST { (head(&format!("and {} more", items.len() - MOST), kind)) }
        }
        (head("Result without a caution: everybody else", "free"))
    }
}

fn head(name: &str, kind: &str) -> Markup {
    html! {
        svg width=(WIDTH) height="40" viewBox={ "0 0 " (WIDTH) " 40" } {
            rect class={ "chip " (kind) } x="1" y="10" width=(BOX - 2) height="26" rx="5" {}
            text class={ "band " (kind) } x="14" y="28" { (name) }
        }
    }
}

fn outcome(content: &Content<'_>, item: &Node, kind: &str) -> Markup {
    let mut lines = Lines::below(2);
    lines.add(&called(item), 24, BOX - 40, "choice strong");
    lines.add(&condition(&content.names, item).to_string(), 24, BOX - 40, "when");
    let high = lines.bottom + 9;
    html! {
        svg width=(WIDTH) height=(high) viewBox={ "0 0 " (WIDTH) " " (high) } lang=(content.names.language()) {
            rect class={ "stripe " (kind) } x="6" y="3" width="5" height=(high - 5) {}
            (lines.draw())
        }
    }
}
