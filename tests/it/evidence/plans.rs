use serde_json::{Value, json};

use super::{list, rows, text};
use crate::files;

#[test]
fn each_row_is_a_plan_and_each_plan_a_row() {
    let rows: Vec<Value> = rows().iter().map(as_plan).collect();
    let file = files::value(files::SKIN);
    let plans: Vec<Value> = list(&file["plans"]).iter().map(bare).collect();
    assert_eq!(plans.len(), rows.len());
    for (plan, row) in plans.iter().zip(&rows) {
        assert_eq!(plan, row);
    }
}

/// The plan that a row asks for, without words; a flag asks for a note.
fn as_plan(row: &Value) -> Value {
    let (concern, severity) = (text(&row["concern"]), text(&row["severity"]));
    let when = match severity {
        "any" => Value::Null,
        severity => json!({"picked": format!("{concern}-look.{severity}")}),
    };
    json!({
        "for": format!("concerns.{concern}"),
        "when": when,
        "sessions": row["sessions"],
        "weeksBetween": row["weeksBetween"],
        "firstVisibleWeeksAfterFirst": row["firstVisibleWeeksAfterFirst"],
        "fullWeeksAfterLast": row["fullWeeksAfterLast"],
        "rednessDays": row["rednessDays"],
        "rednessMaxDays": row["rednessMaxDays"],
        "evidence": row["evidence"],
        "borrowedFrom": row["borrowedFrom"].as_str().map(|from| format!("concerns.{from}")),
        "sources": row["sources"],
        "says where it is borrowed from": row["borrowedFrom"].is_string(),
        "has a note": row["flag"].is_string(),
    })
}

fn bare(plan: &Value) -> Value {
    let mut bare = plan.clone();
    let fields = bare.as_object_mut().expect("a plan is an object");
    let words = fields.remove("words").expect("a plan has words");
    fields.remove("id");
    fields.entry("when").or_insert(Value::Null);
    fields.entry("borrowedFrom").or_insert(Value::Null);
    fields.insert("says where it is borrowed from".into(), words["borrowed"].is_string().into());
    fields.insert("has a note".into(), words["note"].is_string().into());
    bare
}
