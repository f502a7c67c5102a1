mod arrows;
mod boxes;
mod outcomes;
mod wrap;

use maud::{Markup, html};

use super::Content;
use super::element::{counted, section as framed};
use arrows::Arrows;

/// The most questions that are drawn.
const MOST: usize = 200;

/// The width of the map, in its own units; a pixel each on a screen.
const WIDTH: u32 = 660;

/// The width of a box.
const BOX: u32 = 500;

/// The flow as a picture: a column of boxes, each an image of its own so that paper can be turned
/// between them.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let questions = content.names.list("questions");
    let drawn = &questions[..questions.len().min(MOST)];
    let arrows = Arrows::new(&content.names, drawn);
    framed(
        "map",
        "The flow as a map",
        &html! {
            p {
                "Questions in the order they are asked. An arrow leads from the choices that a later question depends on. A tag on a choice names what it can lead to: "
                @for kind in boxes::TAGS { span class={ "tag " (kind) } { (kind) } " " }
                ". " a href="#asked" { "The table below" } " says the same in words."
            }
            @if drawn.len() < questions.len() {
                p.note { "The map shows the first " (drawn.len()) " of " (questions.len()) " questions; the table has them all." }
            }
            @if arrows.left_out > 0 {
                p.note { (counted(arrows.left_out, "question")) " without an arrow, for want of room; each says when it is asked." }
            }
            div.scroll role="region" aria-label="Map of the flow" tabindex="0" {
                div.map role="img" aria-label={ "Map of " (counted(drawn.len(), "question")) " and of the outcomes. The next section says the same in a table." } {
                    @for (index, question) in drawn.iter().enumerate() {
                        (boxes::question(content, index, question, &arrows))
                    }
                    (outcomes::outcomes(content))
                }
            }
        },
    )
}
