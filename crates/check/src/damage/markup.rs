use super::super::remark::Remark;

/// HTML or Markdown, which the quiz shows as it is written.
pub(super) fn remark(text: &str) -> Option<Remark> {
    let has = has_tag(text)
        || text.contains("](")
        || text.contains("[/")
        || text.contains("**")
        || text.starts_with("# ")
        || text.starts_with("## ")
        || ['*', '_', '`', '~'].iter().any(|mark| is_around(text, *mark));
    let help = "Delete it; the words are shown as they are written.";
    has.then(|| Remark::error("words/markup", "has HTML or Markdown in it.", help))
}

fn has_tag(text: &str) -> bool {
    let is_name =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
    text.split('<').skip(1).any(is_name)
}

/// Whether a mark stands before a word and behind one, as for *emphasis*.
fn is_around(text: &str, mark: char) -> bool {
    let signs: Vec<char> = text.chars().collect();
    let is_word =
        |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(|c| c.is_alphanumeric());
    let is_open =
        |at: usize| signs[at] == mark && !is_word(at.checked_sub(1)) && is_word(Some(at + 1));
    let is_closed = |at: usize| {
        let is_behind =
            at.checked_sub(1).is_some_and(|at| !signs[at].is_whitespace() && signs[at] != mark);
        signs[at] == mark && is_behind && !is_word(Some(at + 1))
    };
    let Some(open) = (0..signs.len()).find(|at| is_open(*at)) else { return false };
    (open + 2..signs.len()).any(is_closed)
}
