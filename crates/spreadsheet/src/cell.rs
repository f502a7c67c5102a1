/// What makes spreadsheets run a cell instead of showing it, after OWASP's "CSV injection".
const RUN: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A text as it stands in a cell: an apostrophe before what would be run. Where apostrophes stand
/// before such a sign already there is one more, so that [`text`] can take exactly one away.
pub(super) fn cell(text: &str) -> String {
    if runs(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text of a cell.
pub(super) fn text(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| runs(rest)).unwrap_or(cell)
}

fn runs(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(RUN)
}

/// A text with the line ends that spreadsheets change all alike.
pub(super) fn same_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
