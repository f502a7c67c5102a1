use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use data::Path;
use fancy_regex::{Error, Regex, RegexBuilder};

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

    /// The patterns of a rule or a statement, of which there is at least one.
    pub(super) fn of(&mut self, at: &Path, patterns: &[String], lists: &Lists) -> Vec<Arc<Regex>> {
        let compiled = self.each(&at.then(["patterns".into()]), patterns, lists);
        if patterns.is_empty() {
            let help = "Write \"patterns\" with at least one.";
            self.found.error("claims/patterns", at, "has no pattern that can be used.", help);
        }
        compiled
    }

    /// As few as can be that find what any of these does.
    pub(super) fn each(
        &mut self,
        at: &Path,
        patterns: &[String],
        lists: &Lists,
    ) -> Vec<Arc<Regex>> {
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
        let any = plain.iter().map(|(_, pattern)| format!("(?:{pattern})")).collect::<Vec<_>>();
        let any = (any.len() > 1).then(|| compiled(&any.join("|"), LARGEST_OF_ALL).ok()).flatten();
        if any.is_none() {
            others.append(&mut plain);
        }
        others.sort_unstable();
        let mut all = Vec::from_iter(any);
        for (index, pattern) in others {
            match compiled(&pattern, LARGEST) {
                Ok(pattern) => all.push(pattern),
                Err(why) => self.tell(at, index, &why),
            }
        }
        all
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
    error.to_string().lines().last().unwrap_or_default().trim().to_owned()
}
