mod budgets;
mod references;
mod table;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::paths::Paths;
use budgets::Budgets;
use references::referenced;

/// A file that a visitor downloads before the first question can be answered. Sizes in bytes.
#[derive(Debug)]
pub(crate) struct Part {
    name: String,
    kind: Kind,
    raw: usize,
    brotli: usize,
}

/// What a file is to the budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Page,
    Style,
    Script,
    Wasm,
    Data,
    Picture,
}

impl Kind {
    const ALL: [Self; 6] =
        [Self::Page, Self::Style, Self::Script, Self::Wasm, Self::Data, Self::Picture];

    fn of(name: &str) -> Self {
        match name.rsplit('.').next() {
            Some("html") => Self::Page,
            Some("css") => Self::Style,
            Some("js" | "mjs") => Self::Script,
            Some("wasm") => Self::Wasm,
            Some("json") => Self::Data,
            _ => Self::Picture,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Style => "style",
            Self::Script => "script",
            Self::Wasm => "wasm",
            Self::Data => "data",
            Self::Picture => "picture",
        }
    }
}

/// Weighs what a visitor downloads, prints it by part and gives the total in words.
///
/// # Errors
///
/// If a budget is exceeded, or if a file that must be there is not.
pub(crate) fn check(paths: &Paths) -> Result<String> {
    let budgets = Budgets::read(&paths.root.join("xtask/budgets.toml"))?;
    let dist = paths.dist();
    let mut apart = Vec::new();
    for (name, &budget) in &budgets.apart {
        apart.push((found(&dist, name)?, budget));
    }
    let parts = weigh(&dist, &apart)?;
    print!("{}", table::table(&parts, &budgets));
    let mut exceeded = budgets.exceeded(&parts);
    for (name, budget) in apart {
        let size = Part::weigh(&dist, name.clone())?.brotli;
        println!("{name}, apart: {size} of {budget}");
        if size > budget {
            exceeded.push(format!("{name}: {size} bytes, budget {budget}"));
        }
    }
    if !exceeded.is_empty() {
        bail!("{}", exceeded.join("; "));
    }
    let total: usize = parts.iter().map(|part| part.brotli).sum();
    Ok(format!("{total} of {} bytes", budgets.total))
}

fn weigh(dist: &Path, apart: &[(String, usize)]) -> Result<Vec<Part>> {
    let mut names: BTreeSet<String> = referenced(dist)?;
    names.retain(|name| !apart.iter().any(|(other, _)| other == name));
    let mut parts =
        names.into_iter().map(|name| Part::weigh(dist, name)).collect::<Result<Vec<_>>>()?;
    parts.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    for kind in [Kind::Script, Kind::Wasm] {
        if !parts.iter().any(|part| part.kind == kind) {
            bail!(
                "nothing that dist/index.html refers to is of the kind {:?}: refer to it, as by a preload link",
                kind.name()
            );
        }
    }
    Ok(parts)
}

/// The one file that a name with a `*` stands for: of several builds, the one that the page or its
/// scripts name.
fn found(dist: &Path, name: &str) -> Result<String> {
    let Some((before, after)) = name.split_once('*') else { return Ok(name.to_owned()) };
    let page = std::fs::read_to_string(dist.join("index.html"))?;
    let named = referenced(dist)?;
    let names =
        std::fs::read_dir(dist)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let of_this_build = |one: &String| named.contains(one) || page.contains(one);
    let fits = |one: &String| one.starts_with(before) && one.ends_with(after) && of_this_build(one);
    names.into_iter().find(fits).with_context(|| format!("dist/ has no {name}"))
}

impl Part {
    fn weigh(dist: &Path, name: String) -> Result<Self> {
        let body = std::fs::read(dist.join(&name))
            .with_context(|| format!("dist/{name} cannot be read"))?;
        Ok(Self { kind: Kind::of(&name), raw: body.len(), brotli: compressed(&body)?.len(), name })
    }
}

/// A body at brotli 11.
///
/// # Errors
///
/// If there is no memory for it.
pub(crate) fn compressed(body: &[u8]) -> Result<Vec<u8>> {
    let mut small = Vec::new();
    let best = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &*body, &mut small, &best)?;
    Ok(small)
}
