use data::beside::{Claims, Overlay, Personas};
use data::file::File;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The JSON Schema of a kind of file, by which editors complete and underline: of a `quiz`, of
/// `personas`, `claims`, a `translation` or `interface` words.
pub fn schema(kind: &str) -> Option<Value> {
    Some(match kind {
        "quiz" => of::<File>("A quiz"),
        "personas" => of::<Personas>("Test visitors"),
        "claims" => of::<Claims>("Wording rules"),
        "translation" => of::<Overlay>("A quiz in another language"),
        "interface" => interface(),
        _ => return None,
    })
}

/// Every key has words, and a counted word any of its forms besides.
fn interface() -> Value {
    let keys: Vec<&str> = text::keys().collect();
    let words = keys.iter().map(|&key| (key.to_owned(), json!({"type": "string"})));
    let mut properties = Map::from_iter(words);
    let about = "For editors only: where the JSON Schema of this format is.";
    properties.insert(text::SCHEMA.to_owned(), json!({"type": "string", "description": about}));
    let forms = format!("^({})-({})$", text::COUNTED.join("|"), text::FORMS.join("|"));
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Words of the interface",
        "description": "Words of the interface in one language, with {placeholders} as in en.json.",
        "type": "object",
        "properties": properties,
        "patternProperties": {forms: {"type": "string"}},
        "additionalProperties": false,
        "required": keys,
    })
}

fn of<T: JsonSchema>(title: &str) -> Value {
    let generator = SchemaSettings::draft07().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    schema.insert("title".into(), title.into());
    schema.to_value()
}
