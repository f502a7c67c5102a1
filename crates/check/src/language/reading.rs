use std::collections::BTreeSet;

use super::Language;
use super::lexicon::{Lexicon, Meaning};
use super::sentence::{PAUSE, sentences, words};
use super::unit::Unit;

/// What the words of a sentence or a text do.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// How many of them deny.
    pub(crate) denials: usize,
    /// In how many parts between commas there is one.
    pub(crate) denied_parts: usize,
    /// How many of them deny a verb.
    pub(crate) verb_denials: usize,
    /// How many can do so, or stand for it.
    pub(crate) turns: usize,
    /// Whether one is made so by its beginning or end, as "unsure" is.
    pub(crate) affixed: bool,
    /// Whether it begins with one that denies.
    pub(crate) begins_denied: bool,
    /// Whether it tells somebody not to do something.
    pub(crate) forbids: bool,
    /// Whether one is written as in "haven't".
    pub(crate) has_short_denial: bool,
    pub(crate) is_question: bool,
    pub(crate) units: BTreeSet<Unit>,
    pub(crate) loose_units: BTreeSet<Unit>,
    pub(crate) numbers: BTreeSet<u8>,
    pub(crate) loose_numbers: BTreeSet<u8>,
    /// Each unit with how long it is, in minutes.
    pub(crate) lengths: Vec<(Unit, u32)>,
}

/// What each sentence of a text does, with its words.
pub(crate) fn readings<'t>(language: &Language, text: &'t str) -> Vec<(&'t str, Reading)> {
    sentences(text).into_iter().map(|it| (it, reading(language, it))).collect()
}

fn reading(language: &Language, sentence: &str) -> Reading {
    let words = words(language, sentence);
    let lexicon = Lexicon::of(language);
    let mut reading = Reading { is_question: sentence.contains(['?', '؟']), ..Reading::default() };
    let mut is_new_part = true;
    for (at, word) in words.iter().enumerate() {
        if word == PAUSE {
            is_new_part = true;
            continue;
        }
        let meaning = lexicon.meaning(word);
        let denies = reading.count(at, &words, meaning);
        reading.denied_parts += usize::from(denies && is_new_part);
        is_new_part &= !denies;
        reading.turn_by_affixes(word, language);
        if language.tag == "ar" {
            reading.loosen_dual(word);
        }
        if let Some(meaning) = meaning.filter(|it| !it.denies) {
            reading.measure(meaning, at, &words, lexicon);
        }
    }
    reading
}

impl Reading {
    fn count(&mut self, at: usize, words: &[String], meaning: Option<&Meaning>) -> bool {
        let word = &words[at];
        let is_short = word.ends_with("n't");
        let is_number_sign = word == "no" && words.get(at + 1).is_some_and(|it| is_digits(it));
        let denies = (is_short || meaning.is_some_and(|it| it.denies)) && !is_number_sign;
        self.has_short_denial |= is_short;
        self.denials += usize::from(denies);
        self.turns += usize::from(meaning.is_some_and(|it| it.turns));
        self.begins_denied |= denies && at < 2;
        let denies_verb = denies && (is_short || meaning.is_some_and(|it| it.denies_verb));
        self.verb_denials += usize::from(denies_verb);
        self.forbids |= denies_verb && forbids(at, words);
        denies
    }

    fn turn_by_affixes(&mut self, word: &str, language: &Language) {
        let (before, behind) = language.affixes;
        let is_long = word.chars().count() > 4;
        let has_one = before.iter().any(|it| word.starts_with(it))
            || behind.iter().any(|it| word.ends_with(it));
        self.affixed |= is_long && has_one;
    }

    /// A word of two things may be any that ends as they do.
    fn loosen_dual(&mut self, word: &str) {
        if ["ان", "ين", "تا", "تي"].iter().any(|end| word.ends_with(end)) {
            self.loose_numbers.insert(2);
        }
    }

    fn measure(&mut self, meaning: &Meaning, at: usize, words: &[String], lexicon: &Lexicon) {
        self.loose_units.extend(&meaning.loose_units);
        self.loose_numbers.extend(&meaning.loose_numbers);
        if let Some(number) = number(at, words, lexicon) {
            self.numbers.insert(number);
            self.loose_numbers.extend(parts(number));
        }
        let counted = || meaning.counted_unit.filter(|_| is_counted(at, words, lexicon));
        if let Some(unit) = meaning.unit.or_else(counted) {
            self.units.insert(unit);
            self.loose_numbers.extend(unit.numbers());
            let beside = [at.checked_sub(1), at.checked_sub(2), Some(at + 1), Some(at)];
            let count = beside.into_iter().flatten().find_map(|at| value(at, words, lexicon));
            let near = &words[at.saturating_sub(2)..words.len().min(at + 3)];
            let share = if near.iter().any(|word| HALF.contains(&word.as_str())) { 2 } else { 1 };
            self.lengths.push((unit, count.unwrap_or(1) * unit.minutes() / share));
        }
    }

    /// What several sentences do together.
    pub(crate) fn joined<'r>(readings: impl IntoIterator<Item = &'r Self>) -> Self {
        let mut all = Self::default();
        for one in readings {
            all.denials += one.denials;
            all.verb_denials += one.verb_denials;
            all.turns += one.turns;
            all.affixed |= one.affixed;
            all.units.extend(&one.units);
            all.loose_units.extend(&one.loose_units);
            all.numbers.extend(&one.numbers);
            all.loose_numbers.extend(&one.loose_numbers);
            all.lengths.extend(&one.lengths);
        }
        all
    }
}

/// "No. 5" denies nothing.
fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// "Half" before a unit, in every language.
const HALF: [&str; 15] = [
    "half", "medio", "media", "demi", "demie", "halb", "halbe", "halben", "halbes", "mezz",
    "mezza", "mezzo", "meia", "meio", "نصف",
];

/// Whether a sentence that denies here gives an order: "do not", "never", "no te hagas".
fn forbids(at: usize, words: &[String]) -> bool {
    match at {
        0 => words[0] != "not",
        1 => matches!(words[0].as_str(), "do" | "please"),
        _ => false,
    }
}

/// The number that a word is. Arabic has two words for 11 to 19, of which the second is ten.
fn number(at: usize, words: &[String], lexicon: &Lexicon) -> Option<u8> {
    let of = |at: usize| lexicon.meaning(words.get(at)?)?.number;
    let is_ten = |at: usize| words.get(at).is_some_and(|it| matches!(&**it, "عشر" | "عشره"));
    if is_ten(at) {
        return match at.checked_sub(1).map(|before| words[before].trim_start_matches(['و', 'ب']))
        {
            Some("احد" | "احدي") => Some(11),
            Some("اثنا" | "اثني" | "اثنتا" | "اثنتي") => Some(12),
            Some(_) if of(at - 1).is_some_and(|unit| unit < 10) => of(at - 1).map(|it| it + 10),
            _ => Some(10),
        };
    }
    of(at).filter(|number| *number >= 10 || !is_ten(at + 1))
}

/// Whether a word without an article has its number beside it: "24 دقيقة", "{wait} دقيقة", "دقيقة واحدة".
fn is_counted(at: usize, words: &[String], lexicon: &Lexicon) -> bool {
    let is_number = |word: &String| word.is_ascii() || word.chars().all(char::is_numeric);
    let before = at.checked_sub(1);
    let follows = before.is_some_and(|before| {
        is_number(&words[before]) && words[before] != PAUSE
            || number(before, words, lexicon).is_some()
    });
    let is_one = words.get(at + 1).is_some_and(|it| matches!(&**it, "واحد" | "واحده"));
    !words[at].starts_with("ال") && (follows || is_one)
}

/// What other languages say for a number: soixante-dix-huit.
fn parts(number: u8) -> &'static [u8] {
    match number {
        17 => &[10, 7],
        18 => &[10, 8],
        19 => &[10, 9],
        70 => &[60, 10],
        80 => &[4, 20],
        90 => &[4, 20, 10],
        _ => &[],
    }
}

/// How many there are of what stands beside the word.
fn value(at: usize, words: &[String], lexicon: &Lexicon) -> Option<u32> {
    let word = words.get(at)?;
    let digits = word.parse::<u32>().ok().filter(|it| *it < 1000);
    let loose = || lexicon.meaning(word)?.loose_numbers.iter().copied().find(|it| *it > 6);
    digits.or_else(|| number(at, words, lexicon).or_else(loose).map(u32::from))
}
