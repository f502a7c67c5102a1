use data::{Node, Path, Step};
use quiz::Date;

use super::super::document::Found;

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

/// A review that is there: its day and its name.
fn reviewed(found: &mut Found<'_>, review: &Node, today: Date) {
    let at = Path::new([Step::from("reviewed"), "on".into()]);
    let words =
        ("review/expired", "Let a clinician review the content again, and write the new day.");
    old(found, &at, review.text("on"), today, words);
    let version = found.node().text("version");
    let days = [review.text("on"), version].map(|day| day.and_then(Date::read));
    if let [Some(on), Some(version)] = days
        && on < version
    {
        let help = "Let a clinician read what changed, and write the new day.";
        found.warn("review/before-edit", &at, "is before the last edit, \"version\".", help);
    }
    if review.text("by").is_some_and(|by| by.trim().len() < 5) {
        let at = Path::new([Step::from("reviewed"), "by".into()]);
        let help = "Write the clinician's name and role: \"Dr A. Example, dermatologist\".";
        found.error("review/by", &at, "does not say who it was.", help);
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
        Some(day) => future(found, &at, day, today),
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
    future(found, at, day, today);
    if (Date { year: day.year + 1, ..day }) < today {
        found.warn(id, at, "is more than a year ago.", help);
    }
}

fn future(found: &mut Found<'_>, at: &data::Path, day: Date, today: Date) {
    if day > today {
        found.error("date/future", at, "is in the future.", "Write the day it was done.");
    }
}
