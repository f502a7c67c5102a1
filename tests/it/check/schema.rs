use boon::{Compiler, Schemas};
use serde_json::{Value, json};
use skin_quiz::check;

use crate::files;

const SHIPPED: &str = "static/data/quiz.schema.json";

fn valid(file: &Value) -> Result<(), String> {
    let mut compiler = Compiler::new();
    let (mut schemas, schema) = (Schemas::new(), files::value(SHIPPED));
    compiler.add_resource("quiz.json", schema).map_err(|error| error.to_string())?;
    let index = compiler.compile("quiz.json", &mut schemas).map_err(|error| error.to_string())?;
    schemas.validate(file, index).map_err(|error| error.to_string())
}

#[test]
fn it_is_that_of_the_program() {
    let text = format!("{:#}\n", check::schema());
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(files::path(SHIPPED), &text).expect("the schema can be written");
    }
    assert_eq!(files::text(SHIPPED), text);
}

#[test]
fn the_shipped_quizzes_keep_to_it() {
    let five = "tests/cases/five.json";
    let teeth = "tests/cases/teeth-whitening.json";
    for name in [files::SKIN, teeth, five, "tests/problems/base/quiz.json"] {
        assert_eq!(valid(&files::value(name)), Ok(()), "{name}");
    }
}

#[test]
fn a_broken_one_does_not() {
    for (field, value) in [
        ("format", json!("1")),
        ("colour", json!("blue")),
        ("questions", json!([{"id": "a"}])),
        ("plans", json!([{"sessions": [1, 2, 3]}])),
    ] {
        let mut file = files::value(files::SKIN);
        file[field] = value;
        assert!(valid(&file).is_err(), "{field}");
    }
    let mut file = files::value(files::SKIN);
    file["cautions"][0]["when"] = json!({"picked": "a.b", "not": {"picked": "a.b"}});
    assert!(valid(&file).is_err(), "a rule of two fields");
}
