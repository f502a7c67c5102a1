use std::env;
use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;

use crate::Page;

/// axe-core, to be run in pages.
#[derive(Debug)]
pub struct Axe(String);

#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    target: serde_json::Value,
    summary: String,
}

impl Axe {
    /// The one that `SKIN_QUIZ_AXE` names.
    ///
    /// # Errors
    ///
    /// If it is unset or cannot be read.
    pub fn from_env() -> Result<Self> {
        let path = env::var_os("SKIN_QUIZ_AXE")
            .context("SKIN_QUIZ_AXE is not set: run `cargo xtask test browser`, which sets it")?;
        Ok(Self(fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?))
    }

    /// What breaks WCAG 2.2 at level A or AA on the page as it is now, a line each.
    ///
    /// # Errors
    ///
    /// If axe does not run.
    pub async fn violations(&self, page: &Page<'_>) -> Result<Vec<String>> {
        if !page.js::<bool>("return typeof axe === 'object'", &[]).await? {
            page.js::<()>(&self.0, &[]).await?;
        }
        let script = "
            const done = arguments[arguments.length - 1];
            const violation = ({ id, help, nodes }) => ({
                id, help, nodes: nodes.map(({ target, failureSummary }) => ({ target, summary: failureSummary })),
            });
            axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] })
                .then((results) => done(results.violations.map(violation)), (error) => done(String(error)));";
        let rules = json!(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
        let given = page.client().execute_async(script, vec![rules]).await?;
        let violations: Vec<Violation> =
            serde_json::from_value(given.clone()).with_context(|| format!("axe gave {given}"))?;
        Ok(violations.iter().map(Violation::line).collect())
    }
}

impl Violation {
    fn line(&self) -> String {
        let nodes: Vec<String> = self
            .nodes
            .iter()
            .map(|node| format!("\n    {}: {}", node.target, node.summary.replace('\n', " ")))
            .collect();
        format!("{}: {}{}", self.id, self.help, nodes.concat())
    }
}
