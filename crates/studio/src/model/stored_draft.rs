use std::collections::BTreeMap;

use editor::{Document, Draft, FileId};
use serde_json::{Value, json};

use super::pictures::Pictures;

/// A draft as the browser stores it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDraft {
    /// Its files, the quiz first.
    pub files: Vec<StoredFile>,
    /// The pictures that were added in it, by path, each as a data URL.
    pub pictures: Vec<(String, String)>,
}

/// A file of it. One without unsaved changes is written without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFile {
    /// Its name, with its folder.
    pub name: String,
    /// Its text when it was saved last.
    pub saved: String,
    /// Its text.
    pub text: String,
}

impl StoredDraft {
    /// The draft as it is.
    pub fn of(draft: &Draft, pictures: &Pictures) -> Self {
        let file = |(file, document): (FileId, &Document)| StoredFile {
            name: document.name().to_owned(),
            saved: draft.last_saved(file).to_owned(),
            text: document.text().to_owned(),
        };
        let pictures = pictures.added(draft.quiz().node());
        Self { files: draft.documents().map(file).collect(), pictures }
    }

    /// The draft that [`write`](Self::write) gave; none for any other text.
    pub fn read(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let file = |it: &Value| {
            let text = |name: &str| it.get(name)?.as_str().map(str::to_owned);
            let saved = text("saved")?;
            let text = text("text").unwrap_or_else(|| saved.clone());
            Some(StoredFile { name: it.get("name")?.as_str()?.to_owned(), saved, text })
        };
        let files: Option<Vec<StoredFile>> =
            value.get("files")?.as_array()?.iter().map(file).collect();
        let picture =
            |(name, address): (&String, &Value)| Some((name.clone(), address.as_str()?.to_owned()));
        let pictures = value.get("pictures").and_then(Value::as_object);
        let pictures = pictures.into_iter().flatten().filter_map(picture).collect();
        files.filter(|files| !files.is_empty()).map(|files| Self { files, pictures })
    }

    /// The draft as a text.
    pub fn write(&self) -> String {
        let file = |it: &StoredFile| match it.text == it.saved {
            true => json!({"name": it.name, "saved": it.saved}),
            false => json!({"name": it.name, "saved": it.saved, "text": it.text}),
        };
        let files: Vec<Value> = self.files.iter().map(file).collect();
        let pictures: BTreeMap<_, _> = self.pictures.iter().cloned().collect();
        match pictures.is_empty() {
            true => json!({"files": files}).to_string(),
            false => json!({"files": files, "pictures": pictures}).to_string(),
        }
    }

    /// Whether each of its files was saved as it is.
    pub fn is_saved(&self) -> bool {
        self.files.iter().all(|file| file.text == file.saved)
    }

    /// The draft again, with what was not saved as one step that can be taken back.
    pub fn draft(&self) -> Option<Draft> {
        let files = self.files.iter().map(|it| (it.name.as_str(), it.saved.as_bytes()));
        let mut draft = Draft::open(files).ok()?;
        let texts: Vec<(String, String)> =
            self.files.iter().map(|it| (it.name.clone(), it.text.clone())).collect();
        draft.restore(&texts);
        Some(draft)
    }
}
