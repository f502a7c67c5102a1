//! How the structs of [`super::file`] become a JSON Schema.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// A field of an object.
pub(crate) struct Field {
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

/// Which words of a file stand for the variants of a type.
pub(crate) trait Words {
    /// The name of the type in schemas.
    const NAME: &'static str;
    /// The words, in the order of the variants.
    const WORDS: &'static [&'static str];
}

/// The schema of one of a few words.
pub(crate) struct Choice<T>(PhantomData<T>);

impl<T: Words> JsonSchema for Choice<T> {
    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(json!({"type": "string", "enum": T::WORDS}))
    }
}

/// The schema of an object whose names are anybody's.
pub(crate) struct NamedSchema<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for NamedSchema<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Named{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let each = generator.subschema_for::<T>();
        schema(json!({"type": "object", "additionalProperties": each}))
    }
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
