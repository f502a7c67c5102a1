use data::Node;
use serde_json::Value;

use crate::files;

/// `cases/flat/<case>.json`: a `value`, what `flat` in web/src/flat.js makes of it (its tokens; a unit
/// test there reads the same files), and what is to be `read` of that if it is not the value.
#[test]
fn what_the_start_script_writes_is_read() {
    let cases = files::stems("tests/cases/flat", "json");
    assert!(!cases.is_empty());
    for case in cases {
        let name = format!("tests/cases/flat/{case}.json");
        let value = files::value(&name);
        let tokens: Vec<&str> =
            value["flat"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let Node::Object(fields) = files::node(&name) else { panic!("{name}: no object") };
        let field = |name| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value);
        let expected = field("read").or_else(|| field("value"));
        assert_eq!(Some(&Node::from_flat(&tokens.join("\0"))), expected, "{name}");
    }
}

#[test]
fn what_is_cut_off_becomes_null() {
    let null = || Node::Null;
    assert_eq!(Node::from_flat(""), null());
    assert_eq!(Node::from_flat("[2\0#1"), Node::List(vec![Node::Number(1), null()]));
    assert_eq!(Node::from_flat("{1"), Node::Object(vec![(String::new(), null())]));
    assert_eq!(Node::from_flat("ü"), null());
}
