use std::collections::BTreeMap;

use data::Node;
use maud::{Markup, html};
use proof::Reach;
use quiz::{Item, List, Quiz};

use super::Content;
use super::element::{section as framed, table};
use super::names::called;
use super::rule::{condition, mentioned};
use super::walk::{answered, line};

/// Who sees each thing, with the answers of one who does.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let Some((quiz, proof)) = &content.proved else {
        return framed("seen", "Who sees what", &html! { p { "Not known: the file has errors." } });
    };
    let reached: BTreeMap<Item, &Reach> =
        proof.items.iter().map(|(item, reach)| (*item, reach)).collect();
    framed(
        "seen",
        "Who sees what",
        &html! {
            p { "Each thing with its rule, and the answers of one visitor who sees it; the answers that the rule looks at stand out. What everybody sees has no example." }
            @for (list, name) in List::ALL.map(|list| (list, list.name())) {
                @if !content.names.list(name).is_empty() {
                    h3 { (super::texts::title(name)) }
                    (table(&format!("Who sees: {}", super::texts::title(name)), &["What", "When", "For example with"], &html! {
                        @for (index, item) in content.names.list(name).iter().enumerate() {
                            (row(content, quiz, item, reached.get(&list.item(index)).copied()))
                        }
                    }))
                }
            }
        },
    )
}

fn row(content: &Content<'_>, quiz: &Quiz, item: &Node, reach: Option<&Reach>) -> Markup {
    let mut spoken = Vec::new();
    item.get("for").into_iter().chain(item.get("when")).for_each(|it| mentioned(it, &mut spoken));
    let ruled = item.get("for").is_some() || item.get("when").is_some();
    html! {
        tr {
            th scope="row" { (called(item)) }
            td { (condition(&content.names, item)) }
            td {
                @match reach {
                    Some(Reach::Never) => { strong { "Nobody." } }
                    Some(Reach::Undecided) | None => "Not decided.",
                    Some(Reach::Reached(_)) if !ruled => "Everybody who comes that far.",
                    Some(Reach::Reached(example)) => (line(&answered(content, quiz, example), &spoken)),
                }
            }
        }
    }
}
