use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use data::Path;
use fancy_regex::{Error, Regex, RegexBuilder};
use regex_syntax::hir::literal::Extractor;
use regex_syntax::hir::{Class, Hir, HirKind};

use super::super::document::Found;
use super::plain::folded;

/// A list of more patterns would take too long.
const MOST: usize = 4000;

/// A longer pattern, in bytes, is none.
const LONGEST: usize = 1000;

/// Nor is one that has become longer with its lists.
const LONGEST_FILLED: usize = 10_000;

/// How large a compiled pattern may be, in bytes.
const LARGEST: usize = 500_000;

/// How large all of a rule's may be together.
const LARGEST_OF_ALL: usize = 4_000_000;

/// How many steps back looking for a pattern may take.
const MOST_STEPS: usize = 10_000;

/// Patterns, each with its number among those of its rule.
type Sources = Vec<(usize, String)>;

/// Lists of words by name, as they stand in a pattern.
pub(super) type Lists = HashMap<String, String>;

/// Compiles the patterns of a file of wording rules, and says which are none.
pub(super) struct Patterns<'f, 'd> {
    found: &'f mut Found<'d>,
    left: usize,
}

impl<'f, 'd> Patterns<'f, 'd> {
    pub(super) fn new(found: &'f mut Found<'d>) -> Self {
        Self { found, left: MOST }
    }

    /// The patterns of a statement, of which there is at least one.
    pub(super) fn of(&mut self, at: &Path, patterns: &[String], lists: &Lists) -> Vec<Arc<Regex>> {
        self.at_least_one(at, patterns);
        self.each(&at.then(["patterns".into()]), patterns, lists)
    }

    /// The patterns of a rule, of which there is at least one.
    pub(super) fn of_rule(&mut self, at: &Path, patterns: &[String], lists: &Lists) -> Finder {
        self.at_least_one(at, patterns);
        self.rule(&at.then(["patterns".into()]), patterns, lists)
    }

    fn at_least_one(&mut self, at: &Path, patterns: &[String]) {
        if patterns.is_empty() {
            let help = "Write \"patterns\" with at least one.";
            self.found.error("claims/patterns", at, "has no pattern that can be used.", help);
        }
    }

    /// As few as can be that find what any of these does.
    pub(super) fn each(
        &mut self,
        at: &Path,
        patterns: &[String],
        lists: &Lists,
    ) -> Vec<Arc<Regex>> {
        let (mut plain, mut others) = self.sources(at, patterns, lists);
        let any = plain.iter().map(|(_, pattern)| format!("(?:{pattern})")).collect::<Vec<_>>();
        let any = (any.len() > 1).then(|| compiled(&any.join("|"), LARGEST_OF_ALL).ok()).flatten();
        if any.is_none() {
            others.append(&mut plain);
        }
        others.sort_unstable();
        let mut all = Vec::from_iter(any);
        all.extend(self.compiled(at, others));
        all
    }

    /// Those of a rule, which are compiled when a text may have one; in a file whose findings are wanted
    /// at once, for what is wrong with them is told there.
    pub(super) fn rule(&mut self, at: &Path, patterns: &[String], lists: &Lists) -> Finder {
        let (plain, others) = self.sources(at, patterns, lists);
        let literals = if others.is_empty() { self.literals(at, &plain) } else { None };
        let others = self.compiled(at, others);
        let plain = plain.into_iter().map(|(_, pattern)| pattern).collect();
        Finder { plain, others, literals, all: OnceLock::new() }
    }

    /// Texts of which one is in every text that one of these patterns is found in.
    fn literals(&mut self, at: &Path, plain: &[(usize, String)]) -> Option<Vec<Vec<u8>>> {
        let mut all = Some(Vec::new());
        for (index, pattern) in plain {
            let found = parsed(pattern).and_then(|parsed| {
                if self.found.document.wanted && size(&parsed) > LARGE {
                    compiled(pattern, LARGEST)?;
                }
                Ok(literals(&parsed))
            });
            match (found, &mut all) {
                (Ok(Some(of_one)), Some(all)) => all.extend(of_one),
                (Ok(_), _) => all = None,
                (Err(why), _) => {
                    self.tell(at, *index, &why);
                    all = None;
                }
            }
        }
        all
    }

    fn compiled(&mut self, at: &Path, patterns: Vec<(usize, String)>) -> Vec<Arc<Regex>> {
        let mut all = Vec::new();
        for (index, pattern) in patterns {
            match compiled(&pattern, LARGEST) {
                Ok(pattern) => all.push(pattern),
                Err(why) => self.tell(at, index, &why),
            }
        }
        all
    }

    /// Patterns as they are compiled, each with its number: those that can be looked for together, and
    /// the others.
    fn sources(&mut self, at: &Path, patterns: &[String], lists: &Lists) -> (Sources, Sources) {
        let (mut plain, mut others) = (Vec::new(), Vec::new());
        for (index, pattern) in patterns.iter().enumerate() {
            if self.left == 0 {
                let told = format!("comes after the {MOST} patterns that are read.");
                self.found.error("claims/patterns", at, &told, "Write fewer patterns.");
                break;
            }
            self.left -= 1;
            match filled(pattern, lists).map(|pattern| folded(&pattern)) {
                Ok(pattern) => match uncaptured(&pattern) {
                    Some(alone) if !looks_around(&pattern) => plain.push((index, alone)),
                    _ => others.push((index, pattern)),
                },
                Err(why) => self.tell(at, index, &why),
            }
        }
        (plain, others)
    }

    fn tell(&mut self, at: &Path, index: usize, why: &str) {
        let help = format!("Correct the regular expression: {why}.");
        self.found.error("claims/pattern", &at.then([index.into()]), "is no pattern.", &help);
    }

    pub(super) fn instead_missing(&mut self, at: &Path) {
        if at.node(self.found.node()).and_then(|rule| rule.text("insteadSay")).is_some() {
            let help = "Write \"insteadSay\" with a sentence that may stand.";
            self.found.error("claims/instead", at, "does not say what to write instead.", help);
        }
    }
}

/// The patterns of a rule.
#[derive(Debug)]
pub(super) struct Finder {
    plain: Vec<String>,
    others: Vec<Arc<Regex>>,
    /// Texts of which one is in every text that has a claim; nothing where there is no such list.
    pub(super) literals: Option<Vec<Vec<u8>>>,
    all: OnceLock<Option<Vec<Arc<Regex>>>>,
}

impl Finder {
    /// The patterns, compiled; nothing where one is too large.
    pub(super) fn patterns(&self) -> Option<&[Arc<Regex>]> {
        self.all.get_or_init(|| self.compiled()).as_deref()
    }

    fn compiled(&self) -> Option<Vec<Arc<Regex>>> {
        let any: Vec<String> = self.plain.iter().map(|it| format!("(?:{it})")).collect();
        let mut all = match compiled(&any.join("|"), LARGEST_OF_ALL) {
            Ok(any) if self.plain.len() > 1 => vec![any],
            _ => {
                let each = self.plain.iter().map(|pattern| compiled(pattern, LARGEST).ok());
                each.collect::<Option<_>>()?
            }
        };
        all.extend(self.others.iter().cloned());
        Some(all)
    }
}

/// So many letters of a literal are looked for.
const MOST_LETTERS: usize = 6;

/// So many literals are looked for in the place of a pattern.
const MOST_LITERALS: usize = 10_000;

/// A pattern of this size may be too large once it is compiled.
const LARGE: usize = 5_000;

fn parsed(pattern: &str) -> Result<Hir, String> {
    regex_syntax::parse(pattern).map_err(|error| last_line(&error.to_string()))
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

/// The beginnings of what a pattern finds; nothing where there are too many.
fn literals(pattern: &Hir) -> Option<Vec<Vec<u8>>> {
    let mut extractor = Extractor::new();
    extractor.limit_total(MOST_LITERALS).limit_literal_len(MOST_LETTERS);
    let mut found = extractor.extract(pattern);
    found.dedup();
    let all = found.literals()?.iter().map(|it| it.as_bytes().to_vec());
    let all: Vec<Vec<u8>> = all.collect();
    (!all.iter().any(Vec::is_empty)).then_some(all)
}

/// A list as it stands in a pattern; one may name those before it.
pub(super) fn list(words: &[String], lists: &Lists) -> String {
    let words = words.iter().map(|word| filled(word, lists).unwrap_or_else(|_| word.clone()));
    format!("(?:{})", words.collect::<Vec<_>>().join("|"))
}

/// A pattern with its lists in the places of their names in braces.
fn filled(pattern: &str, lists: &Lists) -> Result<String, String> {
    if pattern.is_empty() || pattern.len() > LONGEST {
        return Err(format!("it has {} bytes, of 1 to {LONGEST}", pattern.len()));
    }
    let mut filled = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let name = after.split_once('}').filter(|(name, _)| is_name(name));
        match name.filter(|_| !before.ends_with("\\p") && !before.ends_with("\\P")) {
            Some((name, after)) => {
                let list = lists.get(name).ok_or(format!("there is no list \"{name}\""))?;
                filled.push_str(list);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    let length = filled.len();
    let too_long = format!("with its lists it has {length} bytes, of at most {LONGEST_FILLED}");
    if length > LONGEST_FILLED { Err(too_long) } else { Ok(filled) }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// The pattern with groups that capture nothing, which is quicker; nothing where one is not closed.
fn uncaptured(pattern: &str) -> Option<String> {
    let mut all = String::with_capacity(pattern.len());
    let (mut depth, mut is_class) = (0_usize, false);
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        all.push(c);
        match c {
            '\\' => all.extend(chars.next()),
            '[' => is_class = true,
            ']' => is_class = false,
            '(' if !is_class => {
                depth += 1;
                all.push_str(if chars.peek() == Some(&'?') { "" } else { "?:" });
            }
            ')' if !is_class => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    (depth == 0 && !is_class).then_some(all)
}

/// Whether a pattern looks around or back, and so is one that may take many steps.
fn looks_around(pattern: &str) -> bool {
    ["(?=", "(?!", "(?<", "(?>", "(?("].iter().any(|sign| pattern.contains(sign))
        || pattern
            .split('\\')
            .skip(1)
            .any(|rest| rest.starts_with(|c: char| matches!(c, '1'..='9' | 'k' | 'g' | 'G' | 'K')))
}

/// What was compiled before: a check begins with the same rules again and again.
static COMPILED: LazyLock<Mutex<HashMap<String, Arc<Regex>>>> = LazyLock::new(Mutex::default);

fn compiled(pattern: &str, largest: usize) -> Result<Arc<Regex>, String> {
    let all = || COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = all().get(pattern) {
        return Ok(known.clone());
    }
    let regex = RegexBuilder::new(pattern)
        .delegate_size_limit(largest)
        .delegate_dfa_size_limit(largest)
        .backtrack_limit(MOST_STEPS)
        .build();
    let regex = Arc::new(regex.map_err(|error| why(&error))?);
    let mut all = all();
    if all.len() >= MOST {
        all.clear();
    }
    all.insert(pattern.to_owned(), regex.clone());
    Ok(regex)
}

fn why(error: &Error) -> String {
    last_line(&error.to_string())
}

fn last_line(text: &str) -> String {
    text.lines().last().unwrap_or_default().trim().to_owned()
}
