use fancy_regex::Regex;

/// How what stands before a claim turns it around.
pub(super) enum Denial {
    /// Not at all.
    None,
    /// Something does, but so far before it that it may belong to something else.
    Far,
    /// A word close before it does.
    Near,
}

/// A denial is close to a claim with so many words between at most.
const BETWEEN: usize = 4;

/// What ends the part of a sentence to which a denial belongs.
const ENDS: [char; 10] = ['.', ',', ';', ':', '!', '?', '،', '؛', '؟', '—'];

/// Looks for words that turn around the claim which `before` leads up to.
pub(super) fn denial(negations: &[Regex], before: &str) -> Denial {
    let clause = before.rsplit(ENDS).next().unwrap_or_default();
    let close = clause.trim_end().rmatch_indices(' ').nth(BETWEEN);
    let close = close.map_or(clause, |(at, _)| &clause[at + 1..]);
    let denies = |words: &str| negations.iter().any(|no| no.is_match(words).unwrap_or(false));
    if denies(close) {
        Denial::Near
    } else if denies(clause) {
        Denial::Far
    } else {
        Denial::None
    }
}
