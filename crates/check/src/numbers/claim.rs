use std::ops::Range;

use super::name::is_name;
use super::place::Place;
use super::token::{Kind, Token};
use super::vocabulary::{Tongue, Vocabulary};

/// A number that says something without a source.
#[derive(Debug)]
pub(super) struct Claim {
    pub(super) weight: Weight,
    pub(super) span: Range<usize>,
    pub(super) is_in_words: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Certain,
    Doubtful,
}

type List = fn(&Tongue) -> &'static [&'static str];

/// A text while its numbers are looked at.
struct Look<'t> {
    tokens: &'t [Token<'t>],
    words: &'t Vocabulary,
    place: Place,
}

/// Every number of a text that is a claim there.
pub(super) fn claims(tokens: &[Token<'_>], words: &Vocabulary, place: Place) -> Vec<Claim> {
    let look = Look { tokens, words, place };
    (0..tokens.len()).filter_map(|at| look.claim(at)).collect()
}

impl Look<'_> {
    fn claim(&self, at: usize) -> Option<Claim> {
        let is_part = self.has(at, |it| it.parts);
        if let Some(last) = self.twice(at) {
            return Some(self.found(Weight::Certain, at, last));
        }
        let value = self.words.number(&self.tokens[at]);
        let is_digits = self.tokens[at].kind == Kind::Digits;
        let last = match value {
            Some(value) => self.share(at, value),
            None => None,
        };
        let last = last.or_else(|| is_part.then(|| self.part(at))?);
        if let Some(last) = last {
            return Some(self.found(self.weight_of_share(at, last)?, at, last));
        }
        let value = value?;
        if is_digits && is_name(self.tokens, at, self.words) {
            return None;
        }
        let counted = self
            .crowd(at, value)
            .or_else(|| self.course(at, value))
            .or_else(|| self.times(at))
            .or_else(|| self.price(at))
            .or_else(|| self.time(at, value));
        if let Some((weight, last)) = counted {
            return Some(self.found(weight, at, last));
        }
        let weight = if is_digits { self.alone(at, value)? } else { return None };
        Some(self.found(weight, at, at))
    }

    /// Nine in ten, 95 %, 9/10: the last token of it.
    fn share(&self, at: usize, value: f64) -> Option<usize> {
        self.percent(at).or_else(|| self.ratio(at, value))
    }

    /// What a visitor says or is asked may be a share; that of people is a claim everywhere.
    fn weight_of_share(&self, at: usize, last: usize) -> Option<Weight> {
        let is_whole = self.tokens[at].value() == Some(100.0);
        let is_open = match self.place {
            Place::Choice => at > 0 && self.is_beside(at - 1, |it| it.about),
            Place::Question | Place::Ask => self.asks(at),
            Place::Start if is_whole => false,
            _ => return Some(Weight::Certain),
        };
        let lists: [List; 3] = [|it| it.people, |it| it.outcomes, |it| it.promises];
        let is_of_people = self.says(at, |it| it.people) || self.is_of_those_who(last);
        if is_of_people || (!is_open && lists.iter().any(|it| self.says(at, *it))) {
            return Some(Weight::Certain);
        }
        (!is_open).then_some(Weight::Doubtful)
    }

    /// Whether those follow whom the share is of: "the 9 of 10 who see a change".
    fn is_of_those_who(&self, last: usize) -> bool {
        const WHO: [&str; 7] = ["who", "whose", "que", "quienes", "qui", "الذين", "ممن"];
        self.tokens.get(last + 1).is_some_and(|it| WHO.contains(&it.word.as_str()))
    }

    fn percent(&self, at: usize) -> Option<usize> {
        let is_sign = |at: usize| self.tokens.get(at).is_some_and(|it| it.is_sign('%'));
        if is_sign(at + 1) {
            return Some(at + 1);
        }
        if at > 0 && is_sign(at - 1) && self.tokens[at].is_glued {
            return Some(at);
        }
        let word = |at: usize| self.tokens.get(at).map_or("", |it| it.word.as_str());
        let second = word(at + 2);
        match word(at + 1) {
            "percent" | "pct" | "بالمئة" | "بالمائة" | "prozent" => Some(at + 1),
            "per" if second == "cent" => Some(at + 2),
            "por" if second.starts_with("cien") => Some(at + 2),
            "pour" if second == "cent" => Some(at + 2),
            "في" if self.has(at + 2, |it| it.percent) => Some(at + 2),
            _ => None,
        }
    }

    fn ratio(&self, at: usize, value: f64) -> Option<usize> {
        if self.tokens[at].kind == Kind::Digits && is_name(self.tokens, at, self.words) {
            return None;
        }
        let mut next = at + 1;
        let (mut is_certain, mut is_joined) = (false, false);
        while next < self.tokens.len() && next <= at + 3 {
            let token = &self.tokens[next];
            match token.word.as_str() {
                "/" if token.is_glued => (is_certain, is_joined) = (true, true),
                "von" | "sur" | "su" | "em" | "på" => (is_certain, is_joined) = (true, true),
                _ if self.has(next, |it| it.shares) => (is_certain, is_joined) = (true, true),
                _ if self.has(next, |it| it.of) => is_joined = true,
                _ if is_joined && self.has(next, |it| it.each) => {
                    is_certain |= token.word != "the";
                }
                "out" => is_certain = true,
                _ => break,
            }
            next += 1;
        }
        let whole = self.words.number(self.tokens.get(next)?)?;
        let is_date = self.tokens.get(next + 1).is_some_and(|it| it.is_sign('/'));
        if !is_joined || is_date || value >= whole || whole > 1e6 || self.is_timed(next) {
            return None;
        }
        let is_share = is_certain || (value > 1.0 && !self.is_of_the_quiz(at, next));
        is_share.then(|| self.noun(next, |it| it.people).unwrap_or(next))
    }

    /// Whether a unit of time or a session comes after a number.
    fn is_timed(&self, at: usize) -> bool {
        let lists: [List; 4] = [|it| it.units, |it| it.minutes, |it| it.years, |it| it.sessions];
        lists.into_iter().any(|list| self.has(at + 1, list))
    }

    /// Whether it counts questions, or says how many to choose.
    fn is_of_the_quiz(&self, at: usize, last: usize) -> bool {
        self.noun(last, |it| it.quiz).is_some()
            || (at > 0 && self.has(at - 1, |it| it.choose))
            || (at > 0 && self.has(at - 1, |it| it.quiz))
    }

    /// Half of all, two thirds of the people.
    fn part(&self, at: usize) -> Option<usize> {
        let (word, next) = (self.word(at), self.word(at + 1));
        let needs = match word {
            "tercera" | "cuarta" | "quinta" => "parte",
            "third" | "thirds" | "quarter" | "quarters" | "fifth" | "fifths" | "tenths" => "of",
            _ => next,
        };
        if next != needs {
            return None;
        }
        let after = self.sentence(at + 1).take(5);
        let is_own = matches!(self.place, Place::Choice | Place::Question);
        let is_of_people =
            |at: &usize| self.has(*at, |it| it.people) || (!is_own && self.has(*at, |it| it.all));
        if let Some(last) = after.clone().find(is_of_people) {
            return Some(last);
        }
        let is_outcome =
            |at: &usize| self.has(*at, |it| it.outcomes) || self.has(*at, |it| it.promises);
        let is_counted = at > 0
            && (self.words.number(&self.tokens[at - 1]).is_some_and(|it| it > 1.0)
                || ["than", "over", "about", "almost", "nearly", "de"]
                    .contains(&self.word(at - 1)));
        after.take(2).find(is_outcome).filter(|_| is_counted && !is_own)
    }

    /// 10,000 happy clients.
    fn crowd(&self, at: usize, value: f64) -> Option<(Weight, usize)> {
        let last = self.noun(at, |it| it.people)?;
        let is_age = (12.0..=30.0).contains(&value)
            && (self.tokens[at + 1].is_sign('+') || self.is_beside(at, |it| it.ages));
        let own = matches!(self.place, Place::Choice | Place::Question | Place::Ask);
        if is_age || value <= 1.0 || (own && value < 100.0) || self.asks(at) {
            return None;
        }
        Some((Weight::Certain, last))
    }

    /// Three sessions.
    fn course(&self, at: usize, value: f64) -> Option<(Weight, usize)> {
        let last = self.noun(at, |it| it.sessions)?;
        if self.unit(at).is_some_and(|unit| unit < last) {
            return None;
        }
        let is_one = value <= 1.0 && self.tokens[at].kind == Kind::Word;
        let promised = self.says(at, |it| it.promises);
        let is_past = self.is_beside(at, |it| it.past) || self.is_beside(last, |it| it.past);
        let is_claim = match self.place {
            Place::Choice => false,
            Place::Ask => !self.asks(at),
            Place::Question | Place::Interface => {
                (promised || self.says(at, |it| it.needs)) && !self.asks(at)
            }
            Place::Item | Place::Start | Place::Heading => !is_one || promised,
        };
        let is_article = matches!(self.word(at), "un" | "una" | "uno");
        (is_claim && !is_past && !is_article).then_some((Weight::Certain, last))
    }

    /// Three times smoother, 3x.
    fn times(&self, at: usize) -> Option<(Weight, usize)> {
        if self.place == Place::Choice || !self.has(at + 1, |it| it.times) {
            return None;
        }
        let is_sign = self.word(at + 1) == "x" && self.tokens[at + 1].is_glued;
        let is_more = self.has(at + 2, |it| it.more);
        (is_sign || is_more).then_some((Weight::Certain, if is_more { at + 2 } else { at + 1 }))
    }

    /// Twice as smooth.
    fn twice(&self, at: usize) -> Option<usize> {
        let words = (self.word(at), self.word(at + 1));
        let is_such = matches!(words, ("twice", "as") | ("doble", "de"));
        (is_such && !matches!(self.place, Place::Choice | Place::Question)).then_some(())?;
        self.sentence(at + 1).take(2).last()
    }

    fn price(&self, at: usize) -> Option<(Weight, usize)> {
        let is_sign = |at: usize| {
            let kind = self.tokens.get(at).map(|it| it.kind);
            matches!(kind, Some(Kind::Sign('€' | '$' | '£' | '¥' | '﷼')))
        };
        let last = if is_sign(at + 1) || self.has(at + 1, |it| it.money) {
            at + 1
        } else if at > 0 && (is_sign(at - 1) || self.has(at - 1, |it| it.money)) {
            at
        } else {
            return None;
        };
        match self.place {
            Place::Choice => None,
            Place::Question | Place::Ask => Some((Weight::Doubtful, last)),
            _ => Some((Weight::Certain, last)),
        }
    }

    /// Two weeks, 24 hours.
    fn time(&self, at: usize, value: f64) -> Option<(Weight, usize)> {
        let last = self.unit(at)?;
        let is_past = [at, last].into_iter().any(|at| self.is_beside(at, |it| it.past));
        let is_age = self.has(last, |it| it.years)
            && [at, last].into_iter().any(|at| self.is_beside(at, |it| it.ages));
        let is_in_words = self.tokens[at].kind == Kind::Word;
        if is_past || is_age || (is_in_words && value <= 1.0) {
            return None;
        }
        let promised = self.says(at, |it| it.promises);
        let told = promised || self.says(at, |it| it.outcomes);
        let weight = match self.place {
            Place::Choice => return None,
            Place::Item if is_in_words && !self.has(last, |it| it.minutes) => Weight::Certain,
            Place::Item => return None,
            Place::Heading => Weight::Certain,
            Place::Start if told => Weight::Certain,
            Place::Start if self.has(last, |it| it.minutes) => return None,
            Place::Start => Weight::Doubtful,
            Place::Ask if self.asks(at) => return None,
            Place::Ask | Place::Interface if promised => Weight::Certain,
            Place::Question if promised && !self.asks(at) => Weight::Doubtful,
            Place::Ask | Place::Interface | Place::Question => return None,
        };
        Some((weight, last))
    }

    /// The unit of time that a number counts.
    fn unit(&self, at: usize) -> Option<usize> {
        let lists: [List; 3] = [|it| it.units, |it| it.minutes, |it| it.years];
        lists.into_iter().find_map(|list| self.noun(at, list))
    }

    /// Digits that count nothing known.
    fn alone(&self, at: usize, value: f64) -> Option<Weight> {
        let is_next = |sign| self.tokens.get(at + 1).is_some_and(|it| it.is_sign(sign));
        match self.place {
            Place::Item | Place::Heading => Some(Weight::Certain),
            Place::Start => {
                let lists: [List; 5] =
                    [|it| it.quiz, |it| it.minutes, |it| it.ages, |it| it.years, |it| it.units];
                let is_known = lists.into_iter().any(|list| self.noun(at, list).is_some());
                let is_age = is_next('+') && value < 100.0
                    || self.is_beside(at, |it| it.ages)
                    || self.is_range_of_ages(at);
                let is_year = (1900.0..2100.0).contains(&value);
                let is_open = is_next('/') || (at > 0 && self.tokens[at - 1].is_sign('/'));
                (!is_known && !is_age && !is_year && !is_open).then_some(Weight::Doubtful)
            }
            Place::Ask | Place::Question | Place::Choice | Place::Interface => None,
        }
    }

    /// 18 to 65.
    fn is_range_of_ages(&self, at: usize) -> bool {
        let near = at.saturating_sub(4)..(at + 5).min(self.tokens.len());
        near.into_iter().any(|at| self.has(at, |it| it.ages))
    }

    fn found(&self, weight: Weight, at: usize, last: usize) -> Claim {
        let is_word = |token: &Token<'_>| token.kind != Kind::Digits;
        let has_before =
            at > 0 && matches!(self.tokens[at - 1].kind, Kind::Sign('€' | '$' | '£' | '%'));
        let first = if has_before && self.tokens[at].is_glued { at - 1 } else { at };
        let span = self.tokens[first].span.start..self.tokens[last].span.end;
        Claim { weight, span, is_in_words: self.tokens[first..=last].iter().all(is_word) }
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |it| it.word.as_str())
    }

    fn has(&self, at: usize, list: List) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|it| it.kind == Kind::Word && self.words.has(list, &it.word))
    }

    /// What is left of a sentence from a token on.
    fn sentence(&self, at: usize) -> impl Iterator<Item = usize> + Clone {
        (at..self.tokens.len()).take_while(|at| !self.tokens[*at].is_end())
    }

    /// What a number counts: one of these words, with at most two others between.
    fn noun(&self, at: usize, list: List) -> Option<usize> {
        let is_between = |at: &usize| {
            let token = &self.tokens[*at];
            matches!(token.kind, Kind::Word | Kind::Sign('+' | '-' | '‑' | '–'))
        };
        self.sentence(at + 1).take_while(is_between).take(3).find(|at| self.has(*at, list))
    }

    /// Whether one of these words stands close to a token.
    fn is_beside(&self, at: usize, list: List) -> bool {
        let near = at.saturating_sub(2)..(at + 3).min(self.tokens.len());
        near.into_iter().any(|at| self.has(at, list))
    }

    /// Whether the sentence around a token says one of these words.
    fn says(&self, at: usize, list: List) -> bool {
        let before = (0..at).rev().take_while(|at| !self.tokens[*at].is_end());
        before.chain(self.sentence(at)).any(|at| self.has(at, list))
    }

    /// Whether the sentence around a token asks.
    fn asks(&self, at: usize) -> bool {
        let end = self.tokens[at..].iter().find(|it| it.is_end());
        end.is_some_and(|it| it.kind == Kind::End { asks: true })
    }
}
