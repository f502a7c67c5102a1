/// Each plan of the clinic's quiz says what its row of `clinical-figures.json` says.
mod plans;

/// Every figure inside a text is one of `visit-figures.json`.
mod texts;

/// No words that `claims-rules.json` blocks.
mod claims;

/// Every figure on the result page is traced to its row, and no other digit is left.
mod page;

use serde_json::Value;

use crate::files;

/// The rows of the evidence table.
fn rows() -> Vec<Value> {
    list(&files::value("tests/evidence/clinical-figures.json")["figures"])
}

/// The figures that stand inside a text.
fn visits() -> Vec<Value> {
    list(&files::value("tests/evidence/visit-figures.json"))
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().expect("the evidence is a list").clone()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("the evidence has a text here")
}

/// Every number in a text, as it is written.
fn numbers(text: &str) -> Vec<f64> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.')
        .filter_map(|number| number.trim_matches('.').parse().ok())
        .collect()
}
