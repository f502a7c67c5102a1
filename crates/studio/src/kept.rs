use editor::Draft;
use serde_json::{Value, json};

/// A draft as the browser keeps it: the text of each file, and as it was saved last.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Kept {
    pub(super) files: Vec<File>,
}

/// A file of it. One that is as it was saved is written without its text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct File {
    pub(super) name: String,
    pub(super) saved: String,
    pub(super) text: String,
}

impl Kept {
    /// The draft as it is.
    pub(super) fn of(draft: &Draft) -> Self {
        let file = |(index, paper): (usize, &editor::Paper)| File {
            name: paper.name().to_owned(),
            saved: draft.last_saved(index).to_owned(),
            text: paper.text().to_owned(),
        };
        Self { files: draft.papers().iter().enumerate().map(file).collect() }
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let file = |it: &Value| {
            let text = |name: &str| it.get(name)?.as_str().map(str::to_owned);
            let saved = text("saved")?;
            let text = text("text").unwrap_or_else(|| saved.clone());
            Some(File { name: it.get("name")?.as_str()?.to_owned(), saved, text })
        };
        let files: Option<Vec<File>> = value.get("files")?.as_array()?.iter().map(file).collect();
        files.filter(|files| !files.is_empty()).map(|files| Self { files })
    }

    pub(super) fn write(&self) -> String {
        let file = |it: &File| match it.text == it.saved {
            true => json!({"name": it.name, "saved": it.saved}),
            false => json!({"name": it.name, "saved": it.saved, "text": it.text}),
        };
        json!({"files": self.files.iter().map(file).collect::<Vec<_>>()}).to_string()
    }

    /// The draft again, with what was not saved as one step that can be taken back.
    pub(super) fn draft(&self) -> Option<Draft> {
        let files = self.files.iter().map(|it| (it.name.as_str(), it.saved.as_bytes()));
        let mut draft = Draft::open(files).ok()?;
        let texts: Vec<(String, String)> =
            self.files.iter().map(|it| (it.name.clone(), it.text.clone())).collect();
        draft.restore(&texts);
        Some(draft)
    }
}
