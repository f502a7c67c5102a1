use super::Check;
use crate::data::file;
use crate::quiz::{self, Range};

impl Check {
    pub(super) fn plans(&mut self, plans: Vec<file::Plan>) -> Vec<quiz::Plan> {
        let ids: Vec<&str> = plans.iter().map(|plan| plan.id.as_str()).collect();
        self.unique("plans", &ids);
        plans.into_iter().map(|plan| self.plan(plan)).collect()
    }

    pub(super) fn plan(&mut self, plan: file::Plan) -> quiz::Plan {
        let place = format!("plan \"{}\"", plan.id);
        let borrowed = plan.borrowed_from.is_some();
        if let Some(from) = plan.borrowed_from {
            self.concern(&place, &from);
        }
        if borrowed != plan.words.borrowed.is_some() {
            self.say(
                &place,
                "says only half of where its figures are borrowed from.",
                "Write both \"borrowedFrom\" and the words \"borrowed\", or neither.",
            );
        }
        if plan.sessions[0] == 0 || plan.sessions[1] > 60 {
            self.say(
                format!("{place}, sessions"),
                format!("is {} to {}.", plan.sessions[0], plan.sessions[1]),
                "Write 1 to 60 sessions.",
            );
        }
        if plan.sources.is_empty() {
            self.say(&place, "has no source.", "Name the sources of its figures.");
        }
        quiz::Plan {
            concern: self.concern(&place, &plan.concern),
            when: self.when(&place, plan.when),
            sessions: self.range(&place, "sessions", plan.sessions),
            weeks_between: self.range(&place, "weeksBetween", plan.weeks_between),
            first_visible: plan
                .first_visible_weeks_after_first
                .map(|range| self.range(&place, "firstVisibleWeeksAfterFirst", range)),
            full: plan
                .full_weeks_after_last
                .map(|range| self.range(&place, "fullWeeksAfterLast", range)),
            redness: plan.redness_days.map(|range| self.range(&place, "rednessDays", range)),
            redness_max: plan.redness_max_days,
            evidence: plan.evidence,
            borrowed: plan.words.borrowed,
            note: plan.words.note,
            sources: self.cited(&place, &plan.sources),
            id: self.id(&place, plan.id),
        }
    }

    pub(super) fn range(&mut self, place: &str, field: &str, [from, to]: [u32; 2]) -> Range {
        if from > to || to > 1000 {
            self.say(
                format!("{place}, {field}"),
                format!("is [{from}, {to}]."),
                "Write the smaller number first, and none above 1000.",
            );
            return Range { from: 1, to: 1 };
        }
        Range { from, to }
    }
}
