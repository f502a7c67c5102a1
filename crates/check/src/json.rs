//! JSON as people write it: read whole, with every syntax error noticed on the way.
//!
//! What a syntax error leaves unclear is read as it was most likely meant, so that the rest of the file is
//! still checked. A text without a syntax error is JSON, and every JSON text is read without one.

mod cursor;
mod number;
mod syntax_error;
mod text;
mod word;

pub(super) use syntax_error::SyntaxError;

use std::collections::HashSet;

use super::tree::{Kind, Member, Value};
use cursor::Cursor;

/// How deeply lists and objects may stand in one another. The format needs less than half of it
/// but for rules, and a rule so deep is nobody's intention.
const DEEPEST: usize = 64;

/// The most entries of a list, fields of an object and values of a file: many times what the largest
/// quiz has.
const MOST_ENTRIES: usize = 5_000;
const MOST_FIELDS: usize = 50_000;
const MOST_VALUES: usize = 500_000;

/// After so many syntax errors the rest is not read: the file is something else than JSON.
const MOST_ERRORS: usize = 100;

/// Reads a text; nothing where it is not clear what belongs to what.
pub(super) fn read(text: &str) -> (Option<Value>, Vec<SyntaxError>) {
    let mut reader = Reader {
        at: Cursor::new(text),
        syntax_errors: Vec::new(),
        open: Vec::new(),
        suspect: None,
        values: 0,
    };
    let value = reader.file();
    let (syntax_errors, clear) = told(text, reader.syntax_errors);
    (value.filter(|_| clear), syntax_errors)
}

/// The syntax errors, and whether it is clear what belongs to what. After one that leaves it unclear, the
/// others most likely only follow from it.
fn told(text: &str, mut syntax_errors: Vec<SyntaxError>) -> (Vec<SyntaxError>, bool) {
    let last = syntax_errors.len().saturating_sub(1);
    let unclear = syntax_errors.iter().enumerate().position(|(index, syntax_error)| {
        syntax_error.kind.is_structural()
            || syntax_error.kind == syntax_error::TEXT_UNCLOSED && index < last
    });
    if let Some(first) = unclear {
        syntax_errors.truncate(first + 1);
    }
    (first_of_each_line(text, syntax_errors), unclear.is_none())
}

/// On one line a syntax error of another kind often follows from the first: it waits for the next check.
fn first_of_each_line(text: &str, syntax_errors: Vec<SyntaxError>) -> Vec<SyntaxError> {
    let mut kept: Vec<SyntaxError> = Vec::new();
    for syntax_error in syntax_errors {
        let follows = kept.last().is_some_and(|before| {
            let (a, b) = (before.span.start, syntax_error.span.start);
            before.kind != syntax_error.kind
                && !text.as_bytes()[a.min(b)..a.max(b)].contains(&b'\n')
        });
        if !follows || syntax_error.kind.is_structural() {
            kept.push(syntax_error);
        }
    }
    kept
}

struct Reader<'t> {
    at: Cursor<'t>,
    syntax_errors: Vec<SyntaxError>,
    /// Where each bracket stands that is not closed yet.
    open: Vec<usize>,
    /// The first bracket whose closing one stands further left or right than it: where brackets do
    /// not add up, it most likely lacks its own.
    suspect: Option<usize>,
    /// How many values were read.
    values: usize,
}

/// What follows a member or an entry.
enum Then {
    Next,
    End,
}

impl Reader<'_> {
    fn file(&mut self) -> Option<Value> {
        if self.at.peek() == Some('\u{feff}') {
            self.at.bump();
        }
        self.space();
        if self.at.ended() {
            self.error(syntax_error::EMPTY, 0..0);
            return None;
        }
        let value = self.value();
        self.space();
        if !self.at.ended() && !self.gave_up() {
            let from = self.at.position();
            let kind = if value.is_some() { syntax_error::AFTER_END } else { syntax_error::STRAY };
            self.error(kind, from..self.at.line(from).end);
        }
        value
    }

    /// Whether the rest is not read.
    fn gave_up(&self) -> bool {
        self.has(syntax_error::TOO_DEEP) || self.has(syntax_error::TOO_MANY)
    }

    /// Whether there may be another entry after so many; says so where not.
    fn may_go_on(&mut self, count: usize, most: usize) -> bool {
        let goes_on = count < most && self.values < MOST_VALUES;
        if !goes_on && !self.gave_up() {
            let from = self.at.position();
            self.error(syntax_error::TOO_MANY, from..from + 1);
            self.at.skip_to_end();
        }
        goes_on
    }

    fn has(&self, kind: syntax_error::Kind) -> bool {
        self.syntax_errors.iter().any(|syntax_error| syntax_error.kind == kind)
    }

    fn error(&mut self, kind: syntax_error::Kind, span: std::ops::Range<usize>) {
        self.add(SyntaxError { kind, span, fix: None });
    }

    fn error_with(
        &mut self,
        kind: syntax_error::Kind,
        span: std::ops::Range<usize>,
        fix: (usize, usize, &str),
    ) {
        self.add(SyntaxError { kind, span, fix: Some((fix.0..fix.1, fix.2.to_owned())) });
    }

    fn add(&mut self, syntax_error: SyntaxError) {
        self.syntax_errors.push(syntax_error);
        if self.syntax_errors.len() == MOST_ERRORS {
            self.at.skip_to_end();
        }
    }

    /// Passes over white space and comments.
    fn space(&mut self) {
        loop {
            self.at.skip_while(|c| matches!(c, ' ' | '\t' | '\n' | '\r'));
            let from = self.at.position();
            let kind = match (self.at.peek(), self.at.peek_second()) {
                (Some('/'), Some('/')) | (Some('#'), _) => {
                    self.at.skip_while(|c| c != '\n');
                    syntax_error::COMMENT
                }
                (Some('/'), Some('*')) => {
                    self.at.skip_past("*/");
                    syntax_error::COMMENT
                }
                (Some(c), _) if c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}') => {
                    self.at.bump();
                    syntax_error::STRAY_SPACE
                }
                _ => return,
            };
            let to = self.at.position();
            let instead = if kind == syntax_error::STRAY_SPACE { " " } else { "" };
            self.error_with(kind, from..to, (from, to, instead));
        }
    }

    fn value(&mut self) -> Option<Value> {
        self.values += 1;
        let from = self.at.position();
        let kind = match self.at.peek()? {
            '{' => self.nested(Self::object)?,
            '[' => self.nested(Self::list)?,
            c if text::opens(c) => Kind::Text(self.text()),
            c if number::starts(c) => self.number(),
            c if word::starts(c) => self.word(),
            _ => return None,
        };
        Some(Value { span: from..self.at.position(), kind })
    }

    fn nested(&mut self, read: fn(&mut Self) -> Kind) -> Option<Kind> {
        let from = self.at.position();
        if self.open.len() == DEEPEST {
            self.error(syntax_error::TOO_DEEP, from..from + 1);
            self.at.skip_to_end();
            return None;
        }
        self.open.push(from);
        self.at.bump();
        let kind = read(self);
        self.open.pop();
        Some(kind)
    }

    fn object(&mut self) -> Kind {
        let (mut members, mut names) = (Vec::new(), HashSet::new());
        let mut comma = None;
        while self.begins('}', &mut comma) && self.may_go_on(members.len(), MOST_FIELDS) {
            let Some(member) = self.member() else { break };
            if !names.insert(member.name.clone()) {
                self.error(syntax_error::FIELD_TWICE, member.name_span.clone());
            }
            members.push(member);
            if matches!(self.after('}', &mut comma), Then::End) {
                break;
            }
        }
        Kind::Object(members)
    }

    fn list(&mut self) -> Kind {
        let mut entries = Vec::new();
        let mut comma = None;
        while self.begins(']', &mut comma) && self.may_go_on(entries.len(), MOST_ENTRIES) {
            match self.value() {
                Some(Value { kind: Kind::List(range), span }) if !self.at.is(span.start, '[') => {
                    entries.extend(range);
                }
                Some(value) => entries.push(value),
                None => {
                    if !self.unexpected() {
                        break;
                    }
                    continue;
                }
            }
            if matches!(self.after(']', &mut comma), Then::End) {
                break;
            }
        }
        Kind::List(entries)
    }

    /// Whether another member or entry begins; else the bracket is closed.
    fn begins(&mut self, closing: char, comma: &mut Option<usize>) -> bool {
        loop {
            self.space();
            match self.at.peek() {
                Some(c) if c == closing => {
                    if let Some(comma) = comma.take() {
                        self.error_with(
                            syntax_error::COMMA_EXTRA,
                            comma..comma + 1,
                            (comma, comma + 1, ""),
                        );
                    }
                    self.closed();
                    return false;
                }
                Some(',') => {
                    let from = self.at.position();
                    self.error_with(
                        syntax_error::COMMA_EXTRA,
                        from..from + 1,
                        (from, from + 1, ""),
                    );
                    self.at.bump();
                }
                Some('}' | ']') => return self.wrong_bracket(closing),
                Some('{' | '[') if closing == '}' => {
                    self.unclosed();
                    return false;
                }
                None => {
                    self.unclosed();
                    return false;
                }
                Some(_) => return true,
            }
        }
    }

    /// What stands after a member or an entry.
    fn after(&mut self, closing: char, comma: &mut Option<usize>) -> Then {
        let end = self.at.position();
        self.space();
        *comma = None;
        match self.at.peek() {
            Some(',') => {
                *comma = Some(self.at.position());
                self.at.bump();
            }
            Some(c) if closing == ']' && word::starts(c) => {
                self.unexpected();
                return Then::End;
            }
            Some(c) if text::opens(c) || word::starts(c) || number::starts(c) => {
                self.error_with(
                    syntax_error::COMMA_MISSING,
                    end.saturating_sub(1)..end,
                    (end, end, ","),
                );
            }
            Some('{' | '[') if closing == ']' => {
                self.error_with(
                    syntax_error::COMMA_MISSING,
                    end.saturating_sub(1)..end,
                    (end, end, ","),
                );
            }
            Some('{' | '[' | '}' | ']') | None => {}
            Some(':') if closing == ']' => {
                self.unclosed();
                return Then::End;
            }
            Some(_) => {
                if !self.unexpected() {
                    return Then::End;
                }
            }
        }
        Then::Next
    }

    fn closed(&mut self) {
        let closing = self.at.position();
        self.at.bump();
        let Some(&opening) = self.open.last() else { return };
        let (opened, closed) = (self.at.line(opening), self.at.line(closing));
        if self.suspect.is_none()
            && opened.start != closed.start
            && closed.text_from == closing
            && closed.text_from - closed.start != opened.text_from - opened.start
        {
            self.suspect = Some(opening);
        }
    }

    /// The closing bracket of another kind: the one of an outer bracket, or a mere syntax error. Always
    /// false, for this bracket ends here.
    fn wrong_bracket(&mut self, closing: char) -> bool {
        let outer = &self.open[..self.open.len().saturating_sub(1)];
        let meant = if closing == '}' { '[' } else { '{' };
        let line = self.at.line(self.at.position()).start;
        let here = self.open.last().is_some_and(|&at| at >= line);
        if !here && outer.iter().any(|&at| self.at.is(at, meant)) {
            self.unclosed();
        } else {
            let at = self.at.position();
            self.error_with(
                syntax_error::WRONG_BRACKET,
                at..at + 1,
                (at, at + 1, &closing.to_string()),
            );
            self.at.bump();
        }
        false
    }

    fn unclosed(&mut self) {
        let told = self.has(syntax_error::UNCLOSED) || self.gave_up();
        if self.at.ended() && told {
            return;
        }
        let suspect = self.suspect.filter(|_| self.at.ended());
        if let Some(at) = suspect.or(self.open.last().copied()) {
            self.error(syntax_error::UNCLOSED, at..at + 1);
        }
    }

    fn member(&mut self) -> Option<Member> {
        let from = self.at.position();
        let name = match self.at.peek()? {
            c if text::opens(c) => self.text(),
            c if word::starts(c) || number::starts(c) => self.name(),
            _ => return self.unexpected().then(|| self.member()).flatten(),
        };
        let name_span = from..self.at.position();
        self.space();
        match self.at.peek() {
            Some(':') => self.at.bump(),
            Some('=') => {
                let at = self.at.position();
                self.error_with(syntax_error::COLON_MISSING, at..at + 1, (at, at + 1, ":"));
                self.at.bump();
            }
            Some(',' | '}') => {}
            _ => {
                let end = name_span.end;
                self.error_with(syntax_error::COLON_MISSING, name_span.clone(), (end, end, ":"));
            }
        }
        self.space();
        let value = self.value().unwrap_or_else(|| {
            if !self.gave_up() {
                self.error(syntax_error::VALUE_MISSING, name_span.clone());
            }
            Value { span: name_span.clone(), kind: Kind::Null }
        });
        Some(Member { name, name_span, value })
    }

    /// Passes over what cannot stand here; whether there is more to read.
    fn unexpected(&mut self) -> bool {
        if self.at.ended() {
            return false;
        }
        let from = self.at.position();
        self.at.bump();
        self.error(syntax_error::STRAY, from..self.at.position());
        self.space();
        !self.at.ended()
    }
}
