use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::finding::Severity;
use super::super::language::{Language, Reading, Unit, readings};
use super::super::memo::Memo;
use super::super::remark::Remark;

/// What was remarked on translations before: of the languages, whether it is about safety, and the texts.
pub(crate) type Meanings = Memo<Translation, Rc<[Remark]>>;

/// A text and its translation.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Translation {
    languages: [&'static str; 2],
    is_safety: bool,
    base: String,
    own: String,
}

/// The languages of a translation and of its quiz, where the words of both are known.
pub(super) struct Languages {
    base: &'static Language,
    own: &'static Language,
}

impl Languages {
    pub(super) fn new(base: &str, own: &str) -> Option<Self> {
        Some(Self { base: Language::of(base)?, own: Language::of(own)? })
    }

    /// Where a translation plainly says something else than the text of this key.
    pub(super) fn remarks(
        &self,
        key: &str,
        base: &str,
        own: &str,
        known: &Meanings,
    ) -> Rc<[Remark]> {
        let is_safety = key.starts_with("cautions.") || key.starts_with("endings.");
        let translation = Translation {
            languages: [self.base.tag, self.own.tag],
            is_safety,
            base: base.to_owned(),
            own: own.to_owned(),
        };
        known.get(translation, || self.compared(is_safety, base, own).into())
    }

    fn compared(&self, is_safety: bool, base: &str, own: &str) -> Vec<Remark> {
        let (base, own) = (readings(self.base, base), readings(self.own, own));
        let all = |of: &[(&str, Reading)]| Reading::joined(of.iter().map(|(_, reading)| reading));
        let measured = measured(&all(&base), &all(&own), is_safety);
        self.denial(&base, &own, is_safety).into_iter().chain(measured).collect()
    }

    /// The first sentence that is denied in one of the two alone.
    fn denial(&self, base: &Sentences<'_>, own: &Sentences<'_>, is_safety: bool) -> Option<Remark> {
        if base.len() != own.len() {
            let [of, it] = [base, own].map(|all| Reading::joined(all.iter().map(|(_, it)| it)));
            let has = self.deniers(&it) - it.turns.min(of.turns);
            let mut denied = base.iter().filter(|(_, it)| is_denied(it));
            let (first, _) = denied.next()?;
            return (denied.count() + 1 > has).then(|| self.not_denied(first, false));
        }
        let pairs = || base.iter().zip(own);
        let lacking = pairs().find(|((_, of), (_, it))| self.is_denied_less(of, it));
        if let Some(((words, of), (_, it))) = lacking {
            let is_order = of.forbids && !of.is_question;
            return Some(self.not_denied(words, is_safety && is_order && self.deniers(it) == 0));
        }
        let ((words, _), _) = pairs().find(|((_, of), (_, it))| is_denied_alone(of, it))?;
        let told = format!("denies something, but the quiz says: \"{words}\"");
        let help = "Compare the two, and correct the one that is wrong.";
        Some(Remark::warning("translation/denial", told, help))
    }

    /// Whether a sentence has a part that is denied, and the translation nothing that could do so:
    /// a word such as "stop" does not where the sentence has one already.
    fn is_denied_less(&self, base: &Reading, own: &Reading) -> bool {
        let spent = own.turns.min(base.turns);
        is_denied(base) && self.deniers(own) - spent < base.denied_parts
    }

    /// How many words of a sentence deny, or can stand for it.
    fn deniers(&self, own: &Reading) -> usize {
        own.denials + own.turns + usize::from(own.affixed && self.own.denies_by_affixes())
    }

    fn not_denied(&self, words: &str, is_plain: bool) -> Remark {
        let severity = if is_plain { Severity::Error } else { Severity::Warning };
        let told = format!("has no word that denies, but the quiz says: \"{words}\"");
        let help = format!(
            "Compare the two; where the quiz is right, deny it here too, with {} for instance.",
            self.own.examples()
        );
        Remark::new(severity, "translation/denial", told, &help)
    }
}

type Sentences<'t> = [(&'t str, Reading)];

/// Whether a sentence must be denied in every language: "Haven't you …?" need not.
fn is_denied(reading: &Reading) -> bool {
    let is_rhetorical = reading.is_question && (reading.begins_denied || reading.has_short_denial);
    reading.denials > 0 && !is_rhetorical
}

fn is_denied_alone(base: &Reading, own: &Reading) -> bool {
    let is_question = base.is_question || own.is_question;
    let can_deny = base.denials + base.turns > 0 || base.affixed;
    own.verb_denials > 0 && !is_question && !can_deny
}

/// Where the two count otherwise, or in other units of time.
fn measured(base: &Reading, own: &Reading, is_safety: bool) -> Option<Remark> {
    let severity = if is_safety { Severity::Error } else { Severity::Warning };
    let lacks = missing(&base.units, &own.units, &own.loose_units).or_else(|| years(base));
    let further = missing(&own.units, &base.units, &base.loose_units);
    if let (Some(wanted), Some(has)) = (lacks, further) {
        if is_as_long(base, wanted, own, has) {
            return None;
        }
        let told = format!("has {}, but the quiz has {} there.", has.name(), wanted.name());
        let help = "Write the same unit, or correct the quiz.";
        return Some(Remark::new(severity, "translation/unit", told, help));
    }
    let lacks = missing(&base.numbers, &own.numbers, &own.loose_numbers);
    let further = missing(&own.numbers, &base.numbers, &base.loose_numbers);
    let help = "Compare the two, and write the same number.";
    let (severity, told) = match (lacks, further) {
        (Some(wanted), Some(has)) => {
            (severity, format!("has a word for {has}, but the quiz has one for {wanted} there."))
        }
        (Some(wanted), None) => {
            (Severity::Warning, format!("has no word for {wanted}, but the quiz has one there."))
        }
        (None, Some(has)) => {
            (Severity::Warning, format!("has a word for {has}, but the quiz has none there."))
        }
        (None, None) => return None,
    };
    Some(Remark::new(severity, "translation/number-word", told, help))
}

/// The years of an age, where English has no word for them: "people aged 22".
fn years(base: &Reading) -> Option<Unit> {
    let is_age = base.units.is_empty() && base.loose_units.contains(&Unit::Year);
    is_age.then_some(Unit::Year)
}

/// The first that the other does not have, and has nothing for that can stand for it.
fn missing<T: Ord + Copy>(of: &BTreeSet<T>, own: &BTreeSet<T>, loose: &BTreeSet<T>) -> Option<T> {
    of.iter().copied().find(|it| !own.contains(it) && !loose.contains(it))
}

/// Whether both say how long in other words: a week is eight days in German and in French, and two
/// are fifteen in the Romance languages.
fn is_as_long(base: &Reading, wanted: Unit, own: &Reading, has: Unit) -> bool {
    let of = |reading: &Reading, unit: Unit| -> Vec<u32> {
        let mine = reading.lengths.iter().filter(|(other, _)| *other == unit);
        mine.map(|(_, minutes)| *minutes).collect()
    };
    let theirs = of(own, has);
    let is_near = |one: u32, other: u32| {
        u64::from(one.abs_diff(other)) * 100 <= u64::from(one.max(other)) * 15
    };
    of(base, wanted).iter().any(|one| theirs.iter().any(|other| is_near(*one, *other)))
}

#[cfg(test)]
mod tests;
