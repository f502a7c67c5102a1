//! How the structs of [`super::file`] become a JSON Schema.

use schemars::Schema;
use serde_json::{Map, Value, json};

/// A field of an object.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) docs: &'static [&'static str],
    /// Whether it can be left out.
    pub(super) optional: bool,
    pub(super) schema: Schema,
}

/// The schema of an object of these fields and no other.
pub(super) fn object(docs: &[&str], fields: Vec<Field>) -> Schema {
    let required: Vec<&str> =
        fields.iter().filter(|field| !field.optional).map(|field| field.name).collect();
    let mut properties = Map::new();
    for field in &fields {
        properties.insert(field.name.to_owned(), described(field));
    }
    let mut object = json!({
        "type": "object",
        "description": sentence(docs),
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    schema(object)
}

/// The schema of one of a few words.
pub(super) fn words(words: &[&str]) -> Schema {
    schema(json!({"type": "string", "enum": words}))
}

fn described(field: &Field) -> Value {
    let mut value = field.schema.as_value().clone();
    if value.get("$ref").is_some() {
        value = json!({"allOf": [value]});
    }
    if let Value::Object(parts) = &mut value {
        parts.insert("description".into(), sentence(field.docs).into());
    }
    value
}

fn sentence(docs: &[&str]) -> String {
    docs.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

fn schema(value: Value) -> Schema {
    Schema::try_from(value).unwrap_or_default()
}

impl<T: schemars::JsonSchema> schemars::JsonSchema for super::read::Named<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Named{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> Schema {
        let each = generator.subschema_for::<T>();
        schema(json!({"type": "object", "additionalProperties": each}))
    }
}

impl<T: schemars::JsonSchema> schemars::JsonSchema for super::read::Aside<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl schemars::JsonSchema for crate::quiz::Words {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Words".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> Schema {
        schema(json!({"type": "string"}))
    }
}
