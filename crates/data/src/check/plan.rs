use quiz::Range;

use super::Check;
use crate::{file, message};

impl Check {
    pub(super) fn plans(&mut self, plans: Vec<file::Plan>) -> Vec<quiz::Plan> {
        self.unique("plans", plans.iter().map(|plan| &plan.id));
        self.each("plans", plans, Self::plan)
    }

    fn plan(&mut self, plan: file::Plan) -> quiz::Plan {
        let borrowed = plan.borrowed_from.is_some();
        if let Some(from) = plan.borrowed_from {
            self.at("borrowedFrom", |check| check.pick(&from));
        }
        if borrowed != plan.words.borrowed.is_some() {
            let found = if borrowed {
                "has \"borrowedFrom\", but no words \"borrowed\" that say so to visitors."
            } else {
                "has the words \"borrowed\", but no \"borrowedFrom\"."
            };
            self.say(
                "plan/borrowed",
                message![found],
                "Write both \"borrowedFrom\" and the words \"borrowed\", or neither.",
            );
        }
        if plan.sources.is_empty() {
            self.no_source("Name the sources of its figures.");
        }
        quiz::Plan {
            concern: self.concern(&plan.concern),
            when: self.when(plan.when),
            sessions: self.range("sessions", plan.sessions, 1..=60),
            weeks_between: self.range("weeksBetween", plan.weeks_between, 0..=260),
            first_visible: plan
                .first_visible_weeks_after_first
                .map(|range| self.range("firstVisibleWeeksAfterFirst", range, 0..=260)),
            full: plan
                .full_weeks_after_last
                .map(|range| self.range("fullWeeksAfterLast", range, 0..=260)),
            redness: plan.redness_days.map(|range| self.range("rednessDays", range, 0..=365)),
            redness_max: plan.redness_max_days,
            evidence: plan.evidence,
            borrowed: plan.words.borrowed,
            note: plan.words.note,
            sources: self.cited(&plan.sources),
            id: self.id(plan.id),
        }
    }

    fn range(
        &mut self,
        field: &'static str,
        [from, to]: [u32; 2],
        most: std::ops::RangeInclusive<u32>,
    ) -> Range {
        let ordered = from <= to;
        if ordered && most.contains(&from) && most.contains(&to) {
            return Range { from, to };
        }
        let [from, to] = [from, to].map(|number| number.to_string());
        let [least, most] = [most.start(), most.end()].map(ToString::to_string);
        let found = message!["is ", &from, " to ", &to, "."];
        self.at(field, |check| {
            if ordered {
                let help = message!["Write numbers from ", &least, " to ", &most, "."];
                check.say("figure/range", found, help);
            } else {
                check.say("figure/order", found, "Write the smaller number first.");
            }
        });
        Range { from: 1, to: 1 }
    }
}
