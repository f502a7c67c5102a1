use std::collections::BTreeMap;

use data::beside::{self, Persona, Personas};
use data::{Path, Step, listed, mean, nearest};
use quiz::{Answers, End, Id, List, Outcome, Quiz, Walk};

use super::Context;
use super::document::Found;

/// Sends test visitors through their quiz, and says what they see but must not, or the other way
/// round.
pub(super) fn check(found: &mut Found<'_>, context: &Context<'_>) {
    let (file, problems) = beside::personas(found.node());
    problems.iter().for_each(|problem| found.problem(problem));
    if problems.is_empty() {
        idle_tests(found, &file);
    }
    let Some(quiz) = context.quiz_of(found.node()) else {
        if context.has_unread_quiz() {
            return;
        }
        let help =
            "Write the id of the quiz that these visitors take, and put its file beside this one.";
        found.error(
            "persona/no-quiz",
            &Path::new([Step::from("quiz")]),
            "is the id of no quiz here.",
            help,
        );
        return;
    };
    let Ok(quiz) = quiz.quiz() else { return };
    let mut open: BTreeMap<usize, Vec<Path>> = BTreeMap::new();
    for (index, persona) in file.personas.iter().enumerate() {
        let at = Path::new([Step::from("personas"), index.into()]);
        let is_told = problems.iter().any(|problem| problem.path.0.starts_with(&at.0));
        if !is_told
            && !found.is_full()
            && let Some(answers) = answers(found, quiz, &at, persona)
            && let Some(question) = visit(found, quiz, &at, persona, &answers)
        {
            open.entry(question).or_default().push(at);
        }
    }
    for (question, visitors) in open {
        unanswered(found, quiz.questions[question].id.as_str(), &visitors);
    }
}

/// A question that visitors leave open: one finding, for a question that is added is open for all.
fn unanswered(found: &mut Found<'_>, question: &str, visitors: &[Path]) {
    if let [at] = visitors {
        let told = format!("does not answer the question \"{question}\".");
        found.error("persona/open", at, &told, "Add the answer; the walk must come to its end.");
        return;
    }
    let told =
        format!("has {} visitors who do not answer the question \"{question}\".", visitors.len());
    let help =
        "Add their answers; the studio gives one to all of them, under the visitors' own page.";
    found.error("persona/open", &Path::new([Step::from("personas")]), &told, help);
}

/// Says where nothing is tested.
fn idle_tests(found: &mut Found<'_>, file: &Personas) {
    if file.personas.is_empty() {
        let help = "Write at least one, as docs/editing.md shows; else nothing tests the quiz.";
        found.error("persona/none", &Path::new([Step::from("personas")]), "has no visitor.", help);
    }
    for (index, persona) in file.personas.iter().enumerate() {
        let ends_early = persona.ends.as_deref().is_some_and(|ends| ends != "result");
        if persona.shows.is_empty() && persona.hides.is_empty() && !ends_early {
            let at = Path::new([Step::from("personas"), index.into()]);
            let help = "Write in \"shows\" and \"hides\" what must be shown, and what must not.";
            found.error("persona/nothing", &at, "expects nothing.", help);
        }
    }
}

fn answers(found: &mut Found<'_>, quiz: &Quiz, at: &Path, persona: &Persona) -> Option<Answers> {
    let mut answers = Answers::none(quiz);
    let mut known = true;
    for (id, choices) in &persona.answers.0 {
        let here = at.then([Step::from("answers"), Step::Field(id.clone().into())]);
        let Some(question) = quiz.questions.iter().position(|it| it.id.as_str() == id) else {
            unknown(found, &here, "question", id, quiz.questions.iter().map(|it| it.id.as_str()));
            known = false;
            continue;
        };
        for (index, choice) in choices.iter().enumerate() {
            let ids = || quiz.questions[question].choices.iter().map(|it| it.id.as_str());
            match ids().position(|it| it == choice) {
                Some(choice) => answers = answers.after(quiz, question, choice),
                None => {
                    unknown(found, &here.then([index.into()]), "choice", choice, ids());
                    known = false;
                }
            }
        }
    }
    known.then_some(answers)
}

fn unknown<'k>(
    found: &mut Found<'_>,
    at: &Path,
    what: &str,
    id: &str,
    known: impl Iterator<Item = &'k str>,
) {
    let known: Vec<&str> = known.collect();
    let meant = nearest(id, known.iter().copied());
    let told = format!("names the {what} \"{id}\", which the quiz does not have.");
    let help = format!("{}Write one of: {}.", mean(meant.as_deref()), listed(&known));
    found.error("persona/unknown", at, &told, &help);
}

/// Says what a visitor should see and does not, or the other way round; gives the question that they leave
/// open instead.
fn visit(
    found: &mut Found<'_>,
    quiz: &Quiz,
    at: &Path,
    persona: &Persona,
    answers: &Answers,
) -> Option<usize> {
    let walk = Walk::new(quiz, answers);
    if let End::Open(question) = walk.end() {
        return Some(question);
    }
    idle(found, quiz, at, answers, &walk);
    let seen = seen(quiz, &walk);
    let ends = persona.ends.as_deref().unwrap_or("result");
    if !seen.iter().any(|it| it == ends) {
        let told = format!("should end at \"{ends}\", but ends at \"{}\".", seen[0]);
        found.error("persona/end", &at.then([Step::from("ends")]), &told, CORRECT);
    }
    let known = expectable(quiz);
    for (field, items, should) in
        [("shows", &persona.shows, true), ("hides", &persona.hides, false)]
    {
        for (index, item) in items.iter().enumerate() {
            let here = at.then([Step::from(field), index.into()]);
            if !known.contains(item) {
                let told = format!("names \"{item}\", which the quiz does not have.");
                let meant = nearest(item, known.iter().map(String::as_str));
                let help = "Write booking, or a list and an id: cautions.pregnant.";
                let help = format!("{}{help}", mean(meant.as_deref()));
                found.error("persona/unknown", &here, &told, &help);
            } else if !seen.iter().any(|it| it == item) && should {
                let told = format!("is \"{item}\", which is not shown to this visitor.");
                found.error("persona/not-shown", &here, &told, CORRECT);
            } else if seen.iter().any(|it| it == item) && !should {
                let told = format!("is \"{item}\", which is shown to this visitor.");
                found.error("persona/shown", &here, &told, CORRECT);
            }
        }
    }
    None
}

const CORRECT: &str = "Correct the quiz's rules, or what is expected here.";

/// Says which answers are to questions that are not asked.
fn idle(found: &mut Found<'_>, quiz: &Quiz, at: &Path, answers: &Answers, walk: &Walk) {
    for (index, question) in quiz.questions.iter().enumerate() {
        if !answers.of(index).is_empty() && walk.counted().of(index).is_empty() {
            let field = Step::Field(question.id.as_str().to_owned().into());
            found.error(
                "persona/not-asked",
                &at.then([Step::from("answers"), field]),
                "is a question that this visitor is not asked.",
                "Take the answer out, or correct those before it.",
            );
        }
    }
}

/// What a visitor sees at the end: how the walk ends first, then every item by list and id.
pub fn seen(quiz: &Quiz, walk: &Walk) -> Vec<String> {
    if let End::Ending(ending) = walk.end() {
        return vec![named(List::Endings, &quiz.endings[ending].id)];
    }
    let outcome = Outcome::new(quiz, walk.counted());
    let mut seen = vec!["result".to_owned()];
    if outcome.may_book() {
        seen.push("booking".into());
    }
    seen.extend(outcome.cautions.iter().map(|it| named(List::Cautions, &it.item.id)));
    for concern in &outcome.concerns {
        seen.extend(concern.benefits.iter().map(|it| named(List::Benefits, &it.item.id)));
        seen.extend(concern.plans.iter().map(|it| named(List::Plans, &it.item.id)));
    }
    seen.extend(outcome.care.iter().map(|it| named(List::Care, &it.id)));
    seen.extend(outcome.ask.iter().map(|it| named(List::Ask, &it.id)));
    seen.extend(outcome.notes.iter().map(|it| named(List::Notes, &it.id)));
    seen
}

/// All that a persona can expect of a quiz.
pub fn expectable(quiz: &Quiz) -> Vec<String> {
    let things = quiz.entries().filter(|it| it.item.list != List::Questions);
    let alone = ["booking", "result"].map(str::to_owned);
    alone.into_iter().chain(things.map(|it| named(it.item.list, it.id))).collect()
}

fn named(list: List, id: &Id) -> String {
    format!("{}.{}", list.name(), id.as_str())
}
