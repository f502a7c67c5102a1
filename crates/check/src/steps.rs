//! A path as JSON: `["questions", 3, "words", "title"]`.

use std::borrow::Cow;

use data::{Path, Step};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written<'a> {
    Entry(usize),
    Field(Cow<'a, str>),
}

pub(super) fn serialize<S: Serializer>(path: &Path, to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(path.0.iter().map(|step| match step {
        Step::Entry(index) => Written::Entry(*index),
        Step::Field(name) => Written::Field(Cow::Borrowed(&**name)),
    }))
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Path, D::Error> {
    let steps = Vec::<Written<'_>>::deserialize(from)?;
    Ok(Path::new(steps.into_iter().map(|step| match step {
        Written::Entry(index) => Step::Entry(index),
        Written::Field(name) => Step::Field(Cow::Owned(name.into_owned())),
    })))
}
