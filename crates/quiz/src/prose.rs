use super::Words;

/// Text in which every figure stands apart, with its sources.
#[derive(Debug)]
pub struct Prose {
    pieces: Vec<Piece>,
    untranslated: bool,
}

/// A part of a [`Prose`].
#[derive(Debug)]
pub enum Piece {
    /// Words without a figure.
    Words(String),
    /// A figure.
    Figure(Figure),
}

/// A figure in running text.
#[derive(Debug)]
pub struct Figure {
    /// `item.figure`, unique in the file's section.
    pub name: String,
    /// With its unit: "10 to 30 minutes".
    pub text: Words,
    /// Indices into [`super::Quiz::sources`]; at least one.
    pub sources: Vec<usize>,
}

impl Prose {
    /// Text of these parts, in reading order; `untranslated` as for [`is_untranslated`](Self::is_untranslated).
    pub fn new(pieces: Vec<Piece>, untranslated: bool) -> Self {
        Self { pieces, untranslated }
    }

    /// The parts in reading order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Whether its words are in the quiz's own language while another one is shown. Its figures say
    /// so for themselves.
    pub fn is_untranslated(&self) -> bool {
        self.untranslated
    }

    /// The text with its figures, as one string.
    pub fn plain(&self) -> String {
        self.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) => words.as_str(),
                Piece::Figure(figure) => figure.text.as_str(),
            })
            .collect()
    }

    /// The sources of its figures.
    pub fn sources(&self) -> impl Iterator<Item = usize> + '_ {
        self.pieces
            .iter()
            .flat_map(|piece| match piece {
                Piece::Words(_) => &[][..],
                Piece::Figure(figure) => &figure.sources[..],
            })
            .copied()
    }
}
