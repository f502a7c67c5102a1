use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use e2e::ALL_CONCERNS;
use serde_json::Value;

use crate::adapter::{Adapter, OURS, PLAIN, SURVEYJS, VUE_FLOW_FORM};
use crate::plan::Plan;

/// A built page that is measured.
#[derive(Debug)]
pub(crate) struct Subject {
    /// What the tables call it.
    pub(crate) name: String,
    /// The folder that is served.
    pub(crate) folder: PathBuf,
    pub(crate) adapter: &'static Adapter,
    pub(crate) plan: Plan,
}

/// What is compared with the limit, the limit first.
#[derive(Debug)]
pub(crate) struct Subjects {
    pub(crate) five: Vec<Subject>,
    pub(crate) full: Subject,
}

/// The places of some subjects among those of the five questions.
pub(crate) const LIMIT: usize = 0;
pub(crate) const SURVEY: usize = 2;
pub(crate) const FLOW: usize = 3;
pub(crate) const OURS_FIVE: usize = 4;

impl Subjects {
    /// Those that were built into a folder.
    ///
    /// # Errors
    ///
    /// If a data file or a version cannot be read.
    pub(crate) fn new(built: &Path) -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let plan = Plan::through(&root.join("tests/cases/five.json"))?;
        let versions = Versions::read(&root)?;
        let subject = |name: &str, folder: &str, adapter| Subject {
            name: name.to_owned(),
            folder: built.join(folder),
            adapter,
            plan: plan.clone(),
        };
        Ok(Self {
            five: vec![
                subject("hand-written JavaScript (the limit)", "hand-written", &PLAIN),
                subject(&versions.of("Preact", "preact")?, "preact", &PLAIN),
                subject(&versions.of("SurveyJS", "survey-js-ui")?, "surveyjs", &SURVEYJS),
                subject(
                    &versions.of("vue-flow-form", "@ditdot-dev/vue-flow-form")?,
                    "vue-flow-form",
                    &VUE_FLOW_FORM,
                ),
                subject("ours, the same five questions", "five", &OURS),
            ],
            full: Subject {
                name: "ours, the full quiz".to_owned(),
                folder: built.join("full"),
                adapter: &OURS,
                plan: Plan::by(&root.join("static/data/microneedling.json"), ALL_CONCERNS)?,
            },
        })
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Subject> {
        self.five.iter().chain([&self.full])
    }
}

/// The versions that the baselines are pinned to.
struct Versions(Value);

impl Versions {
    fn read(root: &Path) -> Result<Self> {
        let manifest = fs::read_to_string(root.join("tests/e2e/baselines/package.json"))?;
        Ok(Self(serde_json::from_str(&manifest)?))
    }

    fn of(&self, title: &str, package: &str) -> Result<String> {
        let version = self.0["dependencies"][package].as_str();
        let version = version.with_context(|| format!("no version of {package}"))?;
        Ok(format!("{title} {version}"))
    }
}
