use std::fmt;

use crate::measured::Measured;
use crate::subject::{FLOW, LIMIT, SURVEY};

/// What is aimed at, as ratios, and in bytes.
const FIRST: f64 = 1.1;
const SECOND: f64 = 0.36;
const STEP: f64 = 1.2;
const BYTES: f64 = 80e3;

/// A goal, and whether it is met.
#[derive(Debug)]
pub(crate) struct Goal {
    wanted: String,
    figure: f64,
    most: f64,
    unit: &'static str,
}

impl Goal {
    /// Every goal of one of ours, against those of the five questions.
    pub(crate) fn all(five: &[Measured], ours: &Measured) -> [Self; 5] {
        let first = ours.first().median();
        let second = ours.second().median();
        let step = ours.steps().median();
        let bytes = ours.walks(|walk| Some(walk.arrived as f64)).median();
        let ratio = |wanted: String, figure, most| Self { wanted, figure, most, unit: "×" };
        [
            ratio(
                format!("the first question visible within {FIRST} times the limit"),
                first / five[LIMIT].first().median(),
                FIRST,
            ),
            ratio(
                format!("the second shown within {SECOND} times SurveyJS"),
                second / five[SURVEY].second().median(),
                SECOND,
            ),
            ratio(
                "the second shown before vue-flow-form".to_owned(),
                second / five[FLOW].second().median(),
                1.0,
            ),
            ratio(
                format!("a step within {STEP} times the limit"),
                step / five[LIMIT].steps().median(),
                STEP,
            ),
            Self {
                wanted: "at most 80 KB before the second question".to_owned(),
                figure: bytes / 1e3,
                most: BYTES / 1e3,
                unit: " KB",
            },
        ]
    }

    fn is_met(&self) -> bool {
        self.figure <= self.most
    }

    pub(crate) fn wanted(&self) -> &str {
        &self.wanted
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { figure, unit, .. } = self;
        let met = if self.is_met() { "met" } else { "not met" };
        if *unit == "×" {
            write!(formatter, "{figure:.2}{unit}, {met}")
        } else {
            write!(formatter, "{figure:.1}{unit}, {met}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_met_or_not() {
        let goal = |figure| Goal { wanted: String::new(), figure, most: 1.1, unit: "×" };
        assert_eq!(goal(1.1).to_string(), "1.10×, met");
        assert_eq!(goal(1.101).to_string(), "1.10×, not met");
        assert_eq!(goal(f64::NAN).to_string(), "NaN×, not met");
        let bytes = Goal { wanted: String::new(), figure: 80.04, most: 80.0, unit: " KB" };
        assert_eq!(bytes.to_string(), "80.0 KB, not met");
    }
}
