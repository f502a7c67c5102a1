use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use data::Node;
use editor::entries;

/// The pictures of a quiz: those that were added here, and what is known of the website's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pictures {
    /// What is in each, by the path that the quiz has for it, as a data URL in base64.
    added: BTreeMap<String, String>,
    /// How many bytes each has on the website, by its path; none if it is not there.
    published: BTreeMap<String, Option<u64>>,
    asked_for: BTreeSet<String>,
    saved: BTreeSet<String>,
}

impl Pictures {
    /// Those of a website.
    pub(crate) fn published(published: BTreeMap<String, Option<u64>>) -> Self {
        Self { published, ..Self::default() }
    }

    /// Takes back what was added in a draft or version.
    pub(crate) fn restore(&mut self, added: impl IntoIterator<Item = (String, String)>) {
        self.added.extend(added);
    }

    /// The path that another draft has for another picture than this one: taking both in would lose one.
    pub(crate) fn clash<'a>(&self, added: &'a [(String, String)]) -> Option<&'a str> {
        let is_other = |(path, address): &&(String, String)| {
            self.added.get(path).is_some_and(|known| known != address)
        };
        added.iter().find(is_other).map(|(path, _)| path.as_str())
    }

    /// Adds a picture, called as the choice is: its path, which no known picture has.
    pub(crate) fn add(&mut self, id: &str, address: &str) -> Option<String> {
        let ending = match address.split([':', ';']).nth(1)? {
            "image/svg+xml" => "svg",
            "image/png" => "png",
            "image/webp" => "webp",
            "image/jpeg" => "jpg",
            _ => return None,
        };
        let path = |number: usize| match number {
            1 => format!("pictures/{id}.{ending}"),
            _ => format!("pictures/{id}-{number}.{ending}"),
        };
        let is_it = |path: &String| self.added.get(path).is_some_and(|it| it == address);
        let is_free = |path: &String| {
            let is_published = self.published.get(path).is_some_and(Option::is_some);
            is_it(path) || !is_published && !self.added.contains_key(path)
        };
        let path = (1..).map(path).find(is_free)?;
        self.added.insert(path.clone(), address.to_owned());
        Some(path)
    }

    /// Where a picture is to be had: a data URL, or its path on the website.
    pub(crate) fn address<'a>(&'a self, path: &'a str) -> &'a str {
        self.added.get(path).map_or(path, String::as_str)
    }

    /// Those that were added and that a quiz has, with their data URLs.
    pub(crate) fn added(&self, quiz: &Node) -> Vec<(String, String)> {
        let used = pictures_of(quiz);
        let all = self.added.iter().filter(|(path, _)| used.contains(path.as_str()));
        all.map(|(path, address)| (path.clone(), address.clone())).collect()
    }

    /// Those of them that the person has not saved yet; from now on they have.
    pub(crate) fn take_unsaved(&mut self, quiz: &Node) -> Vec<(String, String)> {
        let mut added = self.added(quiz);
        added.retain(|(path, _)| self.saved.insert(path.clone()));
        added
    }

    /// How many bytes each known one has; none for one that is nowhere.
    pub(crate) fn sizes(&self) -> BTreeMap<String, Option<u64>> {
        let added = self.added.iter().map(|(path, address)| (path.clone(), Some(size(address))));
        self.published.clone().into_iter().chain(added).collect()
    }

    /// The paths of a quiz's pictures of which the website is to be asked; of each once.
    pub(crate) fn ask(&mut self, quiz: &Node) -> Vec<String> {
        let is_new = |path: &&str| {
            !self.added.contains_key(*path)
                && !self.published.contains_key(*path)
                && !self.asked_for.contains(*path)
        };
        let new: Vec<String> =
            pictures_of(quiz).into_iter().filter(is_new).map(str::to_owned).collect();
        self.asked_for.extend(new.iter().cloned());
        new
    }

    /// Takes what the website answered.
    pub(crate) fn found(&mut self, sizes: BTreeMap<String, Option<u64>>) {
        self.published.extend(sizes);
    }
}

/// What is in a data URL in base64.
pub(crate) fn bytes(address: &str) -> Vec<u8> {
    STANDARD.decode(content(address)).unwrap_or_default()
}

/// How many bytes that is: three for each four letters, less those that only fill up.
fn size(address: &str) -> u64 {
    let content = content(address);
    let filling = content.bytes().rev().take_while(|letter| *letter == b'=').count();
    (content.len() / 4 * 3).saturating_sub(filling) as u64
}

fn content(address: &str) -> &str {
    address.split_once(',').map_or("", |(_, content)| content)
}

/// The paths of a quiz's pictures that lie beside its page.
pub(crate) fn pictures_of(quiz: &Node) -> BTreeSet<&str> {
    let questions = entries(quiz.get("questions")).iter();
    let choices = questions.flat_map(|question| entries(question.get("choices")));
    let is_beside = |path: &&str| !path.contains([':', '?', '#']) && !path.starts_with('/');
    choices
        .filter_map(|choice| choice.text("picture"))
        .filter(is_beside)
        .filter(|path| !path.is_empty() && !path.contains(".."))
        .collect()
}
