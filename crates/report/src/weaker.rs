use check::safety::Weaker;
use maud::{Markup, html};

use super::Content;
use super::element::{counted, section as framed, table};
use super::rule::condition;

/// So many rows fit on the first page.
const MOST: usize = 8;

/// What keeps visitors safe less than in an earlier version, or in other words: to be read before anything else.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let all = &content.weaker;
    if all.is_empty() {
        return html! {};
    }
    let rows = html! {
        @for it in all.iter().take(MOST) {
            tr {
                td { @if it.is_strict { span.tag.error { "safety" } } @else { span.tag.warning { "look" } } }
                th scope="row" { (it.name) }
                td { (it.words) }
                td { (who(content, it)) }
            }
        }
    };
    framed(
        "weaker",
        &format!("{} than before", title(all)),
        &html! {
            p { (counted(all.len(), "finding")) " since the version before. Sign only if each of them is meant." }
            (table("What is weaker", &["Kind", "What", "How", "Whom it concerns"], &rows))
            @if all.len() > MOST { p { strong { "And " (all.len() - MOST) " more" } ": see " a href="#changes" { "every change" } "." } }
        },
    )
}

/// What the section is about: rules, or words alone.
pub(super) fn title(weaker: &[Weaker]) -> &'static str {
    if weaker.iter().all(Weaker::is_of_words) {
        "Safety has other words"
    } else {
        "Safety is weaker"
    }
}

/// An example, or the rule of what it is about.
fn who(content: &Content<'_>, it: &Weaker) -> Markup {
    let item = data::Path(it.path.0.iter().take(2).cloned().collect());
    let item = item.node(content.inputs.node).filter(|item| item.get("when").is_some());
    html! {
        @match (&it.example, item) {
            (Some(example), _) => { "for example " (example) }
            (None, Some(item)) => (condition(&content.names, item)),
            (None, None) => "–",
        }
    }
}
