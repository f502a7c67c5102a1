use data::{Node, Path};

use super::{Range, field};
use crate::document::Found;

/// What is measured by a field of a plan, and how much of it is still plausible.
struct Measure {
    field: &'static str,
    unit: &'static str,
    /// What studies of such treatments found.
    usual: Range,
    /// More is odd.
    most: u32,
    /// More is no longer read, and an error.
    limit: u32,
}

const MEASURES: [Measure; 6] = [
    Measure::new("sessions", "sessions", (1, 8), 20, 60),
    Measure::new("weeksBetween", "weeks", (2, 12), 52, 260),
    Measure::new("firstVisibleWeeksAfterFirst", "weeks", (1, 26), 52, 260),
    Measure::new("fullWeeksAfterLast", "weeks", (4, 52), 104, 260),
    Measure::new("rednessDays", "days", (1, 7), 14, 365),
    Measure::new("rednessMaxDays", "days", (1, 14), 28, u32::MAX),
];

/// A course takes no more weeks from its first session to its last.
const LONGEST: u32 = 104;

impl Measure {
    const fn new(
        field: &'static str,
        unit: &'static str,
        (from, to): (u32, u32),
        most: u32,
        limit: u32,
    ) -> Self {
        Self { field, unit, usual: Range { from, to }, most, limit }
    }

    fn check(&self, found: &mut Found<'_>, at: &Path, range: Range) {
        let (at, words, unit) = (field(at, self.field), range.words(), self.unit);
        if range.to > self.limit {
            return;
        }
        if range.to > self.most {
            let usual = self.usual.words();
            let told = format!("is {words} {unit}, far more than usual: {usual}.");
            let help = "Compare the number and its unit with the source.";
            found.warn("plan/unusual", &at, &told, help);
        }
        if is_wide(range) {
            let told =
                format!("is {words} {unit}, too wide a range to say what somebody can expect.");
            let help = "Write a narrower range, as the sources have it, or a plan for each answer.";
            found.warn("plan/wide", &at, &told, help);
        }
    }
}

/// Says which figures of a plan are out of all proportion.
pub(super) fn check(found: &mut Found<'_>, at: &Path, plan: &Node) {
    for measure in &MEASURES {
        if let Some(range) = Range::of(plan, measure.field) {
            measure.check(found, at, range);
        }
    }
    let [sessions, between] = ["sessions", "weeksBetween"].map(|field| Range::of(plan, field));
    let (Some(sessions), Some(between)) = (sessions, between) else { return };
    let weeks = sessions.to.saturating_sub(1).saturating_mul(between.to);
    if weeks > LONGEST && between.to <= 52 && sessions.to <= 20 {
        let told = format!("makes a course of up to {weeks} weeks, with {} sessions.", sessions.to);
        let help =
            "Compare both numbers with the source; a course of more than two years is unusual.";
        found.warn("plan/unusual", &field(at, "weeksBetween"), &told, help);
    }
}

/// Whether a range says next to nothing. What takes weeks or days varies more than what is counted,
/// so the distance counts as well as the proportion.
fn is_wide(Range { from, to }: Range) -> bool {
    let (least, distance) = (from.max(1), to - from);
    distance > 12 && to > least.saturating_mul(5) || distance > 6 && to >= least.saturating_mul(8)
}
