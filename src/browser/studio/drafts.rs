//! Drafts that the browser keeps: the one being edited, and versions to go back to.

use rexie::{ObjectStore, Rexie, TransactionMode};
use wasm_bindgen::JsValue;

const NAME: &str = "skin-quiz-studio";
const DRAFT: &str = "draft";
const VERSIONS: &str = "versions";

/// So many versions are kept.
const MOST: usize = 20;

/// Where drafts are kept.
#[derive(Clone, Debug)]
pub struct Drafts(std::rc::Rc<Rexie>);

/// A version and its key.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// The moment, in milliseconds since 1970; its key too.
    pub at: f64,
    /// As it was kept.
    pub text: String,
}

impl Drafts {
    /// Opens the place; nothing where the browser keeps nothing, as in a private window.
    pub async fn open() -> Option<Self> {
        let built = Rexie::builder(NAME)
            .version(1)
            .add_object_store(ObjectStore::new(DRAFT))
            .add_object_store(ObjectStore::new(VERSIONS))
            .build()
            .await;
        built.ok().map(|rexie| Self(std::rc::Rc::new(rexie)))
    }

    /// The draft that was kept last.
    pub async fn draft(&self) -> Option<String> {
        let reading = self.0.transaction(&[DRAFT], TransactionMode::ReadOnly).ok()?;
        reading.store(DRAFT).ok()?.get(DRAFT.into()).await.ok()??.as_string()
    }

    /// Keeps the draft; whether it is kept.
    pub async fn keep(&self, text: &str) -> bool {
        self.put(DRAFT, &DRAFT.into(), text).await.is_some()
    }

    /// Forgets the draft: nothing is unsaved.
    pub async fn forget(&self) -> Option<()> {
        let writing = self.0.transaction(&[DRAFT], TransactionMode::ReadWrite).ok()?;
        writing.store(DRAFT).ok()?.delete(DRAFT.into()).await.ok()?;
        writing.done().await.ok().map(drop)
    }

    /// Keeps a version, and as many before it as are kept.
    pub async fn add_version(&self, at: f64, text: &str) -> Option<()> {
        self.put(VERSIONS, &at.into(), text).await?;
        let all = self.versions().await;
        let writing = self.0.transaction(&[VERSIONS], TransactionMode::ReadWrite).ok()?;
        let store = writing.store(VERSIONS).ok()?;
        for old in all.iter().skip(MOST) {
            store.delete(old.at.into()).await.ok()?;
        }
        writing.done().await.ok().map(drop)
    }

    /// The versions that are kept, the last first.
    pub async fn versions(&self) -> Vec<Version> {
        self.read_versions().await.unwrap_or_default()
    }

    async fn read_versions(&self) -> Option<Vec<Version>> {
        let reading = self.0.transaction(&[VERSIONS], TransactionMode::ReadOnly).ok()?;
        let store = reading.store(VERSIONS).ok()?;
        let keys = store.get_all_keys(None, None).await.ok()?;
        let texts = store.get_all(None, None).await.ok()?;
        let version = |(key, text): (JsValue, JsValue)| {
            Some(Version { at: key.as_f64()?, text: text.as_string()? })
        };
        let mut versions: Vec<Version> = keys.into_iter().zip(texts).filter_map(version).collect();
        versions.reverse();
        Some(versions)
    }

    async fn put(&self, store: &str, key: &JsValue, text: &str) -> Option<()> {
        let writing = self.0.transaction(&[store], TransactionMode::ReadWrite).ok()?;
        writing.store(store).ok()?.put(&text.into(), Some(key)).await.ok()?;
        writing.done().await.ok().map(drop)
    }
}
