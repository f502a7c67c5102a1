use std::fmt;

use maud::{Markup, Render, html};

/// Words about a quiz, in which its own names stand out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sentence(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Plain(String),
    Name(String),
}

impl Sentence {
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self(vec![Piece::Plain(text.into())])
    }

    pub(super) fn name(text: impl Into<String>) -> Self {
        Self(vec![Piece::Name(text.into())])
    }

    #[must_use]
    pub(super) fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Sentences with words between them; others before the last one.
    pub(super) fn listed(all: Vec<Self>, between: &str, before_last: &str) -> Self {
        let last = all.len().saturating_sub(1);
        let mut joined = Self::default();
        for (index, one) in all.into_iter().enumerate() {
            let link = if index == last { before_last } else { between };
            if index > 0 {
                joined = joined.and(Self::plain(link));
            }
            joined = joined.and(one);
        }
        joined
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| match piece {
            Piece::Plain(text) => f.write_str(text),
            Piece::Name(text) => write!(f, "“{text}”"),
        })
    }
}

impl Render for Sentence {
    fn render(&self) -> Markup {
        html! {
            @for piece in &self.0 {
                @match piece {
                    Piece::Plain(text) => (text),
                    Piece::Name(text) => em { (text) },
                }
            }
        }
    }
}
