use std::collections::BTreeSet;

use super::Language;
use super::lexicon::{Lexicon, Meaning};
use super::sentence::{PAUSE, sentences, words};

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    /// As it is called in a finding.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Minute => "minutes",
            Self::Hour => "hours",
            Self::Day => "days",
            Self::Week => "weeks",
            Self::Month => "months",
            Self::Year => "years",
        }
    }

    fn minutes(self) -> u32 {
        match self {
            Self::Minute => 1,
            Self::Hour => 60,
            Self::Day => 1440,
            Self::Week => 10_080,
            Self::Month => 43_830,
            Self::Year => 525_960,
        }
    }

    /// Numbers that are not written where one of the unit is: "half a year" is six months.
    fn numbers(self) -> &'static [u8] {
        match self {
            Self::Minute => &[],
            Self::Hour => &[30, 60],
            Self::Day => &[20, 4],
            Self::Week => &[7, 8, 14, 15],
            Self::Month => &[4, 30],
            Self::Year => &[12, 18],
        }
    }
}

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
    /// Whether it begins with one that denies, as an instruction does.
    pub(crate) begins_denied: bool,
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
        let denies = reading.count(at, word, meaning);
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
    fn count(&mut self, at: usize, word: &str, meaning: Option<&Meaning>) -> bool {
        let is_short = word.ends_with("n't");
        let denies = is_short || meaning.is_some_and(|it| it.denies);
        self.has_short_denial |= is_short;
        self.denials += usize::from(denies);
        self.verb_denials += usize::from(is_short || meaning.is_some_and(|it| it.denies_verb));
        self.turns += usize::from(meaning.is_some_and(|it| it.turns));
        self.begins_denied |= denies && at < 2;
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
        if let Some(unit) = meaning.unit {
            self.units.insert(unit);
            self.loose_numbers.extend(unit.numbers());
            let beside = [at.checked_sub(1), at.checked_sub(2), Some(at + 1), Some(at)];
            let count = beside.into_iter().flatten().find_map(|at| value(at, words, lexicon));
            self.lengths.push((unit, count.unwrap_or(1) * unit.minutes()));
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
    let digits = words.get(at)?.parse::<u32>().ok().filter(|it| *it < 1000);
    digits.or_else(|| number(at, words, lexicon).map(u32::from))
}
