use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::data::file::File;

/// The JSON Schema of a quiz file, by which editors complete and underline.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft07().into_generator();
    let mut schema = generator.into_root_schema_for::<File>();
    schema.insert("title".into(), "A quiz".into());
    schema.to_value()
}
