use std::ops::Range;

/// A word, a number or a sign of a text.
#[derive(Debug)]
pub(super) struct Token<'t> {
    pub(super) raw: &'t str,
    /// In small letters, without marks on Arabic letters.
    pub(super) word: String,
    pub(super) span: Range<usize>,
    pub(super) kind: Kind,
    /// Whether nothing stands between it and what is before.
    pub(super) is_glued: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Digits,
    Word,
    /// What stands in braces.
    Figure,
    /// The end of a sentence, and whether it asks.
    End {
        asks: bool,
    },
    Sign(char),
}

impl Token<'_> {
    pub(super) fn is_end(&self) -> bool {
        matches!(self.kind, Kind::End { .. })
    }

    pub(super) fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    /// The value of its digits, as far as it is whole.
    pub(super) fn value(&self) -> Option<f64> {
        (self.kind == Kind::Digits).then_some(())?;
        let plain: String = self.raw.chars().filter_map(plain).collect();
        let is_thousands = |rest: &str| rest.len() == 3;
        match plain.rsplit_once('.') {
            Some((before, after)) if is_thousands(after) && before != "0" => {
                format!("{before}{after}").replace('.', "").parse().ok()
            }
            _ => plain.parse().ok(),
        }
    }
}

/// A digit of any script as ASCII has it, and every mark between digits as a full stop.
fn plain(c: char) -> Option<char> {
    let zero = match c {
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '0'..='9' => '0',
        '.' | ',' | '٫' | '٬' => return Some('.'),
        _ => return None,
    };
    char::from_digit(c as u32 - zero as u32, 10)
}

fn is_digit(c: char) -> bool {
    plain(c).is_some_and(|c| c.is_ascii_digit()) || matches!(c, '¼'..='¾' | '⅐'..='⅞')
}

fn is_letter(c: char) -> bool {
    (c.is_alphabetic() && !is_digit(c)) || is_mark(c) || matches!(c, '²' | '³' | '¹')
}

/// Marks above and below Arabic letters, and the stroke that lengthens them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | 'ـ')
}

pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let (mut tokens, mut at): (Vec<Token<'_>>, usize) = (Vec::new(), 0);
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let (kind, length) = if c == '{' && rest.contains('}') {
            (Kind::Figure, rest.find('}').map_or(1, |end| end + 1))
        } else if is_digit(c) {
            (Kind::Digits, number(rest))
        } else if is_letter(c) {
            let end = |(_, c): &(usize, char)| !is_letter(*c) && !matches!(c, '\'' | '’');
            (Kind::Word, rest.char_indices().find(end).map_or(rest.len(), |(end, _)| end))
        } else {
            (sign(c), c.len_utf8())
        };
        if !c.is_whitespace() && !is_unseen(c) {
            let span = at..at + length;
            let is_glued = tokens.last().is_some_and(|before| before.span.end == at);
            let raw = &text[span.clone()];
            tokens.push(Token { raw, word: plain_word(raw), span, kind, is_glued });
        }
        at += length;
    }
    tokens
}

fn sign(c: char) -> Kind {
    match c {
        '.' | '!' | '…' | ';' | '\n' => Kind::End { asks: false },
        '?' | '؟' => Kind::End { asks: true },
        '٪' | '﹪' | '％' => Kind::Sign('%'),
        c => Kind::Sign(c),
    }
}

/// How long the number at the beginning of a text is, with the marks between its digits.
fn number(rest: &str) -> usize {
    let mut length = 0;
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        let is_between =
            matches!(c, '.' | ',' | '٫' | '٬') && chars.peek().is_some_and(|next| is_digit(*next));
        if !is_digit(c) && !is_between {
            break;
        }
        length += c.len_utf8();
    }
    length
}

fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn plain_word(raw: &str) -> String {
    let letters = raw.chars().filter(|c| !is_mark(*c)).flat_map(char::to_lowercase);
    letters
        .map(|c| match c {
            'أ' | 'إ' | 'آ' => 'ا',
            'ى' => 'ي',
            '’' => '\'',
            c => c,
        })
        .collect()
}
