use super::told;

/// The known word that somebody most likely meant; nothing where none is near, or where two are
/// equally near.
#[cfg(feature = "check")]
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let far = 1 + word.chars().count() / 4;
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .map(|other| (strsim::damerau_levenshtein(&word.to_lowercase(), other), other))
        .filter(|(distance, other)| *distance <= far && *distance < other.chars().count())
        .collect();
    near.sort_unstable();
    match near[..] {
        [(best, _), (next, _), ..] if best == next => None,
        [(_, word), ..] => Some(word.to_owned()),
        [] => None,
    }
}

/// The visitor's program does not guess.
#[cfg(not(feature = "check"))]
pub(crate) fn nearest<'a>(_: &str, _: impl IntoIterator<Item = &'a str>) -> Option<String> {
    None
}

/// "Did you mean …?", with a space after it; nothing where there is no guess.
pub(crate) fn mean(meant: Option<&str>) -> String {
    meant.map(|word| told!["Did you mean \"", word, "\"? "]).unwrap_or_default()
}
