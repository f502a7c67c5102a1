/// The letters of the bytes from 128 in each encoding, as the Encoding Standard has them; U+FFFD for a byte that is
/// no letter. A line with its name stands before each.
const UPPER_HALVES: &str = include_str!("upper_halves.txt");

/// An encoding with one byte for each letter, the first half of them ASCII.
///
/// A library for all encodings would bring those of East Asia along, some 200 KB of tables that nobody needs here.
#[derive(Clone, Debug)]
pub(super) struct Encoding {
    name: &'static str,
    upper: Vec<char>,
}

impl Encoding {
    /// The encoding of a name of the Encoding Standard, if it is among those for spreadsheets.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::all().find(|encoding| encoding.name == name)
    }

    fn all() -> impl Iterator<Item = Self> {
        let mut lines = UPPER_HALVES.lines();
        std::iter::from_fn(move || {
            Some(Self { name: lines.next()?, upper: lines.next()?.chars().collect() })
        })
    }

    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    /// The text of these bytes, with U+FFFD for each that is no letter.
    pub(super) fn decoded(&self, bytes: &[u8]) -> String {
        let letter = |&byte: &u8| match byte {
            0..128 => char::from(byte),
            128.. => self.upper.get(usize::from(byte - 128)).copied().unwrap_or('\u{fffd}'),
        };
        bytes.iter().map(letter).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_that_of_the_standard() {
        let bytes: Vec<u8> = (0..=255).collect();
        let mut count = 0;
        for encoding in Encoding::all() {
            let standard = encoding_rs::Encoding::for_label(encoding.name.as_bytes());
            let standard = standard.expect("a name of the standard");
            let (expected, _) = standard.decode_without_bom_handling(&bytes);
            let expected = expected.replace(|c: char| matches!(c, '\u{80}'..='\u{9f}'), "\u{fffd}");
            assert_eq!(encoding.decoded(&bytes), expected, "{}", encoding.name);
            count += 1;
        }
        assert_eq!(count, 10);
    }
}
