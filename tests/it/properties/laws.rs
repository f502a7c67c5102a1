use std::collections::BTreeSet;

use quiz::link::{self, Opened};
use quiz::{Answers, End, Level, Outcome, Pick, Plan, Progress, Quiz, Range, Span, Walk};
use serde_json::{Value, json};

use super::oracle::{self, Picked};
use super::trail::{Trail, node, quiz};
use crate::languages::translation;
use crate::transcript;

/// A second program that reads the file afresh, and a visitor who gives the answers in the order
/// of the file, show the same.
pub(super) fn the_same_answers_give_the_same_visit(trail: &Trail) {
    let again = quiz(trail.file);
    let answers = retold(&again, &trail.visitor.answers, |_| true);
    assert_eq!(visit(&again, &answers), visit(trail.quiz, &trail.visitor.answers));
}

/// Every screen before is as it was when the visitor first saw it, before the answers after it.
pub(super) fn going_back_changes_nothing(trail: &Trail) {
    let walk = trail.visitor.walk();
    for at in 0..=walk.last() {
        let before = &walk.asked()[..at];
        let then =
            retold(trail.quiz, &trail.visitor.answers, |question| before.contains(&question));
        let then = Walk::new(trail.quiz, &then);
        assert_eq!(
            transcript::screen(trail.quiz, &then, at),
            transcript::screen(trail.quiz, &walk, at)
        );
        assert_eq!(then.asked(), before);
    }
}

pub(super) fn answers_no_longer_asked_never_count(trail: &Trail) {
    let walk = trail.visitor.walk();
    let asked = |question| walk.asked().contains(&question);
    let answers = retold(trail.quiz, &trail.visitor.answers, asked);
    assert_eq!(visit(trail.quiz, &answers), visit(trail.quiz, &trail.visitor.answers));
    assert_eq!(&answers, walk.counted());
}

pub(super) fn the_questions_asked_are_those_of_the_file(trail: &Trail) {
    let walk = trail.visitor.walk();
    let answers = oracle::picked(trail.quiz, &trail.visitor.answers);
    let (asked, counted, next) = oracle::replay(trail.file, &answers);
    let ids: Vec<&str> =
        walk.asked().iter().map(|&question| trail.quiz.questions[question].id.as_str()).collect();
    let end = match walk.end() {
        End::Open(question) => Some(trail.quiz.questions[question].id.as_str()),
        End::Ending(ending) => Some(trail.quiz.endings[ending].id.as_str()),
        End::Result => None,
    };
    assert_eq!((ids, end), (asked.iter().map(String::as_str).collect(), next.as_deref()));
    assert_eq!(oracle::picked(trail.quiz, walk.counted()), counted);
}

pub(super) fn an_exclusive_choice_stands_alone(trail: &Trail) {
    for (index, question) in trail.quiz.questions.iter().enumerate() {
        let picks = trail.visitor.answers.of(index);
        let exclusive = picks.iter().any(|choice| question.choices[choice].exclusive);
        assert!(!exclusive || picks.count() == 1, "{}: {picks:?}", question.id.as_str());
    }
}

pub(super) fn cautions_are_those_of_the_file_and_a_hold_stands_first(trail: &Trail) {
    let walk = trail.visitor.walk();
    let counted = oracle::picked(trail.quiz, walk.counted());
    let outcome = Outcome::new(trail.quiz, walk.counted());
    let shown: Vec<&str> = outcome.cautions.iter().map(|shown| shown.item.id.as_str()).collect();
    let cautions = oracle::list(trail.file, "cautions");
    let at = |level: &str| {
        let cautions = cautions.iter().filter(|caution| caution["level"] == *level);
        let cautions = cautions.filter(|caution| oracle::applies(caution, &counted));
        cautions.map(|caution| oracle::text(&caution["id"])).collect::<Vec<_>>()
    };
    assert_eq!(shown, [at("hold"), at("ask"), at("tell")].concat());
    let hold = !at("hold").is_empty();
    assert_eq!((outcome.on_hold(), outcome.may_book()), (hold, !hold));
    let first = outcome.cautions.first().map(|shown| shown.item.level);
    assert_eq!(hold, first == Some(Level::Hold));
}

pub(super) fn every_figure_is_one_of_a_plan_that_applies(trail: &Trail) {
    let walk = trail.visitor.walk();
    let counted = oracle::picked(trail.quiz, walk.counted());
    let outcome = Outcome::new(trail.quiz, walk.counted());
    let plans = outcome.plans();
    let applying = applying(trail.file, "plans", &counted);
    let shown: BTreeSet<&str> = plans.iter().map(|plan| plan.id.as_str()).collect();
    assert_eq!(shown, applying.iter().map(|plan| oracle::text(&plan["id"])).collect());
    for plan in &plans {
        let row = applying.iter().find(|row| row["id"] == *plan.id.as_str()).expect("it applies");
        assert_eq!(figures(plan), figures_of_file(row));
        assert!(!plan.sources.is_empty());
    }
    let Some(course) = &outcome.course else { return assert!(plans.is_empty()) };
    check_span(&plans, Some(course.sessions), |plan| Some(plan.sessions));
    check_span(&plans, Some(course.weeks_between), |plan| Some(plan.weeks_between));
    check_span(&plans, course.first_visible, |plan| plan.first_visible);
    check_span(&plans, course.full, |plan| plan.full);
    check_span(&plans, course.redness, |plan| plan.redness);
    let most = plans.iter().filter_map(|plan| plan.redness_max).max();
    assert_eq!(course.redness_max.map(|(days, _)| days), most);
    assert_eq!(course.redness_max.and_then(|(_, plan)| plans[plan].redness_max), most);
}

/// Each end is the latest there is, and the plan named for it says so.
fn check_span(plans: &[&Plan], span: Option<Span>, range: fn(&Plan) -> Option<Range>) {
    let all: Vec<Range> = plans.iter().filter_map(|plan| range(plan)).collect();
    let latest = |end: fn(&Range) -> u32| all.iter().map(end).max();
    let (from, to) = (latest(|range| range.from), latest(|range| range.to));
    assert_eq!((span.map(|span| span.range.from), span.map(|span| span.range.to)), (from, to));
    let Some(span) = span else { return };
    assert_eq!(range(plans[span.from_plan]).map(|range| range.from), from);
    assert_eq!(range(plans[span.to_plan]).map(|range| range.to), to);
}

fn applying<'f>(file: &'f Value, list: &str, counted: &Picked) -> Vec<&'f Value> {
    let is_for = |item: &&Value| oracle::is_picked(&item["for"], counted);
    let items = oracle::list(file, list).iter().filter(is_for);
    items.filter(|item| oracle::applies(item, counted)).collect()
}

fn figures(plan: &Plan) -> Value {
    let pair = |range: Range| json!([range.from, range.to]);
    json!([
        pair(plan.sessions),
        pair(plan.weeks_between),
        plan.first_visible.map(pair),
        plan.full.map(pair),
        plan.redness.map(pair),
        plan.redness_max,
    ])
}

fn figures_of_file(plan: &Value) -> Value {
    json!([
        plan["sessions"],
        plan["weeksBetween"],
        plan["firstVisibleWeeksAfterFirst"],
        plan["fullWeeksAfterLast"],
        plan["rednessDays"],
        plan["rednessMaxDays"],
    ])
}

/// And it is given once.
pub(super) fn every_reason_is_an_answer_that_counts(trail: &Trail) {
    let walk = trail.visitor.walk();
    let outcome = Outcome::new(trail.quiz, walk.counted());
    let concerns = || outcome.concerns.iter();
    let cautions = outcome.cautions.iter().map(|shown| &shown.because);
    let benefits = concerns().flat_map(|concern| &concern.benefits).map(|shown| &shown.because);
    let plans = concerns().flat_map(|concern| &concern.plans).map(|shown| &shown.because);
    for because in cautions.chain(benefits).chain(plans) {
        let distinct: BTreeSet<&Pick> = because.iter().collect();
        assert_eq!(distinct.len(), because.len(), "{because:?}");
        assert!(because.iter().all(|pick| walk.counted().of(pick.question).has(pick.choice)));
    }
}

/// One question more, and of no more than before.
pub(super) fn progress_never_goes_backwards(trail: &Trail) {
    let walk = trail.visitor.walk();
    let questions = walk.asked().len() + usize::from(matches!(walk.end(), End::Open(_)));
    let walked: Vec<Progress> = (0..questions).map(|at| walk.progress(trail.quiz, at)).collect();
    for (at, progress) in walked.iter().enumerate() {
        assert_eq!(progress.number, at + 1);
        assert!(progress.number <= progress.at_most, "{walked:?}");
    }
    for pair in walked.windows(2) {
        let [before, after] = pair else { continue };
        assert!(after.at_most <= before.at_most, "{walked:?}");
    }
    if let (End::Result, Some(last)) = (walk.end(), walked.last()) {
        assert_eq!(last.number, walk.last());
    }
}

pub(super) fn progress_counts_the_longest_path(trail: &Trail) {
    let walk = trail.visitor.walk();
    for at in 0..walk.asked().len() + usize::from(matches!(walk.end(), End::Open(_))) {
        let before = &walk.asked()[..at];
        let then =
            retold(trail.quiz, &trail.visitor.answers, |question| before.contains(&question));
        let longest = oracle::longest(trail.file, &oracle::picked(trail.quiz, &then));
        assert_eq!(walk.progress(trail.quiz, at).at_most, longest, "at {at} of {:?}", walk.asked());
    }
}

pub(super) fn a_link_opens_what_it_was_made_of(trail: &Trail) {
    let outcome = Outcome::new(trail.quiz, trail.visitor.walk().counted());
    let shared = outcome.to_shared(trail.quiz);
    if outcome.concerns.is_empty() {
        return;
    }
    let fragment = link::fragment(trail.quiz, &shared);
    for fragment in [format!("#{fragment}"), fragment] {
        assert_eq!(link::open(trail.quiz, &fragment), Opened::Shared(shared.clone()));
    }
    let opened = Outcome::from_shared(trail.quiz, &shared);
    assert_eq!(opened.course, outcome.course);
    assert!(opened.cautions.is_empty() && !opened.may_book());
}

pub(super) fn answers_carried_to_the_same_quiz_stay(trail: &Trail) {
    let answers = &trail.visitor.answers;
    assert_eq!(&answers.carried(trail.quiz, &quiz(trail.file)), answers);
}

/// Half of the words in another language: the same visit, but for words.
pub(super) fn a_translation_changes_words_alone(trail: &Trail) {
    let translated = data::translated(node(trail.file), &node(&translation(trail.file)));
    let translated = translated.unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_ne!(translated.purpose, trail.quiz.purpose);
    assert!(translated.title.is_untranslated());
    let answers = retold(&translated, &trail.visitor.answers, |_| true);
    assert_eq!(&answers, &trail.visitor.answers);
    let ours = |line: &&str| !line.starts_with("  note: ") && !line.starts_with("  borrowed: ");
    let told = |quiz| visit(quiz, &answers).lines().filter(ours).collect::<Vec<_>>().join("\n");
    assert_eq!(told(&translated), told(trail.quiz));
    let rules = |quiz: &Quiz| -> Vec<String> {
        let cautions = quiz.cautions.iter().map(|it| format!("{:?} {:?}", it.level, it.when));
        let questions = quiz.questions.iter().map(|it| format!("{:?} {:?}", it.kind, it.when));
        cautions.chain(questions).collect()
    };
    assert_eq!(rules(&translated), rules(trail.quiz));
}

/// The answers to some questions, picked in the order of the file.
fn retold(quiz: &Quiz, answers: &Answers, keep: impl Fn(usize) -> bool) -> Answers {
    let questions = (0..quiz.questions.len()).filter(|&question| keep(question));
    questions.fold(Answers::none(quiz), |told, question| {
        answers.of(question).iter().fold(told, |told, choice| told.after(quiz, question, choice))
    })
}

/// Every screen of a visit, and where it leads.
fn visit(quiz: &Quiz, answers: &Answers) -> String {
    let walk = Walk::new(quiz, answers);
    (0..=walk.last()).map(|at| transcript::screen(quiz, &walk, at)).collect()
}
