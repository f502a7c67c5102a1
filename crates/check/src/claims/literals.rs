use std::cmp::Reverse;

use regex_syntax::hir::{Class, Hir, HirKind};

/// So many bytes of a literal are looked for at most.
const MOST_BYTES: usize = 12;

/// A list of more literals than this is made shorter by looking for fewer bytes of each.
const FEW: usize = 100;

/// At least so many bytes of a literal are looked for then.
const SHORTEST: usize = 6;

/// Few texts that are looked at have a literal of so many bytes by chance.
const LONG_ENOUGH: usize = 6;

/// So many literals are looked for in the place of a pattern.
const MOST: usize = 2_000;

/// A class of more letters is not written out.
const MOST_LETTERS: u32 = 12;

/// Texts of which one is in every text that a pattern is found in; nothing where there is no such list.
pub(super) fn literals(pattern: &Hir) -> Option<Vec<Vec<u8>>> {
    required(pattern).filter(|all| weight(all) > 1)
}

/// The same, be they ever so short.
fn required(pattern: &Hir) -> Option<Vec<Vec<u8>>> {
    match pattern.kind() {
        HirKind::Capture(capture) => required(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub),
        HirKind::Alternation(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(required(part)?);
            }
            (all.len() <= MOST).then_some(all)
        }
        HirKind::Concat(parts) => of_concat(parts),
        _ => exact(pattern).map(cut),
    }
}

/// The best of those that parts in a row have, each alone or together with its neighbours.
fn of_concat(parts: &[Hir]) -> Option<Vec<Vec<u8>>> {
    let mut best = None;
    let mut run = None;
    for part in parts {
        let Some(next) = exact(part) else {
            better(&mut best, run.take().map(cut));
            better(&mut best, required(part));
            continue;
        };
        match run.as_deref().and_then(|run| crossed(run, &next)) {
            Some(longer) => run = Some(longer),
            None => better(&mut best, run.replace(next).map(cut)),
        }
    }
    better(&mut best, run.map(cut));
    best
}

/// Fewer texts have the longer ones; of two that are long enough, the shorter list is better.
fn better(best: &mut Option<Vec<Vec<u8>>>, one: Option<Vec<Vec<u8>>>) {
    let rank = |all: &Vec<Vec<u8>>| (weight(all).min(LONG_ENOUGH), Reverse(all.len()), weight(all));
    if one.as_ref().map(rank) > best.as_ref().map(rank) {
        *best = one;
    }
}

/// All texts that a pattern is found in as a whole, if they are few.
fn exact(pattern: &Hir) -> Option<Vec<Vec<u8>>> {
    match pattern.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(vec![Vec::new()]),
        HirKind::Literal(literal) => Some(vec![literal.0.to_vec()]),
        HirKind::Class(Class::Unicode(class)) => {
            let letters =
                class.ranges().iter().map(|it| u32::from(it.end()) - u32::from(it.start()) + 1);
            if letters.sum::<u32>() > MOST_LETTERS {
                return None;
            }
            let letters = class.ranges().iter().flat_map(|it| it.start()..=it.end());
            Some(letters.map(|letter| letter.to_string().into_bytes()).collect())
        }
        HirKind::Repetition(repetition) if repetition.min == 0 && repetition.max == Some(1) => {
            let mut all = exact(&repetition.sub)?;
            all.push(Vec::new());
            Some(all)
        }
        HirKind::Capture(capture) => exact(&capture.sub),
        HirKind::Alternation(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(exact(part)?);
            }
            (all.len() <= MOST).then_some(all)
        }
        HirKind::Concat(parts) => {
            let mut all = vec![Vec::new()];
            for part in parts {
                all = crossed(&all, &exact(part)?)?;
            }
            Some(all)
        }
        HirKind::Class(Class::Bytes(_)) | HirKind::Repetition(_) => None,
    }
}

/// Each of the first with each of the second behind it.
fn crossed(first: &[Vec<u8>], second: &[Vec<u8>]) -> Option<Vec<Vec<u8>>> {
    if first.len() * second.len() > MOST {
        return None;
    }
    let with = |one: &Vec<u8>| {
        let one = one.clone();
        second.iter().map(move |other| [&one[..], other].concat())
    };
    Some(first.iter().flat_map(with).collect())
}

/// The beginnings of literals, as long as they can be without being too many.
fn cut(mut all: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    for longest in (SHORTEST..=MOST_BYTES).rev().step_by(2) {
        all.iter_mut().for_each(|one| one.truncate(longest));
        all.sort_unstable();
        all.dedup();
        if all.len() <= FEW {
            break;
        }
    }
    all
}

/// The length of the shortest.
fn weight(all: &[Vec<u8>]) -> usize {
    all.iter().map(Vec::len).min().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::literals;

    fn of(pattern: &str) -> Option<Vec<String>> {
        let parsed = regex_syntax::parse(pattern).expect("it is a pattern");
        let all =
            literals(&parsed)?.into_iter().map(|one| String::from_utf8(one).expect("it is text"));
        Some(all.collect())
    }

    #[test]
    fn every_text_with_a_pattern_has_one_of_its_literals() {
        for (pattern, texts) in [
            (r"\bscars? (?:vanish|fade)", &["scar fades", "scars vanish"][..]),
            (r"(?:very )?safe\b", &["safe", "very safe"]),
            (r"[ab]c(?:de)+f?", &["acdede", "bcde"]),
            (r"\d+ (?:day|week)s?", &["12 days", "1 week"]),
            (r"(?:glow|shine)|gl[a-e]m", &["glow", "shine", "glam"]),
            (r"(?:x*|never) (?:again|more)", &[" again", "never more"]),
        ] {
            let literals = of(pattern).expect(pattern);
            for text in texts {
                assert!(
                    literals.iter().any(|it| text.contains(it)),
                    "{pattern}: {literals:?}: {text}"
                );
            }
        }
    }

    #[test]
    fn some_patterns_have_none() {
        for pattern in ["!", r"\w+ \d", "(?:safe)?", "safe|", "[a-z]{3}"] {
            assert_eq!(of(pattern), None, "{pattern}");
        }
    }

    #[test]
    fn the_longest_are_taken_and_of_long_ones_the_fewest() {
        assert_eq!(
            of(r"\b(?:is|be) guaranteed\b").expect("some"),
            ["be guarantee", "is guarantee"]
        );
        assert_eq!(of(r"no [a-z]+ promises").expect("some"), [" promises"]);
    }
}
