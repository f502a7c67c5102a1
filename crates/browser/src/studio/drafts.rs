//! Drafts of one data file that the browser keeps: one for each tab that edits it, and versions to go back to.

use js_sys::{Array, Math};
use rexie::{ObjectStore, Rexie, TransactionMode};
use wasm_bindgen::JsValue;

use super::lock;
use super::moment::now;
use super::storage::{store_in_tab, stored_in_tab};

const NAME: &str = "skin-quiz-studio";
const DRAFTS: &str = "drafts";
const VERSIONS: &str = "versions";

/// So many versions are kept.
const MOST: usize = 20;

/// Where drafts are kept.
#[derive(Clone, Debug)]
pub struct Drafts {
    place: std::rc::Rc<Rexie>,
    name: String,
    /// Of the draft that this tab keeps.
    key: String,
}

/// What is kept where a tab begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// The draft to go on with.
    pub text: Option<String>,
    /// Whether other tabs have drafts.
    pub is_elsewhere: bool,
}

impl Drafts {
    /// Opens the place of a data file, and takes over the draft that this tab kept before it was loaded
    /// again, else the one that was kept last of those that no other tab holds; nothing where the browser
    /// keeps nothing, as in a private window.
    pub async fn open(file: &str) -> Option<(Self, Left)> {
        let name = format!("{NAME} {file}");
        let built = Rexie::builder(&name)
            .version(1)
            .add_object_store(ObjectStore::new(DRAFTS))
            .add_object_store(ObjectStore::new(VERSIONS))
            .build()
            .await;
        let key = format!("{} {}", now(), Math::random());
        let mut drafts = Self { place: std::rc::Rc::new(built.ok()?), name, key };
        let left = drafts.take().await;
        store_in_tab(&drafts.name, &drafts.key);
        Some((drafts, left))
    }

    async fn take(&mut self) -> Left {
        let mut left = Left::default();
        let mut keys = self.keys().await.unwrap_or_default();
        let own = stored_in_tab(&self.name);
        keys.sort_by_key(|key| Some(key) != own.as_ref());
        for key in keys {
            if self.hold(&key).await {
                left.text = self.draft(&key).await;
                self.key = key;
                return left;
            }
            left.is_elsewhere = true;
        }
        self.hold(&self.key).await;
        left
    }

    async fn hold(&self, key: &str) -> bool {
        lock::hold(&format!("{} {key}", self.name)).await
    }

    /// When each draft of another tab was kept, in milliseconds since 1970, and its text; the last first.
    pub async fn others(&self) -> Vec<(f64, String)> {
        let all = self.all().await.unwrap_or_default().into_iter();
        all.filter(|(_, key, _)| *key != self.key).map(|(at, _, text)| (at, text)).collect()
    }

    /// The keys of all drafts, the one that was kept last first.
    async fn keys(&self) -> Option<Vec<String>> {
        Some(self.all().await?.into_iter().map(|(_, key, _)| key).collect())
    }

    /// When each draft was kept, its key and its text; the last first.
    async fn all(&self) -> Option<Vec<(f64, String, String)>> {
        let reading = self.place.transaction(&[DRAFTS], TransactionMode::ReadOnly).ok()?;
        let store = reading.store(DRAFTS).ok()?;
        let keys = store.get_all_keys(None, None).await.ok()?;
        let drafts = store.get_all(None, None).await.ok()?;
        let dated = |(key, draft): (JsValue, JsValue)| {
            let draft = Array::from(&draft);
            Some((draft.get(0).as_f64()?, key.as_string()?, draft.get(1).as_string()?))
        };
        let mut dated: Vec<_> = keys.into_iter().zip(drafts).filter_map(dated).collect();
        dated.sort_by(|one, other| other.0.total_cmp(&one.0));
        Some(dated)
    }

    async fn draft(&self, key: &str) -> Option<String> {
        let reading = self.place.transaction(&[DRAFTS], TransactionMode::ReadOnly).ok()?;
        let draft = reading.store(DRAFTS).ok()?.get(key.into()).await.ok()??;
        Array::from(&draft).get(1).as_string()
    }

    /// Stores the draft; whether it is stored.
    pub async fn store(&self, text: &str) -> bool {
        let draft = Array::of2(&now().into(), &text.into());
        self.put(DRAFTS, &self.key.as_str().into(), &draft).await.is_some()
    }

    /// Deletes the stored draft: nothing is unsaved.
    pub async fn delete(&self) -> Option<()> {
        let writing = self.place.transaction(&[DRAFTS], TransactionMode::ReadWrite).ok()?;
        writing.store(DRAFTS).ok()?.delete(self.key.as_str().into()).await.ok()?;
        writing.done().await.ok().map(drop)
    }

    /// Keeps a version with a word about it, and as many before it as are kept.
    pub async fn add_version(&self, at: f64, about: &str, text: &str) -> Option<()> {
        let version = Array::of2(&about.into(), &text.into());
        self.put(VERSIONS, &at.into(), &version).await?;
        let all = self.versions().await;
        let writing = self.place.transaction(&[VERSIONS], TransactionMode::ReadWrite).ok()?;
        let store = writing.store(VERSIONS).ok()?;
        for (old, _) in all.into_iter().skip(MOST) {
            store.delete(old.into()).await.ok()?;
        }
        writing.done().await.ok().map(drop)
    }

    /// When each version was kept, in milliseconds since 1970, and the word about it; the last first.
    pub async fn versions(&self) -> Vec<(f64, String)> {
        self.all_versions().await.unwrap_or_default()
    }

    async fn all_versions(&self) -> Option<Vec<(f64, String)>> {
        let reading = self.place.transaction(&[VERSIONS], TransactionMode::ReadOnly).ok()?;
        let store = reading.store(VERSIONS).ok()?;
        let keys = store.get_all_keys(None, None).await.ok()?;
        let versions = store.get_all(None, None).await.ok()?;
        let dated = |(key, version): (&JsValue, &JsValue)| Some((key.as_f64()?, parts(version).0));
        Some(keys.iter().zip(&versions).rev().filter_map(dated).collect())
    }

    /// The version that was kept then; nothing where it is no longer there.
    pub async fn version(&self, at: f64) -> Option<String> {
        let reading = self.place.transaction(&[VERSIONS], TransactionMode::ReadOnly).ok()?;
        let version = reading.store(VERSIONS).ok()?.get(at.into()).await.ok()??;
        parts(&version).1
    }

    async fn put(&self, store: &str, key: &JsValue, value: &JsValue) -> Option<()> {
        let writing = self.place.transaction(&[store], TransactionMode::ReadWrite).ok()?;
        writing.store(store).ok()?.put(value, Some(key)).await.ok()?;
        writing.done().await.ok().map(drop)
    }
}

/// The word about a version, and its text. Studios before this one kept the text alone.
fn parts(version: &JsValue) -> (String, Option<String>) {
    if let Some(text) = version.as_string() {
        return (String::new(), Some(text));
    }
    let parts = Array::from(version);
    (parts.get(0).as_string().unwrap_or_default(), parts.get(1).as_string())
}
