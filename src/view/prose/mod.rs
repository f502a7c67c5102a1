use yew::{Html, html};

use super::attr;
use crate::quiz::{Piece, Prose};

/// A text whose figures carry the name a test traces them by.
pub(super) fn prose(prose: &Prose) -> Html {
    html! {
        for piece in prose.pieces() {
            if let Piece::Figure(figure) = piece {
                <span data-figure={attr(&figure.name)}>{ attr(&figure.text) }</span>
            } else if let Piece::Words(words) = piece {
                { attr(words) }
            }
        }
    }
}
