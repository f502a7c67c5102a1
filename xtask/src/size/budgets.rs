use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::{Kind, Part};

/// How many bytes visitors may be asked for, at brotli 11.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Budgets {
    /// All files together.
    pub(crate) total: usize,
    /// Files that are no part of the total, for they are loaded later, by a clinic's page, or by few. A
    /// `*` stands for what changes with the content.
    pub(crate) apart: BTreeMap<String, usize>,
    kind: ByKind,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ByKind {
    page: usize,
    script: usize,
    wasm: usize,
    picture: usize,
}

impl Budgets {
    /// # Errors
    ///
    /// If the file is missing or is not as it must be.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        toml::from_str(&text).with_context(|| format!("{} is broken", path.display()))
    }

    pub(crate) fn of(&self, kind: Kind) -> usize {
        match kind {
            Kind::Page => self.kind.page,
            Kind::Script => self.kind.script,
            Kind::Wasm => self.kind.wasm,
            Kind::Style | Kind::Data => 0,
            Kind::Picture => self.kind.picture,
        }
    }

    /// What is over its budget, in words.
    pub(crate) fn exceeded(&self, parts: &[Part]) -> Vec<String> {
        let kinds =
            Kind::ALL.map(|kind| (kind.name(), sum(parts, Some(kind)), self.of(kind))).into_iter();
        kinds
            .chain([("total", sum(parts, None), self.total)])
            .filter(|(_, size, budget)| size > budget)
            .map(|(name, size, budget)| format!("{name}: {size} bytes, budget {budget}"))
            .collect()
    }
}

/// The bytes at brotli 11 of one kind, or of all.
pub(crate) fn sum(parts: &[Part], kind: Option<Kind>) -> usize {
    parts
        .iter()
        .filter(|part| kind.is_none_or(|kind| part.kind == kind))
        .map(|part| part.brotli)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_and_the_whole_have_a_budget() {
        let budgets: Budgets = toml::from_str(
            "total = 100\n[apart]\n[kind]\npage = 50\nscript = 50\nwasm = 60\npicture = 50",
        )
        .expect("budgets");
        let part = |name: &str, brotli| Part {
            name: name.to_owned(),
            kind: Kind::of(name),
            raw: 1000,
            brotli,
        };
        assert!(budgets.exceeded(&[part("a.js", 50), part("b.wasm", 50)]).is_empty());
        assert_eq!(
            budgets.exceeded(&[part("a.js", 30), part("b.js", 21), part("c.wasm", 60)]),
            ["script: 51 bytes, budget 50", "total: 111 bytes, budget 100"]
        );
    }

    #[test]
    fn the_file_of_budgets_can_be_read() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("budgets.toml");
        assert!(Budgets::read(&path).is_ok());
    }
}
