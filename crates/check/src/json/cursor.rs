/// A place in a text.
pub(super) struct Cursor<'t> {
    text: &'t str,
    position: usize,
    newlines: Vec<usize>,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let newlines = text.match_indices('\n').map(|(at, _)| at).collect();
        Self { text, position: 0, newlines }
    }

    /// In bytes.
    pub(super) fn position(&self) -> usize {
        self.position
    }

    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.position..]
    }

    pub(super) fn since(&self, from: usize) -> &'t str {
        &self.text[from..self.position]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn peek_second(&self) -> Option<char> {
        self.rest().chars().nth(1)
    }

    pub(super) fn ended(&self) -> bool {
        self.position == self.text.len()
    }

    pub(super) fn bump(&mut self) {
        self.position += self.peek().map_or(0, char::len_utf8);
    }

    pub(super) fn skip(&mut self, bytes: usize) {
        self.position += bytes;
    }

    pub(super) fn skip_while(&mut self, fits: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.position += rest.find(|c| !fits(c)).unwrap_or(rest.len());
    }

    pub(super) fn skip_past(&mut self, mark: &str) {
        let rest = self.rest();
        self.position += rest.find(mark).map_or(rest.len(), |at| at + mark.len());
    }

    pub(super) fn skip_to_end(&mut self) {
        self.position = self.text.len();
    }

    pub(super) fn back_to(&mut self, position: usize) {
        self.position = position;
    }

    pub(super) fn is(&self, at: usize, c: char) -> bool {
        self.text[at..].starts_with(c)
    }

    /// The line that a place is on.
    pub(super) fn line(&self, at: usize) -> Line {
        let number = self.newlines.partition_point(|&newline| newline < at);
        let start = number.checked_sub(1).map_or(0, |before| self.newlines[before] + 1);
        let end = self.newlines.get(number).copied().unwrap_or(self.text.len());
        let line = &self.text[start..end];
        Line { start, text_from: start + line.len() - line.trim_start().len(), end }
    }
}

/// Where a line begins, where its text does, and where it ends, in bytes.
pub(super) struct Line {
    pub(super) start: usize,
    pub(super) text_from: usize,
    pub(super) end: usize,
}
