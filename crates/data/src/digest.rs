//! What a review covers, as a number: a signature holds for the words, figures, rules and sources that
//! it was given for, and for no others ([ADR 18](../../../docs/adr/0018-a-review-holds-for-its-content.md)).

use std::fmt;

use super::{Node, TRANSLATED_FROM};

/// Which part of a file a value belongs to.
#[derive(Clone, Copy)]
enum Part {
    File,
    Clinic,
    Content,
}

impl Part {
    /// The fields that no review is of. `checked` and `version` are days that staff write; the clinic's
    /// name and links are its own affair, its labels are words like any other.
    fn uncovered(self) -> &'static [&'static str] {
        match self {
            Self::File => &[
                "$schema",
                "format",
                "version",
                "checked",
                "reviewed",
                "languages",
                TRANSLATED_FROM,
            ],
            Self::Clinic => &["name", "link"],
            Self::Content => &["picture", "swatch"],
        }
    }

    /// What a field of it belongs to.
    fn below(self, field: &str) -> Self {
        match self {
            Self::File if field == "clinic" => Self::Clinic,
            Self::File => Self::Content,
            _ => self,
        }
    }
}

/// FNV-1a of 64 bits, with a last step that spreads each bit over all of them.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// A digest of what a review covers. It tells one content from another; it is no proof of who signed,
/// for anybody can compute it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(u64);

impl Digest {
    /// That of a quiz file. The order of fields, and whether an empty one is written or left out, make no
    /// difference.
    pub fn of_quiz(file: &Node) -> Self {
        Self(content(file, Part::File))
    }

    /// That of a translation, which is read beside the quiz it belongs to: a change of either ends it.
    pub fn of_translation(quiz: Self, file: &Node) -> Self {
        Self(spread(quiz.0 ^ content(file, Part::File)))
    }

    /// Whether this is how it is written: 16 hexadecimal digits.
    pub fn is(self, written: &str) -> bool {
        written.as_bytes() == self.digits()
    }

    fn digits(self) -> [u8; 16] {
        let mut digits = [0; 16];
        for (at, digit) in digits.iter_mut().enumerate() {
            *digit = b"0123456789abcdef"[(self.0 >> (60 - 4 * at) & 15) as usize];
        }
        digits
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// A digest of one text, by which a translation knows the text that it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextDigest(Digest);

impl TextDigest {
    /// That of a text.
    pub fn of(text: &str) -> Self {
        Self(Digest(bytes(BASIS, text.as_bytes())))
    }

    /// Whether this is how it is written: 8 hexadecimal digits.
    pub fn is(self, written: &str) -> bool {
        written.as_bytes() == &self.0.digits()[..8]
    }
}

impl fmt::Display for TextDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0.0 >> 32)
    }
}

/// The digest of what is covered of a value. What is left out of a file means the same as null, false or
/// an empty list, and counts as nothing.
fn content(node: &Node, part: Part) -> u64 {
    match node {
        Node::Text(text) | Node::Untranslated(text) => bytes(BASIS, text.as_bytes()),
        Node::Number(number) => bytes(BASIS + 1, &number.to_le_bytes()),
        Node::OtherNumber => 1,
        Node::Flag(flag) => u64::from(*flag),
        Node::Null => 0,
        Node::List(entries) => entries.iter().fold(entries.len() as u64, |all, entry| {
            spread(all.wrapping_mul(PRIME) ^ content(entry, part))
        }),
        Node::Object(fields) => {
            let covered = fields.iter().filter(|(name, _)| !part.uncovered().contains(&&**name));
            covered.fold(0, |all, (name, value)| match content(value, part.below(name)) {
                0 => all,
                value => all.wrapping_add(spread(bytes(value, name.as_bytes()))),
            })
        }
    }
}

fn bytes(from: u64, bytes: &[u8]) -> u64 {
    spread(bytes.iter().fold(from, |all, byte| (all ^ u64::from(*byte)).wrapping_mul(PRIME)))
}

fn spread(bits: u64) -> u64 {
    let bits = (bits ^ bits >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bits ^ bits >> 29
}
