use std::ops::Range;

use super::grammar::Grammar;

/// The part of a text to which a denial, a hedge or a condition of a claim belongs.
pub(super) struct Clause<'t> {
    /// What stands around it, up to full stops.
    pub(super) sentence: &'t str,
    pub(super) text: &'t str,
    /// Where the claim stands in it.
    pub(super) claim: Range<usize>,
}

/// So many words between two commas are one of a list, not a part of their own.
const LISTED: usize = 3;

impl<'t> Clause<'t> {
    pub(super) fn around(claim: Range<usize>, text: &'t str, grammar: &Grammar) -> Self {
        let (start, end) = narrowed(&claim, 0..text.len(), sentence_ends(text));
        let sentence = &text[start..end];
        let within = claim.start - start..claim.end - start;
        let breaks = grammar.breaks.iter().flat_map(|pattern| pattern.ranges(sentence));
        let breaks = breaks.filter(|found| !found.is_empty());
        let breaks: Vec<usize> = breaks.map(|found| found.start).chain(stops(sentence)).collect();
        let (from, to) = narrowed(&within, 0..sentence.len(), breaks.into_iter());
        let claim = within.start - from..within.end - from;
        Self { sentence: sentence.trim(), text: &sentence[from..to], claim }
    }

    /// What stands before the claim.
    pub(super) fn before(&self) -> &'t str {
        &self.text[..self.claim.start]
    }

    pub(super) fn is_question(&self) -> bool {
        self.sentence.ends_with(['?', '؟'])
    }
}

/// The part around a claim, between the nearest places at which one ends.
fn narrowed(
    claim: &Range<usize>,
    whole: Range<usize>,
    ends: impl Iterator<Item = usize>,
) -> (usize, usize) {
    ends.fold((whole.start, whole.end), |(from, to), end| match end {
        end if end <= claim.start => (from.max(end), to),
        end if end >= claim.end => (from, to.min(end)),
        _ => (from, to),
    })
}

/// Where the next sentence begins: behind a full stop that is not within a word or a number.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    let ends = text.match_indices(['.', '!', '?', '؟', '…']);
    let ends = ends.map(|(at, sign)| at + sign.len());
    ends.filter(|end| text[*end..].chars().next().is_none_or(|next| !next.is_alphanumeric()))
}

/// Where a part of a sentence ends by its signs.
fn stops(sentence: &str) -> impl Iterator<Item = usize> {
    let signs = sentence.match_indices([';', ':', '(', ')', '—', ',', '،', '؛', '-', '–']);
    signs.filter(|(at, sign)| is_stop(sentence, *at, sign)).map(|(at, sign)| at + sign.len())
}

fn is_stop(sentence: &str, at: usize, sign: &str) -> bool {
    let rest = &sentence[at + sign.len()..];
    match sign {
        "-" | "–" => sentence[..at].ends_with(' ') && rest.starts_with(' '),
        ":" => rest.starts_with([' ', '"']),
        "," | "،" => rest.starts_with([' ', '"']) && !is_listed(rest),
        _ => true,
    }
}

/// Whether a few words and another comma follow on a comma.
fn is_listed(rest: &str) -> bool {
    let Some(next) = rest.find([',', '،', ';', '.', '?', '!']) else { return false };
    rest[next..].starts_with([',', '،']) && rest[..next].split_whitespace().count() <= LISTED
}
