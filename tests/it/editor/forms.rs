use std::collections::BTreeMap;

use editor::{Field, FieldType, List, Section};
use serde_json::Value;

/// What can be written in a file can be written in the form of its thing.
#[test]
fn every_field_of_the_file_is_in_its_form() {
    let schema = check::schema("quiz").expect("a schema");
    for section in Section::ALL {
        if let Section::List(list) = section {
            check(&schema, list, &schema["properties"]);
        }
    }
}

/// A form asks for what the file must have. Sources can be left out of any file, and are asked for wherever
/// a figure needs them.
fn check(schema: &Value, list: &List, within: &Value) {
    let object = definition(schema, &within[list.name]["items"]);
    let mut fields = BTreeMap::new();
    collect(schema, object, "", &mut fields);
    assert!(fields.remove("id").is_some(), "{}", list.name);
    for inner in list.lists {
        assert!(fields.remove(inner.name).is_some(), "{}", inner.name);
        check(schema, inner, &object["properties"]);
    }
    for field in list.fields {
        let path = field.path.join(".");
        let place = format!("{}, {path}", list.name);
        let (needed, of) = fields.remove(&path).unwrap_or_else(|| panic!("{place} is in no file"));
        assert!(path == "sources" || field.needed == needed, "{place}");
        assert!(has_words(field, definition(schema, of)), "{place}");
    }
    assert!(fields.is_empty(), "{}: not in the form: {:?}", list.name, fields.keys());
}

/// Each field by its way, with whether it must be there.
fn collect<'s>(
    schema: &'s Value,
    object: &'s Value,
    before: &str,
    fields: &mut BTreeMap<String, (bool, &'s Value)>,
) {
    let required = object["required"].as_array().map_or(&[][..], Vec::as_slice);
    for (name, of) in object["properties"].as_object().expect("fields") {
        if name == "words" {
            collect(schema, definition(schema, of), "words.", fields);
        } else {
            let needed = required.iter().any(|it| it == name);
            fields.insert(format!("{before}{name}"), (needed, of));
        }
    }
}

fn has_words(field: &Field, of: &Value) -> bool {
    match field.is {
        FieldType::OneOf(words) => of["enum"] == words.iter().map(|it| it.word).collect::<Value>(),
        _ => of["enum"].is_null(),
    }
}

fn definition<'s>(schema: &'s Value, of: &'s Value) -> &'s Value {
    let name = of["$ref"].as_str().or_else(|| of["allOf"][0]["$ref"].as_str());
    let name = name.and_then(|name| name.strip_prefix("#/definitions/"));
    name.map_or(of, |name| &schema["definitions"][name])
}
