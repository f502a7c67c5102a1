use std::iter::Peekable;
use std::ops::Range;
use std::str::Chars;

/// A text as wording rules look at it: signs that nobody sees are gone, and spaces, hyphens and
/// apostrophes of every kind are the plain ones.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_unseen(*c)) {
        match c {
            c if c.is_whitespace() && plain.ends_with(' ') => {}
            c => plain.push(common(c)),
        }
    }
    plain
}

/// A plain text in lower case whose letters have no accents and no vowel marks, for people leave
/// them out: every pattern is looked for in one, and is written alike before.
#[derive(Debug)]
pub(crate) struct Folded<'t> {
    of: &'t str,
    pub(crate) text: String,
    /// Where each byte comes from.
    from: Vec<usize>,
}

impl<'t> Folded<'t> {
    pub(crate) fn new(of: &'t str) -> Self {
        let mut folded = Self { of, text: String::with_capacity(of.len()), from: Vec::new() };
        for (at, c) in of.char_indices().filter(|(_, c)| !is_unseen(*c)) {
            if c.is_whitespace() && folded.text.ends_with(' ') {
                continue;
            }
            if let Some(c) = letter(common(c)) {
                folded.text.push(c);
                folded.from.resize(folded.text.len(), at);
            }
        }
        folded.from.push(of.len());
        folded
    }

    /// The words of a part, as somebody wrote them.
    pub(super) fn words(&self, part: Range<usize>) -> String {
        plain(&self.of[self.from[part.start]..self.from[part.end]]).trim().to_owned()
    }
}

/// A pattern for folded texts. What may follow a mark that is gone goes with it.
pub(super) fn folded(pattern: &str) -> String {
    let mut folded = String::with_capacity(pattern.len());
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        match letter(if c == '\u{2019}' { '\'' } else { c }) {
            Some('\\') => {
                folded.push('\\');
                folded.push_str(&escaped(&mut chars));
            }
            Some(c) => folded.push(c),
            None => while chars.next_if(|next| matches!(next, '?' | '*' | '+')).is_some() {},
        }
    }
    folded
}

/// What follows a backslash, as it is: `B` is not `b`, nor `p{Lu}` `p{lu}`.
fn escaped(chars: &mut Peekable<Chars<'_>>) -> String {
    let Some(first) = chars.next() else { return String::new() };
    let mut escaped = String::from(first);
    if matches!(first, 'p' | 'P') && chars.peek() == Some(&'{') {
        while let Some(c) = chars.next_if(|c| *c != '}') {
            escaped.push(c);
        }
    }
    escaped
}

fn common(c: char) -> char {
    match c {
        c if c.is_whitespace() => ' ',
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
        c => c,
    }
}

/// A small letter without its accent, a digit as in English; nothing for a mark of its own.
fn letter(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    let mut small = c.to_lowercase();
    let c = small.next().filter(|_| small.next().is_none()).unwrap_or(c);
    Some(match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        '«' | '»' | '“' | '”' | '„' => '"',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' | 'ی' => 'ي',
        'ؤ' => 'و',
        'ة' => 'ه',
        'ک' => 'ك',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        // Combining accents, tatweel, vowel marks.
        '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | 'ـ' | '\u{64b}'..='\u{65f}' | '\u{670}' => {
            return None;
        }
        c => c,
    })
}

fn digit(c: char, zero: char) -> char {
    char::from(b'0' + (u32::from(c) - u32::from(zero)) as u8)
}

/// Soft hyphens, joiners, marks of direction and the like.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{Folded, folded};

    #[test]
    fn accents_and_vowel_marks_are_gone_and_the_words_are_those_of_the_text() {
        let text = "¿Perma\u{ad}nente?  Garantía «única»";
        let plain = Folded::new(text);
        assert_eq!(plain.text, "¿permanente? garantia \"unica\"");
        let at = plain.text.find("garantia").expect("it is there");
        assert_eq!(plain.words(at..at + 8), "Garantía");
        assert_eq!(plain.words(2..12), "Permanente");
        assert_eq!(Folded::new("آمِنٌ ١٠٠٪ مضمونة").text, "امن 100٪ مضمونه");
    }

    #[test]
    fn a_pattern_is_folded_alike() {
        assert_eq!(folded("garantías?"), "garantias?");
        assert_eq!(folded("يحسّ?ن"), "يحسن");
        assert_eq!(folded("Don[’']t"), "don['']t");
        assert_eq!(folded(r"\W\p{Lu}\BÁ"), r"\W\p{Lu}\Ba");
    }
}
