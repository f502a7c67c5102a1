use data::Node;

#[test]
fn every_kind_is_read() {
    let flat = "{7\0id\0\"a\"b\0many\0[3\0#0\0#4294967295\0.\0yes\0+\0no\0-\0none\0\0empty\0{0\0deep\0[1\0[1\0\"ü";
    let json = r#"{"id": "a\"b", "many": [0, 4294967295, -1.5], "yes": true, "no": false,
        "none": null, "empty": {}, "deep": [["ü"]]}"#;
    assert_eq!(Node::from_flat(flat), serde_json::from_str(json).expect("well-formed JSON"));
}

#[test]
fn what_is_cut_off_becomes_null() {
    let null = || Node::Null;
    assert_eq!(Node::from_flat(""), null());
    assert_eq!(Node::from_flat("[2\0#1"), Node::List(vec![Node::Number(1), null()]));
    assert_eq!(Node::from_flat("{1"), Node::Object(vec![(String::new(), null())]));
    assert_eq!(Node::from_flat("ü"), null());
}
