use std::path::Path;

use anyhow::Result;
use e2e::Browser;

use crate::adapter::OURS;
use crate::measured::{Measured, in_turn};
use crate::plan::Plan;
use crate::subject::Subject;

/// How many questions are walked through.
const WALKED: usize = 12;

/// Walks through the beginnings of quizzes of ours that grow.
///
/// # Errors
///
/// If one is not as expected.
pub(crate) async fn measure(
    browser: &Browser,
    built: &Path,
    rounds: usize,
) -> Result<Vec<Measured>> {
    let subjects =
        [5, 50, 500].map(|count| subject(built, count)).into_iter().collect::<Result<Vec<_>>>()?;
    let subjects: Vec<&Subject> = subjects.iter().collect();
    in_turn(browser, &subjects, rounds, Some(&built.join("pictures"))).await
}

fn subject(built: &Path, count: usize) -> Result<Subject> {
    let folder = built.join(format!("grown-{count}"));
    let plan = Plan::through(&folder.join("data/microneedling.json"))?.first(WALKED);
    Ok(Subject { name: format!("{count} questions"), folder, adapter: &OURS, plan })
}
