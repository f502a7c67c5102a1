use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};

use super::fixes::quoted;
use super::{Checked, Finding, Fix, Severity};

/// A fix of more lines is not shown.
const MOST_LINES: usize = 12;

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people, the place underlined; with colours or without.
    Human {
        /// Whether to colour it.
        colour: bool,
    },
    /// One JSON object.
    Json,
    /// Commands that GitHub shows beside the lines of a change.
    Github,
}

/// How much of a longer line is shown before and after a finding, in bytes.
const LONGEST: usize = 2000;

/// Writes what was found.
pub fn report(checked: &[Checked], format: Format) -> String {
    match format {
        Format::Human { colour } => human(checked, colour),
        Format::Json => json(checked),
        Format::Github => github(checked),
    }
}

fn human(checked: &[Checked], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for file in checked {
        for finding in open(file) {
            out.push_str(&renderer.render(&groups(file, finding)));
            out.push_str("\n\n");
        }
    }
    out.push_str(&summary(checked));
    out
}

/// What has to be mended or looked at.
fn open(file: &Checked) -> impl Iterator<Item = &Finding> {
    file.findings.iter().filter(|finding| finding.severity != Severity::Accepted)
}

fn groups<'a>(file: &'a Checked, finding: &'a Finding) -> Vec<Group<'a>> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        _ => Level::WARNING,
    };
    let title = format!("{}: {}", finding.place, finding.found);
    let title = level.primary_title(title).id(finding.id);
    let mut group = Group::with_title(title);
    if file.text.is_empty() {
        group = group.element(annotate_snippets::Origin::path(&file.name));
    } else {
        let window = Window::around(&file.text, &finding.span);
        let span = window.on_first_line(&finding.span);
        group = group
            .element(window.snippet(&file.name).annotation(AnnotationKind::Primary.span(span)));
    }
    let mut groups = vec![group.element(Level::HELP.message(&finding.help))];
    if let Some(fix) = &finding.fix
        && (!fix.span.is_empty() || !fix.text.is_empty())
        && fix.span.end <= file.text.len()
    {
        groups.push(written(file, fix));
    }
    groups
}

/// What `--fix` writes; of many lines it says only how many.
fn written<'a>(file: &'a Checked, fix: &'a Fix) -> Group<'a> {
    let lines = fix.text.lines().count();
    if lines > MOST_LINES {
        return Group::with_title(
            Level::HELP.secondary_title(format!("--fix writes {lines} lines")),
        );
    }
    let window = Window::around(&file.text, &fix.span);
    let patch = Patch::new(window.within(&fix.span), &fix.text);
    Level::HELP.secondary_title("--fix writes").element(window.snippet(&file.name).patch(patch))
}

/// The lines of a file that a finding is about.
struct Window<'a> {
    lines: &'a str,
    /// Where they begin in the file, in bytes.
    from: usize,
    /// The number of the first.
    number: usize,
}

impl<'a> Window<'a> {
    fn around(text: &'a str, span: &Range<usize>) -> Self {
        let start = text.floor_char_boundary(span.start.min(text.len()));
        let end = text.floor_char_boundary(span.end.clamp(start, text.len()));
        let from = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let to = text[end..].find('\n').map_or(text.len(), |newline| end + newline);
        let from =
            if start - from > LONGEST { text.floor_char_boundary(start - LONGEST) } else { from };
        let to = if to - end > LONGEST { text.floor_char_boundary(end + LONGEST) } else { to };
        Self { lines: &text[from..to], from, number: text[..from].matches('\n').count() + 1 }
    }

    fn on_first_line(&self, span: &Range<usize>) -> Range<usize> {
        let Range { start, end } = self.within(span);
        let line = self.lines[start..end].find('\n').unwrap_or(end - start);
        start..start + line
    }

    /// Where a part of the file stands in these lines.
    fn within(&self, span: &Range<usize>) -> Range<usize> {
        let clamp = |at: usize| {
            self.lines.floor_char_boundary(at.saturating_sub(self.from).min(self.lines.len()))
        };
        clamp(span.start)..clamp(span.end)
    }

    fn snippet<T: Clone>(&self, name: &'a str) -> Snippet<'a, T> {
        Snippet::source(self.lines).path(name).line_start(self.number)
    }
}

/// "2 files: 1 error, 3 warnings; 1 can be fixed with --fix."
fn summary(checked: &[Checked]) -> String {
    let all = || checked.iter().flat_map(|file| &file.findings);
    let of = |severity| all().filter(|finding| finding.severity == severity).count();
    let fixable = all().filter(|finding| finding.fix.is_some()).count();
    let mut line = format!(
        "{}: {}, {}",
        counted(checked.len(), "file"),
        counted(of(Severity::Error), "error"),
        counted(of(Severity::Warning), "warning")
    );
    let accepted = of(Severity::Accepted);
    if accepted > 0 {
        let _ = write!(line, "; {accepted} accepted with a reason");
    }
    if fixable > 0 {
        let _ = write!(line, "; {fixable} can be fixed with --fix");
    }
    line + "\n"
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn json(checked: &[Checked]) -> String {
    let mut findings = Vec::new();
    for file in checked {
        for finding in &file.findings {
            let (line, column) = position(&file.text, finding.span.start);
            let (end_line, end_column) = position(&file.text, finding.span.end);
            let fix = finding.fix.as_ref().map_or_else(
                || "null".to_owned(),
                |fix| {
                    let (start, end) = (fix.span.start, fix.span.end);
                    format!("{{\"from\": {start}, \"to\": {end}, \"text\": {}}}", quoted(&fix.text))
                },
            );
            let because = finding.because.as_deref().map_or_else(|| "null".to_owned(), quoted);
            findings.push(format!(
                "    {{\"severity\": \"{}\", \"id\": \"{}\", \"file\": {}, \"line\": {line}, \"column\": {column}, \
                 \"endLine\": {end_line}, \"endColumn\": {end_column}, \"at\": {}, \"place\": {}, \"found\": {}, \
                 \"cure\": {}, \"fix\": {fix}, \"because\": {because}}}",
                finding.severity.name(), finding.id, quoted(&file.name), quoted(&finding.at),
                quoted(&finding.place), quoted(&finding.found), quoted(&finding.help),
            ));
        }
    }
    let list =
        if findings.is_empty() { String::new() } else { format!("\n{}\n  ", findings.join(",\n")) };
    format!("{{\n  \"format\": 1,\n  \"files\": {},\n  \"findings\": [{list}]\n}}\n", checked.len())
}

fn github(checked: &[Checked]) -> String {
    let mut out = String::new();
    for file in checked {
        for finding in open(file) {
            let (line, column) = position(&file.text, finding.span.start);
            let _ = writeln!(
                out,
                "::{} file={},line={line},col={column},title={}::{}",
                finding.severity.name(),
                escaped(&file.name, true),
                finding.id,
                escaped(&format!("{}: {} {}", finding.place, finding.found, finding.help), false),
            );
        }
    }
    out
}

/// As GitHub's workflow commands ask for it.
fn escaped(text: &str, property: bool) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    if property { text.replace(':', "%3A").replace(',', "%2C") } else { text }
}

/// The line and the column of a place, both from 1; a column counts characters.
pub(super) fn position(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(at.min(text.len()))];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
