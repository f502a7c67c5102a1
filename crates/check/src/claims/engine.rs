use std::ops::Range;

use fancy_regex::RegexBuilder;
use regex_automata::meta;
use regex_automata::nfa::thompson::WhichCaptures;
use regex_syntax::hir::Hir;

/// How many steps back looking for a pattern may take.
const MOST_STEPS: usize = 10_000;

/// A compiled pattern.
#[derive(Debug)]
pub(super) enum Engine {
    /// Built quickly rather than quick: most are looked for in a few short texts.
    Plain(meta::Regex),
    /// One that looks around or back, and so may take many steps.
    Around(fancy_regex::Regex),
}

/// A pattern that takes too long to look for.
#[derive(Debug)]
pub(super) struct TooLong;

impl Engine {
    /// That of a pattern without anything that looks around or back, of at most so many bytes.
    pub(super) fn plain(pattern: &Hir, largest: usize) -> Result<Self, String> {
        let config = meta::Config::new()
            .nfa_size_limit(Some(largest))
            .which_captures(WhichCaptures::Implicit)
            .auto_prefilter(false)
            .hybrid(false)
            .dfa(false)
            .onepass(false);
        let regex = meta::Builder::new().configure(config).build_from_hir(pattern);
        regex.map(Self::Plain).map_err(|error| match error.size_limit() {
            Some(limit) => format!("compiled it has more than {limit} bytes"),
            None => last_line(&error.to_string()),
        })
    }

    /// That of any pattern.
    pub(super) fn around(pattern: &str, largest: usize) -> Result<Self, String> {
        let mut builder = RegexBuilder::new(pattern);
        builder.delegate_size_limit(largest).delegate_dfa_size_limit(largest);
        let regex = builder.backtrack_limit(MOST_STEPS).build();
        regex.map(Self::Around).map_err(|error| last_line(&error.to_string()))
    }

    /// Whether the pattern is found. One that takes too long is not.
    pub(super) fn is_match(&self, text: &str) -> bool {
        match self {
            Self::Plain(regex) => regex.is_match(text),
            Self::Around(regex) => regex.is_match(text).unwrap_or(false),
        }
    }

    /// What is found up to where it takes too long, in bytes of the text.
    pub(super) fn find_iter<'t>(
        &'t self,
        text: &'t str,
    ) -> Box<dyn Iterator<Item = Result<Range<usize>, TooLong>> + 't> {
        match self {
            Self::Plain(regex) => Box::new(regex.find_iter(text).map(|found| Ok(found.range()))),
            Self::Around(regex) => {
                let all = regex.find_iter(text);
                Box::new(all.map(|found| found.map(|it| it.range()).map_err(|_| TooLong)))
            }
        }
    }
}

/// The pattern without what it looks ahead and behind for, if that is all: it finds more.
pub(super) fn without_looking_around(pattern: &str) -> Option<String> {
    let mut rest = pattern.to_owned();
    while let Some(start) = AROUND.iter().filter_map(|sign| rest.find(sign)).min() {
        let end = start + closing(&rest[start..])?;
        rest.replace_range(start..end, "");
    }
    (!looks_around(&rest)).then_some(rest)
}

/// Where the group ends that begins here.
fn closing(group: &str) -> Option<usize> {
    let (mut depth, mut is_class) = (0_usize, false);
    let mut chars = group.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            '[' => is_class = true,
            ']' => is_class = false,
            '(' if !is_class => depth += 1,
            ')' if !is_class && depth == 1 => return Some(at + 1),
            ')' if !is_class => depth -= 1,
            _ => {}
        }
    }
    None
}

const AROUND: [&str; 4] = ["(?=", "(?!", "(?<=", "(?<!"];

/// Whether a pattern looks around or back.
pub(super) fn looks_around(pattern: &str) -> bool {
    ["(?=", "(?!", "(?<", "(?>", "(?("].iter().any(|sign| pattern.contains(sign))
        || pattern
            .split('\\')
            .skip(1)
            .any(|rest| rest.starts_with(|c: char| matches!(c, '1'..='9' | 'k' | 'g' | 'G' | 'K')))
}

pub(super) fn last_line(text: &str) -> String {
    let last = text.lines().last().unwrap_or_default().trim();
    last.strip_prefix("error: ").unwrap_or(last).to_owned()
}
