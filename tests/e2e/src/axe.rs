use std::env;
use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::Page;

/// axe-core, to be run in pages.
#[derive(Debug)]
pub struct Axe {
    source: String,
    options: Value,
}

/// The rules that look at colours, the slowest by far.
const OF_COLOURS: [&str; 2] = ["color-contrast", "link-in-text-block"];

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
        let source = fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?;
        let tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
        Ok(Self { source, options: json!({"runOnly": tags}) })
    }

    /// Colours alone: for a scheme that changes nothing else.
    #[must_use]
    pub fn of_colours(self) -> Self {
        Self { options: json!({"runOnly": OF_COLOURS}), ..self }
    }

    /// All but colours: for a language that does not change them.
    #[must_use]
    pub fn but_colours(mut self) -> Self {
        self.options["rules"] =
            OF_COLOURS.map(|rule| (rule, json!({"enabled": false}))).into_iter().collect();
        self
    }

    /// What breaks WCAG 2.2 at level A or AA on the page as it is now, a line each.
    ///
    /// # Errors
    ///
    /// If axe does not run.
    pub async fn violations(&self, page: &Page<'_>) -> Result<Vec<String>> {
        if !page.js::<bool>("return typeof axe === 'object'", &[]).await? {
            page.js::<()>(&self.source, &[]).await?;
        }
        let script = "
            const done = arguments[arguments.length - 1];
            const violation = ({ id, help, nodes }) => ({
                id, help, nodes: nodes.map(({ target, failureSummary }) => ({ target, summary: failureSummary })),
            });
            axe.run(document, { ...arguments[0], resultTypes: ['violations'] })
                .then((results) => done(results.violations.map(violation)), (error) => done(String(error)));";
        let given = page.client().execute_async(script, vec![self.options.clone()]).await?;
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
