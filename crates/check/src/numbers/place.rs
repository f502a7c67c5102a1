use super::super::texts::Text;

/// What a number in a text can be, by where the text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A caution, a benefit, a plan, care or a note: every number is a figure.
    Item,
    /// The heading of the result, which needs no number.
    Heading,
    /// Start, endings and what buttons say: the clinic speaks, and nothing has a source.
    Start,
    /// A question that visitors bring along.
    Ask,
    /// A question and its hints, which ask for numbers.
    Question,
    /// What a visitor answers, which may be any number.
    Choice,
    /// Words of the interface.
    Interface,
}

impl Place {
    /// Nothing for the words of a figure.
    pub(crate) fn of(text: &Text, is_interface: bool) -> Option<Self> {
        if is_interface {
            return Some(Self::Interface);
        }
        match text.key.split('.').collect::<Vec<_>>()[..] {
            [_, _, "figures", ..] => None,
            ["result"] => Some(Self::Heading),
            ["ask", ..] => Some(Self::Ask),
            ["questions", _, "choices", _, "label" | "short"] => Some(Self::Choice),
            ["questions", ..] => Some(Self::Question),
            ["cautions" | "benefits" | "plans" | "care" | "notes", ..] => Some(Self::Item),
            _ => Some(Self::Start),
        }
    }
}
