use super::{Reader, syntax_error};

const SMART: &[char] = &['“', '”', '„', '‟', '«', '»', '＂'];

/// How far behind a quotation mark the one that ends its text is looked for, in bytes.
const MOST_INSIDE: usize = 400;

/// Whether somebody begins a text with it.
pub(super) fn opens(c: char) -> bool {
    matches!(c, '"' | '\'' | '‘' | '`') || SMART.contains(&c)
}

fn closes(opened: char, c: char) -> bool {
    match opened {
        '"' => c == '"',
        '\'' | '`' => c == opened,
        '‘' => c == '’',
        _ => c == '"' || SMART.contains(&c),
    }
}

impl Reader<'_> {
    /// A text in quotes of any kind; the cursor stands on the first.
    pub(super) fn text(&mut self) -> String {
        let from = self.at.position();
        let opened = self.at.peek().unwrap_or('"');
        self.at.bump();
        let (mut text, mut inner) = (String::new(), Vec::new());
        loop {
            match self.at.peek() {
                None | Some('\n') => return self.unclosed_text(from, text, inner.first().copied()),
                Some('\\') => self.escape(&mut text),
                Some(c) if closes(opened, c) => {
                    let at = self.at.position();
                    self.at.bump();
                    if self.at_end_of_value() {
                        self.quotes(opened, from, &inner);
                        return text;
                    }
                    inner.push(at);
                    text.push(c);
                }
                Some(c) if c < ' ' => self.control(c, &mut text),
                Some(_) => {
                    let from = self.at.position();
                    self.at.skip_while(|c| c >= ' ' && c != '\\' && !closes(opened, c));
                    text.push_str(self.at.since(from));
                }
            }
        }
    }

    /// Whether what follows a quotation mark shows that it ends the text.
    fn at_end_of_value(&self) -> bool {
        let rest = self.at.rest().trim_start_matches([' ', '\t', '\r']);
        let Some(next) = rest.chars().next() else { return true };
        if next == ',' {
            return !is_prose(rest[1..].trim_start_matches([' ', '\t', '\r']));
        }
        !(next.is_alphanumeric() || matches!(next, '.' | '!' | '?' | '('))
            || self.at.rest().starts_with(char::is_whitespace) && !self.quote_follows()
    }

    /// Whether another quotation mark, after mere words, ends the text on the same line.
    fn quote_follows(&self) -> bool {
        let line = self.at.rest().split('\n').next().unwrap_or_default();
        let line = &line[..line.floor_char_boundary(MOST_INSIDE)];
        let Some((words, after)) = line.split_once('"') else { return false };
        let after = after.trim_start();
        !words.contains([':', '{', '['])
            && (after.is_empty()
                || after.starts_with(|c: char| matches!(c, ',' | '}' | ']') || c.is_alphanumeric()))
    }

    fn quotes(&mut self, opened: char, from: usize, inner: &[usize]) {
        let to = self.at.position();
        for &at in inner.iter().filter(|_| opened == '"') {
            self.error_with(syntax_error::QUOTE_INSIDE, at..at + 1, (at, at, "\\"));
        }
        if opened != '"' {
            let kind = if matches!(opened, '\'' | '`') {
                syntax_error::SINGLE_QUOTES
            } else {
                syntax_error::SMART_QUOTES
            };
            let written = self.at.since(from);
            let last = written.chars().next_back().map_or(0, char::len_utf8);
            let inside = &written[opened.len_utf8()..written.len() - last];
            let quoted = format!("\"{}\"", inside.replace('"', "\\\""));
            self.error_with(kind, from..to, (from, to, &quoted));
        }
    }

    /// The line ended; a comma at its end was meant to stand behind the text.
    fn unclosed_text(&mut self, from: usize, mut text: String, inner: Option<usize>) -> String {
        let to = self.at.position();
        let written = self.at.since(from).trim_end();
        let end = from + written.trim_end_matches([',', '}', ']']).trim_end().len();
        let kind =
            if inner.is_some() { syntax_error::QUOTE_INSIDE } else { syntax_error::TEXT_UNCLOSED };
        let span = inner.map_or(from..end.max(from + 1), |inner| inner..inner + 1);
        self.error(kind, span);
        let mut length = text.len().saturating_sub(to - end);
        while !text.is_char_boundary(length) {
            length -= 1;
        }
        text.truncate(length);
        self.at.back_to(end);
        text
    }

    fn control(&mut self, c: char, text: &mut String) {
        let from = self.at.position();
        self.at.bump();
        let written = match c {
            '\t' => "\\t".to_owned(),
            '\r' => String::new(),
            c => format!("\\u{:04x}", c as u32),
        };
        if c != '\r' || !self.at.rest().starts_with('\n') {
            self.error_with(syntax_error::CONTROL, from..from + 1, (from, from + 1, &written));
        }
        text.push(c);
    }

    fn escape(&mut self, text: &mut String) {
        let from = self.at.position();
        self.at.bump();
        let escaped = self.at.peek();
        self.at.bump();
        text.push(match escaped {
            Some(c @ ('"' | '\\' | '/')) => c,
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => match self.code_point() {
                Some(c) => c,
                None => return self.bad_escape(from),
            },
            Some('\n') | None => {
                self.at.back_to(from + 1);
                return self.bad_escape(from);
            }
            Some(c) => {
                self.bad_escape(from);
                c
            }
        });
    }

    fn bad_escape(&mut self, from: usize) {
        self.error_with(syntax_error::ESCAPE, from..self.at.position(), (from, from + 1, "\\\\"));
    }

    fn code_point(&mut self) -> Option<char> {
        let first = self.unit()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        if !self.at.rest().starts_with("\\u") {
            return None;
        }
        self.at.skip(2);
        let second = self.unit()?;
        let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        char::from_u32(0x10000 + ((first - 0xd800) << 10) + low)
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self.at.rest().get(..4)?;
        let unit = digits.bytes().all(|b| b.is_ascii_hexdigit()).then_some(digits)?;
        self.at.skip(4);
        u32::from_str_radix(unit, 16).ok()
    }
}

/// Whether it goes on with a word that is neither a value of JSON nor the name of a field.
fn is_prose(rest: &str) -> bool {
    let word: &str =
        rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    let after = rest[word.len()..].trim_start();
    word.starts_with(char::is_alphabetic)
        && !matches!(word, "true" | "false" | "null")
        && !after.starts_with([':', '='])
}
