mod borrowed;
mod measure;
mod severity;

use data::{Node, Path, Step};

use super::super::document::Found;
use super::super::finding::Severity;
use super::entries;

/// Says which plans make no sense, each alone and beside the others.
pub(super) fn check(found: &mut Found<'_>) {
    for (at, plan) in entries(found.node(), "plans") {
        if found.is_full() {
            return;
        }
        measure::check(found, &at, plan);
        pause(found, &at, plan);
        first_change(found, &at, plan);
    }
    borrowed::check(found);
    severity::check(found);
}

/// The least and the most of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Range {
    from: u32,
    to: u32,
}

impl Range {
    /// That of a field, where it is one; what else it may be is reported elsewhere.
    fn of(plan: &Node, field: &str) -> Option<Self> {
        match plan.get(field)? {
            Node::List(ends) => match ends[..] {
                [Node::Number(from), Node::Number(to)] if from <= to => Some(Self { from, to }),
                _ => None,
            },
            Node::Number(most) => Some(Self { from: *most, to: *most }),
            _ => None,
        }
    }

    /// `3 to 4`, or `4`.
    fn words(self) -> String {
        let Self { from, to } = self;
        if from == to { from.to_string() } else { format!("{from} to {to}") }
    }
}

fn field(at: &Path, name: &str) -> Path {
    at.then([Step::from(name)])
}

/// Two sessions have time between them.
fn pause(found: &mut Found<'_>, at: &Path, plan: &Node) {
    let [sessions, between] = ["sessions", "weeksBetween"].map(|field| Range::of(plan, field));
    let (Some(sessions), Some(between)) = (sessions, between) else { return };
    if sessions.to > 1 && between.from == 0 {
        let told = format!(
            "is {} weeks, with {} sessions: no time passes from one session to the next.",
            between.words(),
            sessions.words()
        );
        let help = "Write the least and the most weeks from one session to the next, 1 or more.";
        found.error("plan/pause", &field(at, "weeksBetween"), &told, help);
    }
}

/// A change is seen before it is whole. One is counted from the first session, the other from the
/// last.
fn first_change(found: &mut Found<'_>, at: &Path, plan: &Node) {
    let [sessions, between, first, full] =
        ["sessions", "weeksBetween", "firstVisibleWeeksAfterFirst", "fullWeeksAfterLast"]
            .map(|field| Range::of(plan, field));
    let (Some(sessions), Some(between), Some(first), Some(full)) = (sessions, between, first, full)
    else {
        return;
    };
    let last = |sessions: u32, between: u32| sessions.saturating_sub(1).saturating_mul(between);
    let full = Range {
        from: last(sessions.from, between.from).saturating_add(full.from),
        to: last(sessions.to, between.to).saturating_add(full.to),
    };
    let severity = match () {
        () if first.from > full.to => Severity::Error,
        () if first.from > full.from || first.to > full.to => Severity::Warning,
        () => return,
    };
    let told = format!(
        "puts the first change {} weeks after the first session, later than the full result, {} \
         weeks after it.",
        first.words(),
        full.words()
    );
    let help = "Write in \"firstVisibleWeeksAfterFirst\" when a change is first seen, counted from \
                the first session, and in \"fullWeeksAfterLast\" when all of it is, counted \
                from the last.";
    let at = field(at, "firstVisibleWeeksAfterFirst");
    found.say(severity, "plan/first-change", &at, &told, help, None);
}
