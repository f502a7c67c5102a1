use serde_json::{Map, Value, json};

/// The most that a page brings along, in bytes: four times what the shipped quiz takes. The first
/// question of a quiz that takes more would wait for the others.
const MOST: usize = 36_000;

/// What the page brings along of the data file and of the interface words, so that the questions need
/// neither: JSON as it may stand in a script. Nothing of a quiz that takes more than [`MOST`].
pub(crate) fn json(quiz: &str, words: &str) -> serde_json::Result<Option<String>> {
    let opening = json!({
        "quiz": part(quiz, &data::OPENING)?,
        "text": part(words, &text::OPENING.map(text::Key::name))?,
    });
    let data = opening.to_string().replace('<', "\\u003c");
    Ok((data.len() <= MOST).then_some(data))
}

fn part(file: &str, fields: &[&str]) -> serde_json::Result<Map<String, Value>> {
    let file: Map<String, Value> = serde_json::from_str(file)?;
    Ok(file.into_iter().filter(|(name, _)| fields.contains(&name.as_str())).collect())
}
