//! Which files can be missing, and what becomes of the visit.

use std::path::Path;

use anyhow::Result;

/// Files that are missing together, and what becomes of the visit.
pub(crate) struct Case {
    /// As [`kind`] names them.
    pub(crate) missing: &'static [&'static str],
    /// What the clinic's page asks of the quiz, so that the files are asked for.
    pub(crate) attributes: &'static str,
    pub(crate) then: Then,
}

/// What becomes of a visit.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Then {
    /// What stands between the element's tags stays; an error is told if the element's script came.
    Stays { error: bool },
    /// The quiz leads to its result.
    GoesOn,
    /// The visitor is told this reason after so many steps, with all to read or with a link to it.
    Told { reason: &'static str, steps: usize, reading: bool },
}

const fn case(missing: &'static [&'static str], attributes: &'static str, then: Then) -> Case {
    Case { missing, attributes, then }
}

impl Case {
    /// For the message of a test that fails.
    pub(crate) fn name(&self) -> String {
        format!("without {}", self.missing.join(", "))
    }
}

const DATA: Then = Then::Told { reason: "data", steps: 2, reading: true };
const NETWORK: Then = Then::Told { reason: "network", steps: 2, reading: true };
const NO_PROGRAM: Then = Then::Told { reason: "network", steps: 0, reading: true };
const A_LINK: Then = Then::Told { reason: "network", steps: 0, reading: false };

/// Every kind of file that a visit asks for, missing alone or with what would stand in for it.
pub(crate) const CASES: &[Case] = &[
    case(&["embed.js"], "", Then::Stays { error: false }),
    case(&["index.html"], "", Then::Stays { error: true }),
    case(&["index.html", "diagnosis.js"], "", Then::Stays { error: true }),
    case(&["start-*.js"], "", Then::Stays { error: true }),
    case(&["later-*.css"], "", Then::GoesOn),
    case(&["quiz-*.js"], "", Then::GoesOn),
    case(&["quiz-*.wasm"], "", Then::GoesOn),
    case(&["pictures/*.svg"], "", Then::GoesOn),
    case(&["theme-*.js"], "accent=\"#884455\"", Then::GoesOn),
    case(&["session-*.js"], "storage=\"session\"", Then::GoesOn),
    case(&["data/microneedling.es.json"], "lang=\"es\"", Then::GoesOn),
    case(&["data/microneedling.ar.json"], "lang=\"ar\"", Then::GoesOn),
    case(&["text/es.json"], "lang=\"es\"", Then::GoesOn),
    case(&["text/ar.json"], "lang=\"ar\"", Then::GoesOn),
    case(&["data/microneedling.json"], "", DATA),
    case(&["text/en.json"], "", DATA),
    case(&["later-*.wasm"], "", Then::GoesOn),
    case(&["later-*.wasm", "fallback-*.js"], "", NETWORK),
    case(&["quiz-*.wasm", "fallback-*.js"], "", NO_PROGRAM),
    case(&["quiz-*.wasm", "fallback-*.js", "plain.html"], "", A_LINK),
    case(&["quiz-*.wasm", "fallback-*.js", "plain.es.html"], "lang=\"es\"", A_LINK),
    case(&["quiz-*.wasm", "fallback-*.js", "plain.ar.html"], "lang=\"ar\"", A_LINK),
];

/// What no such visit asks for: what hosts and staff read, the studio, what it makes pages of, and the styles of
/// plain pages.
pub(crate) const FOR_NO_VISITOR: &[&str] = &[
    "index.template.html",
    "licenses.html",
    "plain.template.html",
    "studio.html",
    "studio-*.css",
    "studio-*.js",
    "studio-*.wasm",
    "quiz-*.css",
    ".htaccess",
    "_headers",
    "data/claims.json",
    "data/microneedling.personas.json",
    "data/*.schema.json",
    "text/interface.schema.json",
];

/// Every file below a folder, without those that are another one compressed.
pub(crate) fn files(folder: &Path) -> Result<Vec<String>> {
    let is_plain = |name: &String| !name.ends_with(".br") && !name.ends_with(".gz");
    Ok(dist::names(folder)?.into_iter().filter(is_plain).collect())
}

/// A path with a star for what differs from build to build, or from file to file of one use.
pub(crate) fn kind(path: &str) -> String {
    if path.is_empty() {
        return "index.html".to_owned();
    }
    if path.starts_with("pictures/") {
        return path
            .rsplit_once('.')
            .map_or(path.to_owned(), |(_, ending)| format!("pictures/*.{ending}"));
    }
    if path.starts_with("data/") && path.ends_with(".schema.json") {
        return "data/*.schema.json".to_owned();
    }
    match path.split_once('-') {
        Some((name, rest)) if dist::is_hashed(path) => {
            let ending = rest.split_once('.').map_or("", |(_, ending)| ending);
            format!("{name}-*.{ending}")
        }
        _ => path.to_owned(),
    }
}
