use serde_json::{Value, json};

use super::{list, numbers, text, visits};
use crate::files;

#[test]
fn each_figure_of_a_text_is_of_the_table_and_the_other_way_round() {
    let (found, wanted) = (by_name(figures()), by_name(visits()));
    assert_eq!(names(&found), names(&wanted));
    for (found, wanted) in found.iter().zip(&wanted) {
        assert_eq!(found["values"], json!(floats(&wanted["values"])), "{found}");
        assert_eq!(found["sources"], wanted["sources"], "{found}");
        let unit = text(&wanted["unit"]);
        assert!(unit == "years" || text(&found["text"]).contains(unit), "{found} lacks {unit}");
    }
}

fn by_name(mut figures: Vec<Value>) -> Vec<Value> {
    figures.sort_by_key(|figure| text(&figure["figure"]).to_owned());
    figures
}

fn names(figures: &[Value]) -> Vec<&str> {
    figures.iter().map(|figure| text(&figure["figure"])).collect()
}

fn floats(values: &Value) -> Vec<f64> {
    list(values).iter().filter_map(Value::as_f64).collect()
}

/// Every figure that an item of the clinic's quiz has in its text.
fn figures() -> Vec<Value> {
    let file = files::value(files::SKIN);
    let lists = file.as_object().expect("a quiz is an object").values().filter_map(Value::as_array);
    let items = lists.flatten().filter_map(|item| Some((item, item.get("figures")?.as_array()?)));
    items.flat_map(|(item, figures)| figures.iter().map(|figure| row(item, figure))).collect()
}

fn row(item: &Value, figure: &Value) -> Value {
    let words = text(&figure["words"]["text"]);
    json!({
        "figure": format!("{}.{}", text(&item["id"]), text(&figure["id"])),
        "values": numbers(words),
        "text": words,
        "sources": figure["sources"],
    })
}
