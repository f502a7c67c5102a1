use quiz::{Course, Evidence, Id, Level, Outcome, Pick, Plan, Quiz, Screen, Shown, Span, Walk};

use crate::visitor::name_of;

/// What is on the screen at a position.
pub(crate) fn screen(quiz: &Quiz, walk: &Walk, at: usize) -> String {
    match walk.screen(at) {
        Screen::Question(question) => {
            let progress = walk.progress(quiz, at);
            let id = quiz.questions[question].id.as_str();
            format!("{id}: {} of at most {}\n", progress.number, progress.at_most)
        }
        Screen::Ending(ending) => format!("ending {}\n", quiz.endings[ending].id.as_str()),
        Screen::Result => {
            let asked = walk.asked().iter().map(|&question| quiz.questions[question].id.as_str());
            let asked = asked.collect::<Vec<_>>().join(" ");
            format!("result of {asked}\n") + &outcome(quiz, &Outcome::new(quiz, walk.counted()))
        }
    }
}

/// Everything that a result says, by ids.
pub(crate) fn outcome(quiz: &Quiz, outcome: &Outcome) -> String {
    let mut lines = Vec::new();
    for caution in &outcome.cautions {
        lines.push(because(quiz, level(caution.item.level), &caution.item.id, caution));
    }
    for concern in &outcome.concerns {
        for benefit in &concern.benefits {
            let what = format!("benefit, {} evidence,", evidence(benefit.item.evidence));
            lines.push(because(quiz, &what, &benefit.item.id, benefit));
        }
        for plan in &concern.plans {
            lines.push(because(quiz, "plan", &plan.item.id, plan));
            lines.extend(
                plan.item.borrowed.as_ref().map(|words| format!("  borrowed: {}", words.as_str())),
            );
            lines
                .extend(plan.item.note.as_ref().map(|words| format!("  note: {}", words.as_str())));
        }
    }
    if let Some(combined) = &outcome.course {
        lines.extend(course(combined, &outcome.plans()));
    }
    let list = |what: &str, ids: Vec<&Id>| {
        [&[what], &ids.iter().map(|id| id.as_str()).collect::<Vec<_>>()[..]].concat().join(" ")
    };
    lines.push(list("care", outcome.care.iter().map(|care| &care.id).collect()));
    lines.push(list("ask", outcome.ask.iter().map(|note| &note.id).collect()));
    lines.push(list("notes", outcome.notes.iter().map(|note| &note.id).collect()));
    lines.push(list("sources", outcome.sources(quiz).iter().map(|source| &source.id).collect()));
    lines.push(format!("on hold: {}, may book: {}", outcome.on_hold(), outcome.may_book()));
    lines.join("\n") + "\n"
}

fn because<T>(quiz: &Quiz, what: &str, id: &Id, shown: &Shown<T>) -> String {
    let picks: Vec<String> = shown.because.iter().map(|&pick: &Pick| name_of(quiz, pick)).collect();
    format!("{what} {}, because {}", id.as_str(), picks.join(" "))
}

fn course(course: &Course, plans: &[&Plan]) -> Vec<String> {
    let line = |what: &str, span: Span| {
        let [from, to] = [span.from_plan, span.to_plan].map(|plan| plans[plan].id.as_str());
        format!("course {what} {} ({from}) to {} ({to})", span.range.from, span.range.to)
    };
    let spans = [
        ("sessions", Some(course.sessions)),
        ("weeks between", Some(course.weeks_between)),
        ("first change", course.first_visible),
        ("full result", course.full),
        ("redness", course.redness),
    ];
    let mut lines: Vec<String> =
        spans.into_iter().filter_map(|(what, span)| Some(line(what, span?))).collect();
    lines.extend(course.redness_max.map(|(days, plan)| {
        format!("course redness at most {days} ({})", plans[plan].id.as_str())
    }));
    lines.push(time_line(course));
    lines
}

fn time_line(course: &Course) -> String {
    let line = course.time_line();
    let session = |&(week, sure): &(u32, bool)| format!("{week}{}", if sure { "" } else { "?" });
    let sessions: Vec<String> = line.sessions.iter().map(session).collect();
    let end = |range: Option<quiz::Range>| {
        range.map_or_else(|| "none".to_owned(), |range| format!("{} to {}", range.from, range.to))
    };
    format!(
        "time line: sessions in weeks {}; first change {}; full result {}; end {}",
        sessions.join(" "),
        end(line.first),
        end(line.full),
        line.end
    )
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Hold => "hold",
        Level::Ask => "ask",
        Level::Tell => "tell",
    }
}

fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::VeryLimited => "very limited",
        Evidence::Low => "low",
        Evidence::Limited => "limited",
        Evidence::Moderate => "moderate",
        Evidence::Strong => "strong",
    }
}
