mod arabic;
mod english;
mod spanish;

use super::super::tag::primary;
use super::token::{Kind, Token};

/// What words of a language count, and what they count. Arabic is written without marks, and with one
/// alif.
#[derive(Debug)]
pub(super) struct Tongue {
    pub(super) numbers: &'static [(&'static str, f64)],
    /// Parts of a whole: half, two thirds.
    pub(super) parts: &'static [&'static str],
    pub(super) all: &'static [&'static str],
    pub(super) percent: &'static [&'static str],
    /// What joins two numbers to a share, certainly: nine *in* ten, *de cada*.
    pub(super) shares: &'static [&'static str],
    /// What joins them perhaps: nine *of* ten.
    pub(super) of: &'static [&'static str],
    pub(super) each: &'static [&'static str],
    pub(super) people: &'static [&'static str],
    pub(super) sessions: &'static [&'static str],
    pub(super) times: &'static [&'static str],
    pub(super) more: &'static [&'static str],
    pub(super) minutes: &'static [&'static str],
    pub(super) units: &'static [&'static str],
    pub(super) years: &'static [&'static str],
    pub(super) money: &'static [&'static str],
    /// Before or after a time that is over, or an age.
    pub(super) past: &'static [&'static str],
    pub(super) ages: &'static [&'static str],
    /// What a treatment is said to do.
    pub(super) promises: &'static [&'static str],
    /// What it is said to take.
    pub(super) needs: &'static [&'static str],
    /// What happens after it.
    pub(super) outcomes: &'static [&'static str],
    /// Before a number that is not exact: less than, over.
    pub(super) about: &'static [&'static str],
    /// Parts of the quiz itself, which may be counted.
    pub(super) quiz: &'static [&'static str],
    pub(super) choose: &'static [&'static str],
}

/// The words of the language that a text is in; of one that is not known the nouns of all.
#[derive(Debug)]
pub(super) struct Vocabulary {
    tongues: Vec<&'static Tongue>,
    has_numbers: bool,
}

impl Vocabulary {
    pub(super) fn of(language: &str) -> Self {
        let own = match primary(language).as_str() {
            "en" => Some(&english::TONGUE),
            "es" => Some(&spanish::TONGUE),
            "ar" => Some(&arabic::TONGUE),
            _ => None,
        };
        match own {
            Some(tongue) => Self { tongues: vec![tongue], has_numbers: true },
            None => Self {
                tongues: vec![&english::TONGUE, &spanish::TONGUE, &arabic::TONGUE],
                has_numbers: false,
            },
        }
    }

    /// Whether a word is in a list, with or without the letters that Arabic writes before it.
    pub(super) fn has(&self, list: fn(&Tongue) -> &'static [&'static str], word: &str) -> bool {
        let is_in = |form: &str| self.tongues.iter().any(|it| list(it).contains(&form));
        forms(word).any(is_in)
    }

    /// What a token counts to.
    pub(super) fn number(&self, token: &Token<'_>) -> Option<f64> {
        if token.kind == Kind::Digits {
            return Some(token.value().unwrap_or(f64::INFINITY));
        }
        if token.kind != Kind::Word || !self.has_numbers {
            return None;
        }
        let of = |form: &str| {
            let all = self.tongues.iter().flat_map(|it| it.numbers);
            all.clone().find(|(word, _)| *word == form).map(|(_, value)| *value)
        };
        forms(&token.word).find_map(of)
    }

    /// Whether a number may count such a thing.
    pub(super) fn counts(&self, word: &str) -> bool {
        let lists: [fn(&Tongue) -> &'static [&'static str]; 10] = [
            |it| it.people,
            |it| it.sessions,
            |it| it.units,
            |it| it.minutes,
            |it| it.years,
            |it| it.percent,
            |it| it.money,
            |it| it.of,
            |it| it.shares,
            |it| it.times,
        ];
        lists.into_iter().any(|list| self.has(list, word))
    }
}

/// A word, and what is left of an Arabic one without "and", "in", "for", "the".
fn forms(word: &str) -> impl Iterator<Item = &str> {
    let is_arabic = word.chars().next().is_some_and(|c| ('ء'..='ي').contains(&c));
    let before = if is_arabic {
        &["وال", "بال", "فال", "لل", "ال", "و", "ب", "ل", "ف"][..]
    } else {
        &[]
    };
    let stripped = before.iter().filter_map(move |it| word.strip_prefix(it));
    std::iter::once(word).chain(stripped.filter(|rest| rest.chars().count() > 1))
}
