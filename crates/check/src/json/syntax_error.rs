use std::ops::Range;

/// A place where a text is not JSON.
#[derive(Debug)]
pub(crate) struct SyntaxError {
    pub(crate) kind: Kind,
    /// In bytes.
    pub(crate) span: Range<usize>,
    /// The bytes that were meant to be others, and those.
    pub(crate) fix: Option<(Range<usize>, String)>,
}

/// A usual syntax error, in the words of [`data::Problem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    pub(crate) id: &'static str,
    pub(crate) found: &'static str,
    pub(crate) help: &'static str,
}

/// So much of what is wrong is repeated, in characters.
const LONGEST: usize = 30;

impl SyntaxError {
    /// What is wrong, as it is written; the file, where something is missing or too much in it.
    pub(crate) fn place(&self, text: &str) -> String {
        let line = text.get(self.span.clone()).and_then(|it| it.lines().next()).unwrap_or_default();
        let written: String = line.trim().chars().take(LONGEST).collect();
        let is_of_file =
            self.kind.found.starts_with("has ") || self.kind.found.starts_with("lacks ");
        if is_of_file || !written.contains(|c: char| c.is_ascii_graphic()) {
            return "the file".to_owned();
        }
        let written = written.trim_matches('"');
        let more = if line.trim().chars().count() > LONGEST { "…" } else { "" };
        format!("\"{written}{more}\"")
    }
}

impl Kind {
    /// Whether it leaves unclear what belongs to what.
    pub(super) fn is_structural(self) -> bool {
        [UNCLOSED, WRONG_BRACKET, STRAY, AFTER_END, TOO_DEEP, TOO_MANY, EMPTY].contains(&self)
    }
}

macro_rules! kinds {
    ($($name:ident = $id:literal, $found:literal, $help:literal;)*) => {
        $(pub(super) const $name: Kind = Kind { id: $id, found: $found, help: $help };)*
    };
}

kinds! {
    EMPTY = "json/empty", "is empty.", "Put the quiz back, from a copy of the file.";
    COMMENT = "json/comment", "has a comment.", "Delete it; JSON has no comments. Keep remarks in another file.";
    STRAY_SPACE = "json/space", "has a space that JSON does not know.", "Replace it by a plain space; it often comes from a web page or a word processor.";
    COMMA_EXTRA = "json/comma-extra", "has a comma too many.", "Delete it; commas stand only between two things.";
    COMMA_MISSING = "json/comma-missing", "lacks a comma.", "Write a comma behind this; there is one between any two things.";
    COLON_MISSING = "json/colon-missing", "lacks a colon.", "Write a colon between the name and its value.";
    VALUE_MISSING = "json/value-missing", "is a name without a value.", "Write its value behind a colon, or delete the name.";
    FIELD_TWICE = "json/field-twice", "stands twice in one object.", "Delete one of them; browsers would pass over the first.";
    UNCLOSED = "json/unclosed", "is never closed.", "Write the closing bracket, } for { or ] for [. If the file is being saved just now, check again.";
    WRONG_BRACKET = "json/wrong-bracket", "is the wrong closing bracket.", "Write } where { was opened, and ] where [ was.";
    STRAY = "json/stray", "does not belong here.", "Delete it, or look for a quotation mark that is missing before it. Two numbers are written [4, 6].";
    AFTER_END = "json/after-end", "stands after the end of the file.", "Delete it, or delete the closing bracket before it if that is one too many.";
    TOO_DEEP = "json/too-deep", "stands more than 64 brackets deep.", "Look for brackets that are never closed before it.";
    TOO_MANY = "shape/too-many", "has more entries or fields than any quiz.", "Put only the quiz into it: a list has at most 5,000 entries, an object 50,000 fields, a file 500,000 of both.";
    NUMBER = "json/number", "is no number as JSON writes one.", "Write it as 12 or 0.5, without a plus, leading zeros or a comma.";
    RANGE = "json/number", "is a range, which JSON has no sign for.", "Write the least and the most: [3, 5].";
    WORD = "json/word", "is no word of JSON.", "Write true, false or null.";
    UNQUOTED = "json/unquoted", "stands without quotation marks.", "Put it between \" and \".";
    SMART_QUOTES = "json/smart-quotes", "stands between typographic quotation marks.", "Use the plain \" around it; word processors change it, text editors do not.";
    SINGLE_QUOTES = "json/single-quotes", "stands between the wrong quotation marks.", "Use \" around it.";
    QUOTE_INSIDE = "json/quote-inside", "has a quotation mark inside a text, which ends it.", "Write “ and ” inside of texts, or \\\".";
    TEXT_UNCLOSED = "json/text-unclosed", "begins a text that does not end on its line.", "Write \" at its end; for a new line inside a text write \\n.";
    CONTROL = "json/control", "is a character that cannot stand in a text.", "Delete it; a tab is written \\t.";
    ESCAPE = "json/escape", "is a backslash that means nothing here.", "Write \\\\ for a backslash, and \\\" for a quotation mark.";
}
