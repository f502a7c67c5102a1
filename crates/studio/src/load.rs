use std::collections::BTreeMap;

use browser::studio::address;
use browser::studio::drafts::Drafts;
use browser::studio::site::fetch_all;
use data::Node;
use editor::overlay_name;

use crate::model::{
    INTERFACE, Site, StoredDraft, languages, personas_name, pictures_of, words_name,
};

use crate::pages::{COPIES, TEMPLATES, Templates};

const CLAIMS: &str = "data/claims.json";

/// Loads a published quiz with its files, and the draft that was left of it: `kept` with the page of the
/// studio that was shown, if the program stopped, else what the browser has stored. The second is where
/// drafts are stored; none if the browser stores nothing.
pub(crate) async fn load(name: String, kept: Option<(String, String)>) -> (Site, Option<Drafts>) {
    let files = published(&name).await;
    let quiz = files.get(&name).and_then(|bytes| check::node(bytes)).unwrap_or(Node::Null);
    let pictures: Vec<String> = pictures_of(&quiz).into_iter().map(str::to_owned).collect();
    let mut found = fetched(pictures.clone()).await;
    let size = |path: String| {
        let bytes = found.remove(&path).map(|bytes| bytes.len() as u64);
        (path, bytes)
    };
    let pictures = pictures.into_iter().map(size).collect();
    let (drafts, left) = Drafts::open(&name).await.unzip();
    let left = left.unwrap_or_default();
    let (draft, stopped) = kept.unzip();
    let stored = draft.or(left.text).and_then(|text| StoredDraft::read(&text));
    let (address, is_elsewhere) = (address::current(), left.is_elsewhere);
    (Site { quiz: name, files, pictures, stored, stopped, address, is_elsewhere }, drafts)
}

/// The published files of a quiz, by name, as they are now.
pub(crate) async fn published(name: &str) -> BTreeMap<String, Vec<u8>> {
    let first = [name, CLAIMS, INTERFACE, &personas_name(name)].map(str::to_owned);
    let mut files = fetched(first.to_vec()).await;
    let quiz = files.get(name).and_then(|bytes| check::node(bytes)).unwrap_or(Node::Null);
    let others: Vec<String> = languages(&quiz)
        .iter()
        .flat_map(|language| [overlay_name(name, language), words_name(language)])
        .filter(|name| !files.contains_key(name))
        .collect();
    files.extend(fetched(others).await);
    files
}

/// What the site has to make its pages of.
pub(crate) async fn templates() -> Templates {
    let names = [TEMPLATES, COPIES].concat();
    let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    let mut found = fetch_all(&names).await.into_iter();
    let mut text = || String::from_utf8(found.next()??).ok();
    let (page, plain) = (text(), text());
    Templates { page, plain, have_copies: found.any(|copy| copy.is_some()) }
}

/// How many bytes files of the site have, by name; none for one that is not there.
pub(crate) async fn sizes(names: Vec<String>) -> BTreeMap<String, Option<u64>> {
    let bytes = fetch_all(&names).await;
    names.into_iter().zip(bytes.iter().map(|it| Some(it.as_ref()?.len() as u64))).collect()
}

async fn fetched(names: Vec<String>) -> BTreeMap<String, Vec<u8>> {
    let bytes = fetch_all(&names).await;
    names.into_iter().zip(bytes).filter_map(|(name, bytes)| Some((name, bytes?))).collect()
}
