use std::collections::HashMap;
use std::sync::LazyLock;

use super::{ALL, Language, Unit};

/// A language's words, each with what it can mean.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    words: HashMap<&'static str, Meaning>,
}

/// What a word can mean.
#[derive(Debug, Default)]
pub(super) struct Meaning {
    pub(super) denies: bool,
    pub(super) denies_verb: bool,
    pub(super) turns: bool,
    pub(super) unit: Option<Unit>,
    pub(super) counted_unit: Option<Unit>,
    pub(super) number: Option<u8>,
    pub(super) loose_units: Vec<Unit>,
    pub(super) loose_numbers: Vec<u8>,
}

static LEXICONS: LazyLock<Vec<Lexicon>> =
    LazyLock::new(|| ALL.iter().map(|language| Lexicon::new(language)).collect());

impl Lexicon {
    pub(super) fn of(language: &Language) -> &'static Self {
        let at = ALL.iter().position(|other| other.tag == language.tag).unwrap_or_default();
        &LEXICONS[at]
    }

    fn new(language: &Language) -> Self {
        let mut lexicon = Self::default();
        language.denials.iter().for_each(|word| lexicon.word(word).denies = true);
        language.verbs.iter().for_each(|word| lexicon.word(word).denies_verb = true);
        language.turns.iter().for_each(|word| lexicon.word(word).turns = true);
        for (unit, words) in language.units {
            words.iter().for_each(|word| lexicon.word(word).unit = Some(*unit));
        }
        for (unit, words) in language.counted_units {
            words.iter().for_each(|word| lexicon.word(word).counted_unit = Some(*unit));
        }
        for (unit, words) in language.loose_units {
            words.iter().for_each(|word| lexicon.word(word).loose_units.push(*unit));
        }
        for (number, words) in language.numbers {
            words.iter().for_each(|word| lexicon.word(word).number = Some(*number));
        }
        for (number, words) in language.loose_numbers {
            words.iter().for_each(|word| lexicon.word(word).loose_numbers.push(*number));
        }
        lexicon
    }

    fn word(&mut self, word: &'static str) -> &mut Meaning {
        self.words.entry(word).or_default()
    }

    /// What a word means, in Arabic also with what is written before it in one.
    pub(super) fn meaning(&self, word: &str) -> Option<&Meaning> {
        self.words.get(word).or_else(|| {
            BEFORE
                .iter()
                .filter_map(|before| word.strip_prefix(before))
                .find_map(|rest| self.words.get(rest))
        })
    }
}

/// "And", "so", "with", "for", "as" and the article, which Arabic writes in one with a word.
const BEFORE: [&str; 12] = ["وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك"];
