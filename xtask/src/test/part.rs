use std::ffi::OsString;
use std::fmt;

use anyhow::{Result, bail};

use crate::browsers::Browser;

/// A part of the tests, in the order in which they run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Fmt,
    Clippy,
    Dependencies,
    Web,
    Native,
    Fuzz,
    Build,
    Size,
    Site,
    Hosting,
    Trunk,
    Release,
    WordPress,
    Browser(Browser),
}

impl Part {
    const ALL: [Self; 16] = [
        Self::Fmt,
        Self::Clippy,
        Self::Dependencies,
        Self::Web,
        Self::Native,
        Self::Fuzz,
        Self::Build,
        Self::Size,
        Self::Site,
        Self::Hosting,
        Self::Trunk,
        Self::Release,
        Self::WordPress,
        Self::Browser(Browser::Chromium),
        Self::Browser(Browser::Firefox),
        Self::Browser(Browser::WebKit),
    ];

    /// The parts that a name stands for.
    ///
    /// # Errors
    ///
    /// If it stands for none.
    fn named(name: &str) -> Result<Vec<Self>> {
        let is_meant = |part: &Self| {
            part.to_string() == name || (name == "browser" && matches!(part, Self::Browser(_)))
        };
        let parts: Vec<_> = Self::ALL.into_iter().filter(is_meant).collect();
        if parts.is_empty() {
            bail!(
                "there is no part {name:?}: name any of {}, or browser",
                Self::ALL.map(|part| part.to_string()).join(", ")
            );
        }
        Ok(parts)
    }

    fn needs_build(self) -> bool {
        matches!(
            self,
            Self::Size | Self::Hosting | Self::Release | Self::WordPress | Self::Browser(_)
        )
    }
}

impl fmt::Display for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fmt => formatter.write_str("fmt"),
            Self::Clippy => formatter.write_str("clippy"),
            Self::Dependencies => formatter.write_str("dependencies"),
            Self::Web => formatter.write_str("web"),
            Self::Native => formatter.write_str("native"),
            Self::Fuzz => formatter.write_str("fuzz"),
            Self::Build => formatter.write_str("build"),
            Self::Size => formatter.write_str("size"),
            Self::Site => formatter.write_str("site"),
            Self::Hosting => formatter.write_str("hosting"),
            Self::Trunk => formatter.write_str("trunk"),
            Self::Release => formatter.write_str("release"),
            Self::WordPress => formatter.write_str("wordpress"),
            Self::Browser(browser) => write!(formatter, "browser:{}", browser.name()),
        }
    }
}

/// What is to be tested.
#[derive(Debug)]
pub(crate) struct Chosen {
    /// The parts, each once, in their order.
    pub(crate) parts: Vec<Part>,
    /// What the test programs are told.
    pub(crate) arguments: Vec<OsString>,
    /// Whether every browser test runs in every engine.
    pub(crate) every_engine: bool,
}

impl Chosen {
    /// The parts of these names, as [`Chosen::new`].
    ///
    /// # Errors
    ///
    /// If a name stands for no part.
    pub(crate) fn named(names: &[String], arguments: Vec<OsString>) -> Result<Self> {
        let parts = names.iter().map(|name| Part::named(name)).collect::<Result<Vec<_>>>()?;
        Ok(Self::new(parts.concat(), arguments))
    }

    /// The parts named, or all of them where none is, with the build that they need.
    pub(crate) fn new(mut parts: Vec<Part>, arguments: Vec<OsString>) -> Self {
        if parts.is_empty() {
            parts.extend(Part::ALL);
        }
        if parts.iter().any(|part| part.needs_build()) {
            parts.push(Part::Build);
        }
        parts.sort();
        parts.dedup();
        Self { parts, arguments, every_engine: false }
    }

    /// The browsers among the parts.
    pub(crate) fn browsers(&self) -> Vec<Browser> {
        self.parts
            .iter()
            .filter_map(|part| match part {
                Part::Browser(browser) => Some(*browser),
                _ => None,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_run_once_in_their_order_with_the_build_they_need() {
        let chosen = |names: &[&str]| {
            let parts = names.iter().flat_map(|name| Part::named(name).expect("a part")).collect();
            let parts = Chosen::new(parts, Vec::new()).parts;
            parts.iter().map(Part::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(chosen(&["native", "fmt", "native"]), "fmt native");
        assert_eq!(chosen(&["size"]), "build size");
        assert_eq!(chosen(&["wordpress"]), "build wordpress");
        assert_eq!(chosen(&["browser:webkit"]), "build browser:webkit");
        assert_eq!(chosen(&["browser"]), "build browser:chromium browser:firefox browser:webkit");
        assert_eq!(chosen(&[]).split(' ').count(), Part::ALL.len());
        assert!(Part::named("axe").is_err());
    }
}
