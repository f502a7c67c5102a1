use data::Node;
use maud::{Markup, html};
use proof::Reach;
use quiz::{Item, List};

use super::Content;
use super::element::{section as framed, table};
use super::names::called;
use super::rule::condition;

/// Each hold and each ending, with who meets it.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let holds = content.names.list("cautions").iter().enumerate();
    let holds: Vec<_> =
        holds.filter(|(_, caution)| caution.text("level") == Some("hold")).collect();
    let endings: Vec<_> = content.names.list("endings").iter().enumerate().collect();
    framed(
        "holds",
        "Who is held, and whom the quiz turns away",
        &html! {
            p {
                "A hold takes every invitation to book off the result; an ending stops the quiz. "
                a href="#seen" { "Who sees what" } " says the same of everything else."
            }
            @if holds.is_empty() && endings.is_empty() {
                p.note { strong { "Nobody." } " This quiz has no hold and no ending: whatever is answered, it invites to book." }
            } @else {
                (table("Holds and endings", &["Kind", "What", "Who meets it"], &html! {
                    @for (index, item) in holds { (row(content, List::Cautions.item(index), item)) }
                    @for (index, item) in endings { (row(content, List::Endings.item(index), item)) }
                }))
            }
        },
    )
}

fn row(content: &Content<'_>, item: Item, node: &Node) -> Markup {
    let kind = if item.list == List::Endings { "ends" } else { "hold" };
    let reach = content.proved.as_ref().and_then(|(_, proof)| {
        proof.items.iter().find(|(other, _)| *other == item).map(|(_, reach)| reach)
    });
    html! {
        tr {
            td { span class={ "tag " (kind) } { (kind) } }
            th scope="row" { (called(node)) }
            td {
                @match reach {
                    Some(Reach::Never) => { strong { "Nobody" } ": its rule is “" (condition(&content.names, node)) "”." }
                    Some(Reach::Reached(_)) => (condition(&content.names, node)),
                    Some(Reach::Undecided) | None => { (condition(&content.names, node)) " (whether anybody meets it is not decided)" }
                }
            }
        }
    }
}
