use super::super::File;
use super::super::document::{Document, FileKind};
use super::pattern::Pattern;
use super::patterns::{Lists, list_all, source};
use data::beside;

/// Reads wording rules a few patterns at a time, for a page that has to answer meanwhile. A
/// [`Checker`](crate::Checker) of the same files then knows them, and begins many times as quickly.
#[derive(Debug)]
pub struct RuleReader {
    /// Those that are still to be read, the first one last.
    sources: Vec<String>,
}

impl RuleReader {
    /// Of the wording rules among the files.
    pub fn new(files: &[File]) -> Self {
        let documents = files.iter().map(Document::new);
        let claims = documents.filter(|document| document.what == FileKind::Claims);
        let mut sources: Vec<String> = claims.flat_map(|document| of(&document)).collect();
        sources.reverse();
        Self { sources }
    }

    /// Reads as many patterns more; whether that was all.
    pub fn read(&mut self, patterns: usize) -> bool {
        let rest = self.sources.len().saturating_sub(patterns);
        for source in self.sources.split_off(rest) {
            // What is wrong with it is said when it is checked.
            let _ = Pattern::new(source);
        }
        self.sources.is_empty()
    }
}

fn of(document: &Document) -> Vec<String> {
    let (file, _) = beside::claims(document.node());
    let languages = file.languages.into_iter();
    let lists = languages.map(|it| {
        let lists = it.lists.map(|lists| lists.0).unwrap_or_default();
        (it.language, list_all(lists))
    });
    let lists: Vec<(String, Lists)> = lists.collect();
    let mut sources = Vec::new();
    for rule in &file.rules {
        let language = rule.language.as_deref().unwrap_or("en");
        let none = Lists::new();
        let own = lists.iter().find(|(tag, _)| super::fits(Some(tag), language));
        let lists = own.map_or(&none, |(_, lists)| lists);
        let patterns = rule.patterns.iter().chain(&rule.unless);
        sources.extend(patterns.filter_map(|pattern| source(pattern, lists).ok()));
    }
    sources
}
