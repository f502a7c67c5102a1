//! Named states of the view, built from the files that visitors get. Snapshots, the gallery, axe
//! and screenshots all look at these.

mod stage;

use view::{Failure, Notice};
use yew::Html;

use self::stage::{Stage, Visit};

/// A state of the view.
pub struct Fixture {
    /// Names its snapshot and its pictures.
    pub name: &'static str,
    /// BCP 47 tag of the language shown.
    pub language: String,
    /// What a visitor would see.
    pub html: Html,
}

const SKIN: &str = include_str!("../../../static/data/microneedling.json");

const SPANISH: [&str; 2] = [
    include_str!("../../../static/data/microneedling.es.json"),
    include_str!("../../../static/text/es.json"),
];

const ARABIC: [&str; 2] = [
    include_str!("../../../static/data/microneedling.ar.json"),
    include_str!("../../../static/text/ar.json"),
];

/// A translation that has hardly begun.
const PARTLY: &str = r#"{"format": 1, "quiz": "microneedling", "language": "es", "reviewed": null, "words": {
    "title": "¿Qué podría hacer el microneedling por tu piel?",
    "care.time.text": "La sesión dura {needling}; con anestesia, {visit}.",
    "care.makeup.figures.wait.text": "24 horas"
}}"#;

/// Answers of somebody whom no caution concerns.
const CALM: &str = "sun.type-2 marks.rarely area.face age.22-plus skin-today.none medicines.none health.none habits.none";

const LINES: &str = "concerns.wrinkles wrinkles-look.moderate";

const EVERYTHING: &str = "concerns.wrinkles concerns.texture concerns.acne-scars concerns.pores concerns.brightness \
     wrinkles-look.severe texture-look.mild acne-scars-look.moderate pores-look.mild brightness-look.severe";

const TEETH: &str = "goals.stains goals.yellow shade.dark method.trays nights.yes feel.often mouth.crowns mouth.gums check-up.long-ago";

/// Every fixture, in the order a visitor meets them.
pub fn all() -> Vec<Fixture> {
    let skin = Stage::new(SKIN);
    let spanish = Stage::translated(SKIN, SPANISH[0], SPANISH[1]);
    let arabic = Stage::translated(SKIN, ARABIC[0], ARABIC[1]);
    let partly = Stage::translated(SKIN, PARTLY, SPANISH[1]);
    let teeth = Stage::new(include_str!("../../../tests/cases/teeth-whitening.json"));
    let in_spanish = ["spanish-first-question", "spanish-question", "spanish-result"];
    let in_arabic = ["arabic-first-question", "arabic-question", "arabic-result"];
    [
        questions(&skin),
        results(&skin),
        taken_along(&skin),
        failures(&skin),
        other_quiz(&teeth),
        other_language(&spanish, in_spanish),
        other_language(&arabic, in_arabic),
        vec![partly.end("partly-spanish-result", &[LINES, CALM])],
        vec![
            skin.plain("plain"),
            arabic.plain("arabic-plain"),
            partly.plain("partly-spanish-plain"),
            teeth.plain("other-quiz-plain"),
        ],
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn questions(quiz: &Stage) -> Vec<Fixture> {
    let first = |name, visit| quiz.visited(name, Visit { question: "concerns", ..visit });
    vec![
        first("first-question", Visit::default()),
        first(
            "first-question-picked",
            Visit { answers: &["concerns.texture concerns.pores"], ..Visit::default() },
        ),
        first("first-question-error", Visit { attempted: true, ..Visit::default() }),
        first(
            "first-question-stale-link",
            Visit { notice: Some(Notice::StaleLink), ..Visit::default() },
        ),
        first(
            "first-question-updated",
            Visit { notice: Some(Notice::Updated), ..Visit::default() },
        ),
        quiz.question("severity", "wrinkles-look", &[LINES]),
        quiz.question("skin-type", "sun", &[LINES, "sun.type-5"]),
        quiz.question("safety-list", "health", &[LINES, CALM, "health.pregnant health.healing"]),
        quiz.question("safety-none", "health", &[LINES, CALM]),
        quiz.end("ending-under-18", &[LINES, CALM, "age.under-18"]),
        quiz.moment("moment", &[LINES, CALM]),
    ]
}

fn results(quiz: &Stage) -> Vec<Fixture> {
    vec![
        quiz.end("result-one-concern", &[LINES, CALM, "sun.type-5"]),
        quiz.end("result-all-concerns", &[EVERYTHING, CALM, "area.neck habits.actives"]),
        quiz.end(
            "result-hold",
            &[LINES, CALM, "health.pregnant medicines.blood-thinners habits.sun"],
        ),
        quiz.end("result-ask", &[LINES, CALM, "age.18-21 health.keloid"]),
        quiz.end("result-no-caution", &[LINES, CALM]),
        quiz.end("result-pores-only", &["concerns.pores pores-look.moderate", CALM]),
    ]
}

fn taken_along(quiz: &Stage) -> Vec<Fixture> {
    let answers = &[LINES, CALM, "health.immune"];
    let copied = |notice| Visit { answers, notice: Some(notice), ..Visit::default() };
    vec![
        quiz.visited(
            "result-shared",
            Visit { shared: Some(quiz.shared(answers)), ..Visit::default() },
        ),
        quiz.visited("result-along", Visit { answers, along: true, ..Visit::default() }),
        quiz.visited("result-copied", copied(Notice::Copied)),
        quiz.visited("result-copy-failed", copied(Notice::CopyFailed(quiz.summary(answers)))),
    ]
}

fn failures(quiz: &Stage) -> Vec<Fixture> {
    vec![
        quiz.failure("failure-network", Failure::Network),
        quiz.failure("failure-data", Failure::Data),
        quiz.failure("failure-browser", Failure::Browser),
        quiz.failure("failure-crash", Failure::Crash),
    ]
}

fn other_language(quiz: &Stage, [first, severity, result]: [&'static str; 3]) -> Vec<Fixture> {
    vec![
        quiz.question(first, "concerns", &[]),
        quiz.question(severity, "wrinkles-look", &[LINES]),
        quiz.end(result, &[EVERYTHING, CALM, "area.neck habits.actives health.keloid"]),
    ]
}

fn other_quiz(quiz: &Stage) -> Vec<Fixture> {
    vec![
        quiz.question("other-quiz-question", "mouth", &[TEETH]),
        quiz.end("other-quiz-result", &[TEETH]),
    ]
}
