use quiz::{Kind, Pick, Question, Quiz};

use super::super::document::Found;
use super::super::heard::{leads, names, speaks};
use super::super::proved::choice;

/// Says which choices of a question about safety lead to nothing, beside "None of these". Where
/// only one can be picked, some rightly lead to nothing: "No", "Rarely". Of concerns the proof says
/// it.
pub(super) fn check(found: &mut Found<'_>, quiz: &Quiz) {
    for (question, asked) in quiz.questions.iter().enumerate() {
        let picks = || (0..asked.choices.len()).map(move |choice| Pick { question, choice });
        let is_concern =
            quiz.entries().any(|it| it.concern.is_some_and(|it| it.question == question));
        if is_concern || asked.kind == Kind::One || !picks().any(|pick| leads(quiz, pick)) {
            continue;
        }
        let mut unheard: Vec<Pick> = picks().filter(|pick| !is_heard(quiz, *pick)).collect();
        if let Some(none) = none_of_these(asked, &unheard) {
            unheard.remove(none);
        }
        unheard.into_iter().for_each(|pick| say(found, pick));
    }
}

/// Which of them is most likely "None of these": what excludes the others, or the last where
/// nothing does.
fn none_of_these(asked: &Question, unheard: &[Pick]) -> Option<usize> {
    match asked.choices.iter().any(|choice| choice.exclusive) {
        true => unheard.iter().position(|pick| asked.choices[pick.choice].exclusive),
        false => unheard.len().checked_sub(1),
    }
}

fn is_heard(quiz: &Quiz, pick: Pick) -> bool {
    let heard = |rule| names(rule, pick) || speaks(quiz, rule, pick, true);
    quiz.entries().any(|it| it.concern == Some(pick) || heard(it.when))
}

fn say(found: &mut Found<'_>, pick: Pick) {
    found.warn(
        "choice/no-rule",
        &choice(pick),
        "leads to nothing, while others of its question lead to a caution or an ending.",
        "Add a caution \"when\" it is picked, or name it in the rule of one.",
    );
}
