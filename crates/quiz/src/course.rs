use super::{Plan, Range};

/// The plans of several concerns as one: enough sessions for each, and the latest of every time.
///
/// Every end of every span is a figure of one of the plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// Number of sessions.
    pub sessions: Span,
    /// Weeks from one session to the next.
    pub weeks_between: Span,
    /// Weeks from the first session to the first change, where measured.
    pub first_visible: Option<Span>,
    /// Weeks from the last session to the full result, where measured.
    pub full: Option<Span>,
    /// Days that redness usually lasts.
    pub redness: Option<Span>,
    /// Days that redness lasts at most, and the plan that says so.
    pub redness_max: Option<(u32, usize)>,
}

/// A range, and the plans its ends come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The least and the most.
    pub range: Range,
    /// Index, among the plans combined, of the plan that gives the least.
    pub from_plan: usize,
    /// Index, among the plans combined, of the plan that gives the most.
    pub to_plan: usize,
}

impl Course {
    /// Combines plans; nothing where there is none.
    pub fn of(plans: &[&Plan]) -> Option<Self> {
        let all = |range: fn(&Plan) -> Option<Range>| {
            latest(plans.iter().map(|plan| range(plan)).enumerate())
        };
        Some(Self {
            sessions: all(|plan| Some(plan.sessions))?,
            weeks_between: all(|plan| Some(plan.weeks_between))?,
            first_visible: all(|plan| plan.first_visible),
            full: all(|plan| plan.full),
            redness: all(|plan| plan.redness),
            redness_max: plans
                .iter()
                .enumerate()
                .filter_map(|(index, plan)| Some((plan.redness_max?, index)))
                .reduce(|a, b| if b.0 > a.0 { b } else { a }),
        })
    }

    /// The course in weeks from the first session.
    pub fn time_line(&self) -> TimeLine {
        let least = self.sessions.range.from;
        let most = self.sessions.range.to;
        let week = |session: u32, between: u32| session.saturating_sub(1) * between;
        let first = self.first_visible.map(|span| span.range);
        let full = self.full.map(|span| Range {
            from: week(least, self.weeks_between.range.from) + span.range.from,
            to: week(most, self.weeks_between.range.to) + span.range.to,
        });
        let sessions: Vec<_> = (1..=most)
            .map(|session| (week(session, self.weeks_between.range.to), session <= least))
            .collect();
        let end = [first, full].into_iter().flatten().map(|range| range.to);
        let end = end.chain(sessions.iter().map(|session| session.0)).max().unwrap_or_default();
        TimeLine { sessions, first, full, end }
    }
}

/// The course in weeks from the first session, for a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeLine {
    /// The week of each session, and whether every course in the range has it.
    pub sessions: Vec<(u32, bool)>,
    /// When the first change is usually seen.
    pub first: Option<Range>,
    /// When the full result is usually seen.
    pub full: Option<Range>,
    /// The last week of the picture.
    pub end: u32,
}

fn latest(ranges: impl Iterator<Item = (usize, Option<Range>)>) -> Option<Span> {
    ranges
        .filter_map(|(plan, range)| {
            range.map(|range| Span { range, from_plan: plan, to_plan: plan })
        })
        .reduce(|a, b| {
            let (from, from_plan) = if b.range.from > a.range.from {
                (b.range.from, b.from_plan)
            } else {
                (a.range.from, a.from_plan)
            };
            let (to, to_plan) = if b.range.to > a.range.to {
                (b.range.to, b.to_plan)
            } else {
                (a.range.to, a.to_plan)
            };
            Span { range: Range { from, to }, from_plan, to_plan }
        })
}
