use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::data::beside::{Claims, Overlay, Personas};
use crate::data::file::File;

/// The JSON Schema of a kind of file, by which editors complete and underline: of a `quiz`, of
/// `personas`, `claims` or a `translation`.
pub fn schema(kind: &str) -> Option<Value> {
    Some(match kind {
        "quiz" => of::<File>("A quiz"),
        "personas" => of::<Personas>("Made-up visitors"),
        "claims" => of::<Claims>("Wording rules"),
        "translation" => of::<Overlay>("A quiz in another language"),
        _ => return None,
    })
}

fn of<T: JsonSchema>(title: &str) -> Value {
    let generator = SchemaSettings::draft07().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    schema.insert("title".into(), title.into());
    schema.to_value()
}
