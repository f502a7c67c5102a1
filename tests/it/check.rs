/// Files that are no files, and files that nobody means.
mod bytes;

/// What the reader of JSON takes for right is JSON, and the other way round.
mod json;

/// Every kind of finding is documented and has its broken file.
mod kinds;

/// What keeps visitors safe less than in an earlier edition.
mod safety;

/// The schema that editors use.
mod schema;

/// The files that are shipped.
mod shipped;

/// What is said of translations that say something else.
mod translations;
/// The test visitors that lie beside a quiz.
mod visitors;

use check::{Checked, Environment, File};

use crate::checked::{TODAY, picture};

/// Checks bytes as a file with no other beside it.
fn alone(bytes: Vec<u8>) -> Checked {
    let file = File { name: "any.json".into(), bytes: Ok(bytes), wanted: true };
    let around = Environment { today: TODAY, picture: Some(&picture), since: None, folder: false };
    check::check(&[file], &around).remove(0)
}
