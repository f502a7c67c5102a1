use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use regex_syntax::hir::{Class, Hir, HirKind};

use super::engine::{Engine, last_line, looks_around, without_looking_around};
use super::literals::literals;

/// How many patterns are kept, and how many a file may have.
pub(super) const MOST: usize = 4000;

/// How large a compiled pattern may be, in bytes.
const LARGEST: usize = 500_000;

/// How large all of a list may be together.
const LARGEST_OF_ALL: usize = 4_000_000;

/// A pattern of this size may be too large once it is compiled.
const LARGE: usize = 5_000;

/// A pattern that is compiled when it is first looked for.
#[derive(Debug)]
pub(crate) struct Pattern {
    source: String,
    /// Nothing for one that looks around or back, which is compiled at once.
    parsed: Option<Hir>,
    /// Texts of which one is in every text that this is found in; nothing where there is no such list.
    pub(super) literals: Option<Vec<Vec<u8>>>,
    engine: OnceLock<Result<Engine, String>>,
}

/// What was read before: a check begins with the same rules again and again.
static READ: LazyLock<Mutex<HashMap<String, Arc<Pattern>>>> = LazyLock::new(Mutex::default);

impl Pattern {
    /// Says why it is none, except that it is too large.
    pub(super) fn new(source: String) -> Result<Arc<Self>, String> {
        let all = || READ.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = all().get(&source) {
            return Ok(known.clone());
        }
        let pattern = Arc::new(Self::read(source.clone())?);
        let mut all = all();
        if all.len() >= MOST {
            all.clear();
        }
        all.insert(source, pattern.clone());
        Ok(pattern)
    }

    /// One that finds what any of these does.
    pub(super) fn any(all: &[Arc<Self>]) -> Result<Arc<Self>, String> {
        let all: Vec<String> = all.iter().map(|it| format!("(?:{})", it.source)).collect();
        let any = Self::new(all.join("|"))?;
        any.compiled(LARGEST_OF_ALL).map_err(str::to_owned)?;
        Ok(any)
    }

    fn read(source: String) -> Result<Self, String> {
        if looks_around(&source) {
            let more = without_looking_around(&source).and_then(|it| regex_syntax::parse(&it).ok());
            let literals = more.as_ref().and_then(literals);
            let pattern = Self { source, parsed: None, literals, engine: OnceLock::new() };
            pattern.engine().map_err(str::to_owned)?;
            return Ok(pattern);
        }
        let parsed = regex_syntax::parse(&source).map_err(|error| last_line(&error.to_string()))?;
        let literals = literals(&parsed);
        Ok(Self { source, parsed: Some(parsed), literals, engine: OnceLock::new() })
    }

    /// Whether it cannot be looked at together with others.
    pub(super) fn is_alone(&self) -> bool {
        self.parsed.is_none()
    }

    /// The compiled pattern, or why it is too large.
    pub(super) fn engine(&self) -> Result<&Engine, &str> {
        self.compiled(LARGEST)
    }

    fn compiled(&self, largest: usize) -> Result<&Engine, &str> {
        let compile = || match &self.parsed {
            Some(parsed) => Engine::plain(parsed, largest),
            None => Engine::around(&self.source, largest),
        };
        self.engine.get_or_init(compile).as_ref().map_err(String::as_str)
    }

    /// Whether it may be too large once it is compiled.
    pub(super) fn is_large(&self) -> bool {
        self.parsed.as_ref().is_some_and(|parsed| size(parsed) > LARGE)
    }

    /// What is found, in bytes of the text; nothing if it is too large, or from where it takes too long.
    pub(super) fn ranges<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        let found = self.engine().into_iter().flat_map(|engine| engine.find_iter(text));
        found.map_while(Result::ok)
    }

    /// Whether it is found. One that is too large is not.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.engine().is_ok_and(|engine| engine.is_match(text))
    }
}

/// How large a pattern is, in letters and ranges of letters, all repetitions written out.
fn size(pattern: &Hir) -> usize {
    match pattern.kind() {
        HirKind::Empty | HirKind::Look(_) => 1,
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(Class::Unicode(class)) => class.ranges().len(),
        HirKind::Class(Class::Bytes(class)) => class.ranges().len(),
        HirKind::Repetition(repetition) => {
            let times = repetition.max.unwrap_or(repetition.min).max(1) as usize;
            times.saturating_mul(size(&repetition.sub))
        }
        HirKind::Capture(capture) => size(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().fold(0, |all, part| all.saturating_add(size(part)))
        }
    }
}
