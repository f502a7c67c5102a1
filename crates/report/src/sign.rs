use maud::{Markup, html};

use super::Content;
use super::element::section as framed;

/// What the clinician or manager fills in on paper.
pub(super) fn section(content: &Content<'_>) -> Markup {
    framed(
        "sign",
        "Sign-off",
        &html! {
            div.sign {
                p {
                    "I have read this report of version " strong { (content.names.text("version")) }
                    " of the quiz “" (content.names.title()) "”. Its words, figures, sources and cautions may be shown to visitors:"
                }
                ul.boxes { li { "as they are" } li { "after the changes I marked" } li { "not yet" } }
                dl.lines {
                    @for name in ["Name", "Role", "Date", "Signature"] { div { dt { (name) } dd { "" } } }
                }
                p.small { "Then sign the quiz off in the studio, or with check sign: it counts for this content alone." }
            }
        },
    )
}
