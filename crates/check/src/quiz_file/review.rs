use data::{Mend, Node, Path, Step};
use quiz::Date;

use super::super::day;
use super::super::document::Found;
use super::super::finding::Severity;
use super::super::review::Review;

/// Says whether a clinician has reviewed the content, and whether that is long ago.
pub(super) fn check(found: &mut Found<'_>, today: Date) {
    let file = found.node();
    match file.get("reviewed") {
        Some(review @ Node::Object(_)) => reviewed(found, review, today),
        Some(Node::Null) | None => found.warn(
            "review/missing",
            &Path::new([Step::from("reviewed")]),
            "says that no clinician has reviewed the content.",
            "Let one review it; write the name as \"by\" and the day as \"on\", such as 2026-12-01.",
        ),
        _ => {}
    }
    let words = (
        "review/sources-old",
        "Open the sources again, correct what changed, and write the new day.",
    );
    old(found, &Path::new([Step::from("checked")]), file.text("checked"), today, words);
    if let Some(day) = file.text("version") {
        version(found, day, today);
    }
}

/// A review that is there: its day, and whether it holds.
fn reviewed(found: &mut Found<'_>, review: &Node, today: Date) {
    let at = Path::new([Step::from("reviewed"), "on".into()]);
    let words =
        ("review/expired", "Let a clinician review the content again, and write the new day.");
    old(found, &at, review.text("on"), today, words);
    covered(found, review, today);
}

/// Whether the review is one of what the file says now: visitors read a reviewer's name only then.
fn covered(found: &mut Found<'_>, review: &Node, today: Date) {
    let at = Path::new([Step::from("reviewed")]);
    let help = "Let a clinician read what changed, and sign it off again in the studio, or with check \
                sign.";
    match Review::of_quiz(found.node()) {
        Some(Review { is_current: false, .. }) if review.text("digest").is_none() => {
            let told = "does not say which content was reviewed, so visitors read that nobody has.";
            found.warn("review/no-digest", &at, told, help);
        }
        Some(Review { is_current: false, .. }) => {
            let told = "was given for other words, figures, rules or sources than these, so visitors \
                        read that nobody has reviewed them.";
            found.warn("review/changed", &at, told, help);
            edited(found, review, today);
        }
        _ => {}
    }
}

/// An edit after the review has a day of its own.
fn edited(found: &mut Found<'_>, review: &Node, today: Date) {
    let days = [found.node().text("version"), review.text("on")];
    if let [Some(version), Some(on)] = days.map(|day| day.and_then(Date::read))
        && version < on
    {
        let at = Path::new([Step::from("version")]);
        let told = "is before the review, but the content was changed after it.";
        let help = "Write the day of the last edit.";
        let today = Mend::Write(today.to_string());
        found.say(Severity::Warning, "review/version", &at, told, help, Some(&today));
    }
}

fn version(found: &mut Found<'_>, day: &str, today: Date) {
    let at = Path::new([Step::from("version")]);
    match Date::read(day) {
        None => {
            let help = "Write a day as 2026-11-22.";
            found.error(
                "date/form",
                &at,
                &format!("is \"{day}\", which is not a day as year-month-day."),
                help,
            );
        }
        Some(day) => day::future(found, &at, day, today),
    }
}

fn old(
    found: &mut Found<'_>,
    at: &data::Path,
    day: Option<&str>,
    today: Date,
    (id, help): (&'static str, &str),
) {
    let Some(day) = day.and_then(Date::read) else { return };
    day::future(found, at, day, today);
    if day::is_over_a_year_ago(day, today) {
        found.warn(id, at, "is more than a year ago.", help);
    }
}
