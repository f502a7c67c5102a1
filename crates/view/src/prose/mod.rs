use quiz::{Figure, Piece, Prose, Words};
use yew::{Html, html};

use super::{View, attr};

impl View<'_> {
    /// A text of the quiz. One that is not translated says which language it is in, for screen
    /// readers, and has its own direction.
    pub(super) fn words(&self, words: &Words) -> Html {
        self.marked(attr(words.as_str()).into(), words.is_untranslated())
    }

    /// A text whose figures carry the name a test traces them by.
    pub(super) fn prose(&self, prose: &Prose) -> Html {
        let untranslated = prose.is_untranslated();
        let pieces = html! {
            for piece in prose.pieces() {
                if let Piece::Figure(figure) = piece {
                    { self.figure(figure, untranslated) }
                } else if let Piece::Words(words) = piece {
                    { attr(words) }
                }
            }
        };
        self.marked(pieces, untranslated)
    }

    fn figure(&self, figure: &Figure, within_untranslated: bool) -> Html {
        let language = match (within_untranslated, figure.text.is_untranslated()) {
            (false, true) => Some(attr(&self.quiz.language)),
            (true, false) => Some(attr(self.quiz.shown_language())),
            _ => None,
        };
        html! { <bdi data-figure={attr(&figure.name)} lang={language}>{ attr(figure.text.as_str()) }</bdi> }
    }

    /// Something that says which language it is in where that is not the one shown.
    pub(super) fn marked(&self, html: Html, untranslated: bool) -> Html {
        if untranslated {
            html! { <span lang={attr(&self.quiz.language)} dir="auto">{ html }</span> }
        } else {
            html
        }
    }
}
