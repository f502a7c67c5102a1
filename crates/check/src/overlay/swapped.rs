use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::glossary::Glossary;
use super::numbers::numbers;
use super::pair::Pair;

/// A translation that fits the text of another place better than its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Misplaced {
    /// Its place among the pairs.
    pub(super) at: usize,
    /// The place whose text it fits.
    pub(super) fits: usize,
    /// Whether the one there fits here.
    pub(super) is_swapped: bool,
    /// How much better.
    pub(super) gain: f32,
}

/// Two translations that fit each other's place better by so much are swapped. On the texts that
/// are shipped, in Spanish and Arabic, the most that any two gain is 2, and nothing in cautions; of
/// their titles and texts that were swapped for a trial nine in ten gained more than 3.
const SWAPPED: f32 = 3.0;
/// The same in cautions and endings, whose mistakes are worse.
const SWAPPED_SAFETY: f32 = 2.0;
/// One alone fits another place better by so much.
const MOVED: f32 = 4.0;
/// So many texts of a kind are compared with one another.
const MOST: usize = 60;

/// Finds translations that stand at another text's place, by the words that both languages share
/// with the other texts of the file, by length, sentences, questions and numbers.
pub(super) fn misplaced(pairs: &[Pair<'_>]) -> Vec<Misplaced> {
    let glossary = Glossary::new(pairs);
    let mut kinds: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, pair) in pairs.iter().enumerate() {
        kinds.entry((pair.of.section(), pair.of.field())).or_default().push(at);
        let item = pair.of.key.rsplit_once('.').map_or("", |(item, _)| item);
        kinds.entry((item, "")).or_default().push(at);
    }
    let mut all: Vec<Misplaced> =
        kinds.into_values().flat_map(|kind| of_kind(pairs, &glossary, kind)).collect();
    let back = |it: &Misplaced| Misplaced { at: it.fits, fits: it.at, ..*it };
    let others: Vec<Misplaced> = all.iter().filter(|it| it.is_swapped).map(back).collect();
    all.extend(others);
    all.sort_by(|one, other| {
        (one.at, other.gain).partial_cmp(&(other.at, one.gain)).unwrap_or(Ordering::Equal)
    });
    all.dedup_by_key(|it| it.at);
    all
}

fn of_kind(pairs: &[Pair<'_>], glossary: &Glossary, mut kind: Vec<usize>) -> Vec<Misplaced> {
    kind.sort_by_key(|at| usize::MAX - glossary.strange(*at, *at));
    kind.truncate(MOST);
    let cost = |of: usize, own: usize| strangeness(pairs, glossary, of, own);
    let best = |at: &usize| {
        let at = *at;
        let is_safety = matches!(pairs[at].of.section(), "cautions" | "endings");
        let strange = glossary.strange(at, at);
        let least = if is_safety { SWAPPED_SAFETY } else { SWAPPED };
        let is_other = |other: &&usize| {
            pairs[**other].of.raw != pairs[at].of.raw
                && pairs[**other].own != pairs[at].own
                && glossary.strange(**other, at) <= strange
        };
        let gains = kind.iter().filter(is_other).map(|other| {
            let alone = cost(at, at) - cost(*other, at);
            let back = cost(*other, *other) - cost(at, *other);
            let is_swapped = alone > 0.0 && back > 0.0 && alone + back >= least;
            Misplaced {
                at,
                fits: *other,
                is_swapped,
                gain: if is_swapped { alone + back } else { alone },
            }
        });
        let fits = |it: &Misplaced| it.is_swapped || (it.gain >= MOVED && strange > 1);
        gains.filter(fits).max_by(|one, other| {
            (one.is_swapped, one.gain)
                .partial_cmp(&(other.is_swapped, other.gain))
                .unwrap_or(Ordering::Equal)
        })
    };
    kind.iter().filter(|at| glossary.strange(**at, **at) > 0).filter_map(best).collect()
}

/// How little a translation looks like one of a text.
fn strangeness(pairs: &[Pair<'_>], glossary: &Glossary, of: usize, own: usize) -> f32 {
    let (base, text) = (pairs[of].of.raw.as_str(), pairs[own].own);
    let length = |text: &str| text.chars().count() as f32;
    let usual = (length(text) + 5.0) / (length(base).mul_add(glossary.ratio(), 5.0));
    let asks = |text: &str| text.contains(['?', '؟']);
    glossary.strange(of, own) as f32
        + usual.ln().abs() / 0.35
        + 0.7 * ends(base).abs_diff(ends(text)) as f32
        + if asks(base) == asks(text) { 0.0 } else { 2.0 }
        + if numbers(base) == numbers(text) { 0.0 } else { 2.0 }
}

/// How many sentences end in a text.
fn ends(text: &str) -> usize {
    let is_end = |(at, sign): &(usize, char)| {
        let rest = &text[at + sign.len_utf8()..];
        matches!(sign, '.' | '!' | '?' | '؟') && (rest.is_empty() || rest.starts_with(' '))
    };
    text.char_indices().filter(is_end).count()
}
