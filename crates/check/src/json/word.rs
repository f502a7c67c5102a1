use super::{Kind, Reader, syntax_error};

pub(super) fn starts(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '_' | '$')
}

fn goes_on(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '-')
}

impl Reader<'_> {
    /// `true`, `false` or `null`, or what somebody wrote for it; else a text without its quotes.
    pub(super) fn word(&mut self) -> Kind {
        let from = self.at.position();
        self.at.skip_while(goes_on);
        let (word, to) = (self.at.since(from), self.at.position());
        let (meant, kind) = match word.to_lowercase().as_str() {
            "true" | "yes" | "on" => ("true", Kind::Flag(true)),
            "false" | "no" | "off" => ("false", Kind::Flag(false)),
            "null" | "none" | "nil" | "undefined" | "nan" => ("null", Kind::Null),
            _ => {
                let quoted = format!("\"{word}\"");
                self.error_with(syntax_error::UNQUOTED, from..to, (from, to, &quoted));
                return Kind::Text(word.to_owned());
            }
        };
        if word != meant {
            self.error_with(syntax_error::WORD, from..to, (from, to, meant));
        }
        kind
    }

    /// A name without its quotes.
    pub(super) fn name(&mut self) -> String {
        let from = self.at.position();
        self.at.skip_while(goes_on);
        if self.at.position() == from {
            self.at.bump();
        }
        let (word, to) = (self.at.since(from).to_owned(), self.at.position());
        let quoted = format!("\"{word}\"");
        self.error_with(syntax_error::UNQUOTED, from..to, (from, to, &quoted));
        word
    }
}
