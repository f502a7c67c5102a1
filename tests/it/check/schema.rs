use boon::{Compiler, Schemas};
use serde_json::{Value, json};

use crate::files;

const KINDS: [&str; 5] = ["quiz", "personas", "claims", "translation", "interface"];

fn shipped(kind: &str) -> String {
    let folder = if kind == "interface" { "text" } else { "data" };
    format!("static/{folder}/{kind}.schema.json")
}

fn valid(kind: &str, file: &Value) -> Result<(), String> {
    let mut compiler = Compiler::new();
    let (mut schemas, schema) = (Schemas::new(), files::value(&shipped(kind)));
    compiler.add_resource("quiz.json", schema).map_err(|error| error.to_string())?;
    let index = compiler.compile("quiz.json", &mut schemas).map_err(|error| error.to_string())?;
    schemas.validate(file, index).map_err(|error| error.to_string())
}

#[test]
fn each_is_that_of_the_program() {
    for kind in KINDS {
        let text = format!("{:#}\n", check::schema(kind).expect("a schema"));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(files::path(&shipped(kind)), &text).expect("it can be written");
        }
        assert_eq!(files::text(&shipped(kind)), text);
    }
    assert!(check::schema("pictures").is_none());
}

#[test]
fn the_shipped_files_name_theirs_and_keep_to_it() {
    for (kind, name) in [
        ("quiz", files::SKIN),
        ("personas", "static/data/microneedling.personas.json"),
        ("claims", "static/data/claims.json"),
        ("translation", "static/data/microneedling.es.json"),
        ("translation", "static/data/microneedling.ar.json"),
        ("interface", "static/text/en.json"),
        ("interface", "static/text/es.json"),
        ("interface", "static/text/ar.json"),
    ] {
        let file = files::value(name);
        assert_eq!(file["$schema"], json!(format!("{kind}.schema.json")), "{name}");
        assert_eq!(valid(kind, &file), Ok(()), "{name}");
    }
    let more = [
        "tests/cases/teeth-whitening.json",
        "tests/cases/five.json",
        "tests/problems/base/quiz.json",
    ];
    for name in more {
        assert_eq!(valid("quiz", &files::value(name)), Ok(()), "{name}");
    }
}

#[test]
fn a_broken_quiz_does_not() {
    for (field, value) in [
        ("format", json!("1")),
        ("colour", json!("blue")),
        ("questions", json!([{"id": "a"}])),
        ("plans", json!([{"sessions": [1, 2, 3]}])),
    ] {
        let mut file = files::value(files::SKIN);
        file[field] = value;
        assert!(valid("quiz", &file).is_err(), "{field}");
    }
    let mut file = files::value(files::SKIN);
    file["cautions"][0]["when"] = json!({"picked": "a.b", "not": {"picked": "a.b"}});
    assert!(valid("quiz", &file).is_err(), "a rule of two fields");
}

#[test]
fn nor_does_a_broken_file_beside_it() {
    for (kind, name, place, value) in [
        ("personas", "data/microneedling.personas", "/personas/0/shows", json!("booking")),
        ("personas", "data/microneedling.personas", "/personas/0/answers/sun", json!("type-1")),
        ("claims", "data/claims", "/rules/0/level", json!("stop")),
        ("translation", "data/microneedling.es", "/format", json!("1")),
        ("translation", "data/microneedling.es", "/words/title", json!(1)),
        ("interface", "text/ar", "/continue", json!(1)),
        ("interface", "text/ar", "/weeks-few", json!(["{n}"])),
    ] {
        let mut file = files::value(&format!("static/{name}.json"));
        *file.pointer_mut(place).expect("it is there") = value;
        assert!(valid(kind, &file).is_err(), "{place}");
    }
}

#[test]
fn interface_words_are_whole_and_no_others() {
    let whole = files::value("static/text/ar.json");
    for key in ["continue", "weeks-other"] {
        let mut file = whole.clone();
        file.as_object_mut().expect("an object").remove(key);
        assert!(valid("interface", &file).is_err(), "without {key}");
    }
    for key in ["contineu", "weeks-some", "hours-few", "my-weeks-few"] {
        let mut file = whole.clone();
        file[key] = json!("Words");
        assert!(valid("interface", &file).is_err(), "with {key}");
    }
    let mut file = whole;
    file.as_object_mut().expect("an object").remove("$schema");
    file.as_object_mut().expect("an object").remove("weeks-few");
    assert_eq!(valid("interface", &file), Ok(()));
}
