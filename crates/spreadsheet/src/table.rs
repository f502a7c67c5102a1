use std::iter::Peekable;
use std::str::Chars;

use super::refusal::Refusal;

/// The rows of a spreadsheet's file.
///
/// Read here and not by `csv`, which makes something of every file: a quotation mark that is never
/// closed takes the rows behind it into its cell, and it says nothing.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) delimiter: char,
    pub(super) rows: Vec<Line>,
}

/// A row, and where it stands.
#[derive(Debug)]
pub(super) struct Line {
    /// As a spreadsheet numbers it.
    pub(super) row: usize,
    /// Where it begins, as a text editor counts.
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
    /// Whether a line end is behind it.
    pub(super) is_ended: bool,
}

impl Line {
    pub(super) fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// What stands between the cells, in the files that spreadsheets write.
const DELIMITERS: [char; 3] = ['\t', ';', ','];

impl Table {
    /// Reads all rows, the empty ones too.
    ///
    /// # Errors
    /// Where it is not clear what belongs to which cell.
    pub(super) fn read(text: &str) -> Result<Self, Refusal> {
        let (named, text) = named_delimiter(text);
        let delimiter = named.unwrap_or_else(|| delimiter(text));
        let mut reader = Reader {
            chars: text.chars().peekable(),
            line: 1 + usize::from(named.is_some()),
            delimiter,
            has_quotes: has_quotes(text, delimiter),
        };
        let mut rows = Vec::new();
        while let Some(line) = reader.row(rows.len() + 1)? {
            rows.push(line);
        }
        Ok(Self { delimiter, rows })
    }
}

/// Excel's own first line, which names what stands between the cells and is no row.
fn named_delimiter(text: &str) -> (Option<char>, &str) {
    let first = text.split(['\r', '\n']).next().unwrap_or_default();
    let words = first.trim().trim_matches('"');
    let named = words.get(..4).filter(|it| it.eq_ignore_ascii_case("sep="));
    let mut signs = named.map(|_| words[4..].chars()).into_iter().flatten();
    let named = match (named, signs.next()) {
        (Some(_), None) if first.ends_with('\t') => Some('\t'),
        (_, sign) => sign.filter(|sign| DELIMITERS.contains(sign)),
    };
    if named.is_none() {
        return (None, text);
    }
    let rest = &text[first.len()..];
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']));
    (named, rest.unwrap_or_default())
}

/// What the first row that is not empty has most of.
fn delimiter(text: &str) -> char {
    let is_filled = |line: &&str| line.contains(|c: char| c.is_alphanumeric());
    let first = text.split(['\r', '\n']).find(is_filled).unwrap_or_default();
    let count = |sign: &char| first.matches(*sign).count();
    DELIMITERS.into_iter().max_by_key(count).unwrap_or(',')
}

/// Whether quotation marks hold cells together: files with tabs may do without.
fn has_quotes(text: &str, delimiter: char) -> bool {
    let begins = |line: &str| line.split(delimiter).any(|cell| cell.starts_with('"'));
    delimiter != '\t' || text.split(['\r', '\n']).any(begins)
}

struct Reader<'t> {
    chars: Peekable<Chars<'t>>,
    line: usize,
    delimiter: char,
    has_quotes: bool,
}

/// What is behind a cell.
#[derive(PartialEq, Eq)]
enum End {
    Cell,
    Row,
    File,
}

impl Reader<'_> {
    fn row(&mut self, row: usize) -> Result<Option<Line>, Refusal> {
        if self.chars.peek().is_none() {
            return Ok(None);
        }
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            let (cell, end) = self.cell()?;
            cells.push(cell);
            if end != End::Cell {
                return Ok(Some(Line { row, line, cells, is_ended: end == End::Row }));
            }
        }
    }

    fn cell(&mut self) -> Result<(String, End), Refusal> {
        if self.has_quotes && self.chars.next_if_eq(&'"').is_some() {
            return self.quoted();
        }
        let mut cell = String::new();
        loop {
            match self.next_or_end() {
                Err(end) => return Ok((cell, end)),
                Ok('"') if self.has_quotes => {
                    let found = "A quotation mark stands in a cell that does not begin with one.";
                    return Err(self.slip(self.line, found));
                }
                Ok(sign) => cell.push(sign),
            }
        }
    }

    /// The rest of a cell that begins with a quotation mark.
    fn quoted(&mut self) -> Result<(String, End), Refusal> {
        let (mut cell, begun) = (String::new(), self.line);
        loop {
            match self.chars.next() {
                None => {
                    let found = "A cell begins with a quotation mark that is never closed.";
                    return Err(self.slip(begun, found));
                }
                Some('"') if self.chars.next_if_eq(&'"').is_some() => cell.push('"'),
                Some('"') => return self.closed(cell, begun),
                Some(sign) => {
                    let has_more = sign == '\r' && self.chars.peek() == Some(&'\n');
                    self.line += usize::from(matches!(sign, '\n' | '\r') && !has_more);
                    cell.push(sign);
                }
            }
        }
    }

    fn closed(&mut self, cell: String, begun: usize) -> Result<(String, End), Refusal> {
        let line = self.line;
        match self.next_or_end() {
            Err(end) => Ok((cell, end)),
            Ok(_) if line == begun => {
                Err(self.slip(begun, "A cell has text after its closing quotation mark."))
            }
            Ok(_) => {
                let found = format!(
                    "A cell that begins here has text after its closing quotation mark, in line \
                     {line}."
                );
                Err(self.slip(begun, &found))
            }
        }
    }

    /// A sign of a cell, or what ends it.
    fn next_or_end(&mut self) -> Result<char, End> {
        match self.chars.next() {
            None => Err(End::File),
            Some(sign) if sign == self.delimiter => Err(End::Cell),
            Some(sign @ ('\r' | '\n')) => {
                if sign == '\r' {
                    self.chars.next_if_eq(&'\n');
                }
                self.line += 1;
                Err(End::Row)
            }
            Some(sign) => Ok(sign),
        }
    }

    fn slip(&self, line: usize, found: &str) -> Refusal {
        let help = "A quotation mark is missing, or one too many: correct it in the spreadsheet, \
                    and save it again as \"CSV UTF-8\".";
        Refusal::line(line, found, help)
    }
}
