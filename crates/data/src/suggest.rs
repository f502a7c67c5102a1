use super::message;

/// Longer words, in characters, are nobody's slip.
#[cfg(feature = "messages")]
const LONGEST: usize = 200;

/// So many known words are listed.
const MOST_LISTED: usize = 20;

/// The known word that somebody most likely meant; nothing where none is near, or where two are
/// equally near.
#[cfg(feature = "messages")]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let (length, word) = (word.chars().count(), word.to_lowercase());
    if length > LONGEST {
        return None;
    }
    let far = 1 + length / 4;
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .filter(|other| other.len() <= 4 * LONGEST && other.chars().count().abs_diff(length) <= far)
        .map(|other| (strsim::damerau_levenshtein(&word, other), other))
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
#[cfg(not(feature = "messages"))]
pub fn nearest<'a>(_: &str, _: impl IntoIterator<Item = &'a str>) -> Option<String> {
    None
}

/// "Did you mean …?", with a space after it; nothing where there is no guess.
pub fn mean(meant: Option<&str>) -> String {
    meant.map(|word| message!["Did you mean \"", word, "\"? "]).unwrap_or_default()
}

/// The known words, separated by commas; of many the first.
pub fn listed(known: &[&str]) -> String {
    let rest = if known.len() > MOST_LISTED { ", …" } else { "" };
    message![&known[..known.len().min(MOST_LISTED)].join(", "), rest]
}
