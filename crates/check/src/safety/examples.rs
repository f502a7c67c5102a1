use quiz::{Answers, Rule};

use super::joint::{Edition, Joint};

/// The answers to the questions that some rules look at, where either edition asks them:
/// `"Pregnant" to "Which of these are true?"`.
pub(super) fn words<'r>(
    joint: &Joint,
    editions: [&Edition<'_>; 2],
    answers: &Answers,
    rules: impl Iterator<Item = &'r Rule> + Clone,
) -> String {
    let is_told = |index: &usize| {
        rules.clone().any(|rule| rule.looks_at(*index))
            && editions.iter().any(|edition| edition.asks(*index, answers))
    };
    let told = (0..joint.questions.len()).filter(is_told).filter_map(|index| {
        let question = &joint.questions[index];
        let picked = answers.of(index).iter().map(|choice| {
            let gone = if choice < joint.kept[index] { "" } else { ", which is gone," };
            format!("\"{}\"{gone}", question.choices[choice].label.as_str())
        });
        let picked: Vec<String> = picked.collect();
        let title = question.title.as_str();
        (!picked.is_empty()).then(|| format!("{} to \"{title}\"", picked.join(" and ")))
    });
    told.collect::<Vec<_>>().join("; ")
}
