use std::collections::HashMap;

use super::super::language::normal;
use super::pair::Pair;

/// Which words of the two languages stand for one another, learnt from all texts of a file: where
/// the one is, the other mostly is.
pub(super) struct Glossary {
    /// The words of each text of the quiz, by number, in order.
    bases: Vec<Vec<u32>>,
    /// The words of each translation.
    owns: Vec<Vec<u32>>,
    /// What stands for each word of the quiz.
    forth: Vec<Vec<u32>>,
    /// What each word of the translation stands for.
    back: Vec<Vec<u32>>,
    ratio: f32,
}

/// So many words of a text are looked at: no longer one is shown.
const MOST_WORDS: usize = 100;

/// Of the texts with either word so many have both.
const SHARED: f32 = 0.6;

impl Glossary {
    pub(super) fn new(pairs: &[Pair<'_>]) -> Self {
        let bases = numbered(pairs.iter().map(|pair| pair.of.raw.as_str()));
        let owns = numbered(pairs.iter().map(|pair| pair.own));
        let none = |texts: &[Vec<u32>]| {
            let words = texts.iter().flatten().max().map_or(0, |most| *most as usize + 1);
            vec![Vec::new(); words]
        };
        let (forth, back) = (none(&bases), none(&owns));
        let mut glossary = Self { forth, back, ratio: ratio(pairs), bases, owns };
        glossary.link();
        glossary
    }

    fn link(&mut self) {
        let (of_base, of_own) = (places(&self.bases), places(&self.owns));
        for (word, texts) in of_base.iter().filter(|(_, texts)| texts.len() > 1) {
            let mut together: HashMap<u32, usize> = HashMap::new();
            for own in texts.iter().flat_map(|at| &self.owns[*at]) {
                *together.entry(*own).or_default() += 1;
            }
            for (own, both) in together.into_iter().filter(|(_, both)| *both > 1) {
                let either = texts.len() + of_own[&own].len();
                if 2.0 * both as f32 >= SHARED * either as f32 {
                    self.forth[*word as usize].push(own);
                    self.back[own as usize].push(*word);
                }
            }
        }
    }

    /// How many words of a text of the quiz have nothing in a translation that stands for them, and
    /// the other way round.
    pub(super) fn strange(&self, of: usize, own: usize) -> usize {
        let alone = |words: &[u32], others: &[u32], of: &[Vec<u32>]| {
            let is_alone = |word: &&u32| {
                let meant = &of[**word as usize];
                !meant.is_empty() && !meant.iter().any(|it| others.binary_search(it).is_ok())
            };
            words.iter().filter(is_alone).count()
        };
        let (base, own) = (&self.bases[of], &self.owns[own]);
        alone(base, own, &self.forth) + alone(own, base, &self.back)
    }

    /// How many letters of a translation one of the quiz takes, mostly.
    pub(super) fn ratio(&self) -> f32 {
        self.ratio
    }
}

fn ratio(pairs: &[Pair<'_>]) -> f32 {
    let length = |text: &str| text.chars().count().max(1) as f32;
    let mut all: Vec<f32> =
        pairs.iter().map(|pair| length(pair.own) / length(&pair.of.raw)).collect();
    all.sort_by(f32::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(1.0)
}

/// The words of each text, by numbers.
fn numbered<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<Vec<u32>> {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let of_text = |text: &str| {
        let normal = normal(text);
        let words = normal.split(|c: char| !c.is_alphanumeric()).filter_map(stem);
        let numbered = words.take(MOST_WORDS).map(|stem| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(stem).or_insert(next)
        });
        let mut numbered: Vec<u32> = numbered.collect();
        numbered.sort_unstable();
        numbered.dedup();
        numbered
    };
    texts.map(of_text).collect()
}

/// The beginning of a word that is long enough to say something.
fn stem(word: &str) -> Option<String> {
    let is_arabic = word.starts_with(|c| ('\u{620}'..='\u{6ff}').contains(&c));
    let long = if is_arabic { 3 } else { 4 };
    let before = ["وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف"];
    let mut bare = before.iter().filter_map(|it| word.strip_prefix(it));
    let word = bare.find(|rest| rest.chars().count() >= 3).unwrap_or(word);
    (word.chars().count() >= long).then(|| word.chars().take(5).collect())
}

/// The texts that have a word.
fn places(texts: &[Vec<u32>]) -> HashMap<u32, Vec<usize>> {
    let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, words) in texts.iter().enumerate() {
        words.iter().for_each(|word| places.entry(*word).or_default().push(at));
    }
    places
}
