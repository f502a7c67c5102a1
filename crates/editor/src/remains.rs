use data::Node;

use super::gone::Gone;

/// What remains of a rule once nobody can pick what is gone.
#[derive(Debug, PartialEq)]
pub(super) enum Remains {
    /// It holds for everybody.
    Always,
    /// It holds for nobody.
    Never,
    /// A rule, the same if it names nothing that is gone.
    Rule(Node),
}

impl Remains {
    /// Reads a rule with every pick that is gone as one that does not hold.
    pub(super) fn of(rule: &Node, gone: &Gone<'_>) -> Self {
        let same = || Self::Rule(rule.clone());
        let Node::Object(fields) = rule else { return same() };
        let [(word, inner)] = &fields[..] else { return same() };
        match (word.as_str(), inner) {
            ("picked", Node::Text(pick)) if gone.is_named("picked", pick) => Self::Never,
            ("pickedAny", Node::List(picks)) => any_of(picks, gone),
            ("pickedAtLeast", counted) => match (counted.text("question"), counted.get("count")) {
                (Some(question), Some(Node::Number(count)))
                    if gone.makes_too_many(question, *count) =>
                {
                    Self::Never
                }
                _ => same(),
            },
            ("not", inner) => match Self::of(inner, gone) {
                Self::Always => Self::Never,
                Self::Never => Self::Always,
                Self::Rule(inner) => rule_of("not", inner),
            },
            ("all", Node::List(rules)) => joined("all", rules, gone, &Self::Never, Self::Always),
            ("any", Node::List(rules)) => joined("any", rules, gone, &Self::Always, Self::Never),
            _ => same(),
        }
    }
}

fn rule_of(word: &str, inner: Node) -> Remains {
    Remains::Rule(Node::Object(vec![(word.to_owned(), inner)]))
}

fn any_of(picks: &[Node], gone: &Gone<'_>) -> Remains {
    let is_left =
        |pick: &&Node| !matches!(pick, Node::Text(text) if gone.is_named("pickedAny", text));
    let mut left: Vec<Node> = picks.iter().filter(is_left).cloned().collect();
    match left.len() {
        count if count == picks.len() => rule_of("pickedAny", Node::List(left)),
        0 => Remains::Never,
        1 => rule_of("picked", left.remove(0)),
        _ => rule_of("pickedAny", Node::List(left)),
    }
}

/// What remains of rules that are joined: one that `decides` is the whole, and one that is `idle` goes.
fn joined(
    word: &str,
    rules: &[Node],
    gone: &Gone<'_>,
    decides: &Remains,
    idle: Remains,
) -> Remains {
    let mut left = Vec::new();
    for rule in rules {
        match Remains::of(rule, gone) {
            Remains::Rule(rule) => left.push(rule),
            decided if decided == *decides => return decided,
            _ => {}
        }
    }
    match left.len() {
        count if count == rules.len() => rule_of(word, Node::List(left)),
        0 => idle,
        1 => Remains::Rule(left.remove(0)),
        _ => rule_of(word, Node::List(left)),
    }
}

#[cfg(test)]
mod tests {
    use check::node;
    use data::{Path, Step};

    use super::*;

    const QUIZ: &str = r#"{"questions": [
        {"id": "a", "kind": "many", "choices": [
            {"id": "x"}, {"id": "y"}, {"id": "z"}, {"id": "none", "exclusive": true}]},
        {"id": "b", "kind": "one", "choices": [{"id": "x"}, {"id": "y"}]}]}"#;

    /// What remains of a rule without the choice `a.x` and the question `b`.
    fn remains(rule: &str) -> Remains {
        let quiz = node(QUIZ.as_bytes()).expect("JSON");
        let mut gone = Gone::nothing_of(&quiz);
        let [questions, choices] = ["questions", "choices"].map(Step::from);
        gone.add(Path::new([questions.clone(), 0.into(), choices, 0.into()]));
        gone.add(Path::new([questions, 1.into()]));
        Remains::of(&node(rule.as_bytes()).expect("JSON"), &gone)
    }

    #[test]
    fn what_is_gone_is_picked_by_nobody() {
        for (rule, left) in [
            (r#"{"picked": "a.y"}"#, r#"{"picked": "a.y"}"#),
            (r#"{"picked": "a.x"}"#, "never"),
            (r#"{"picked": "b.y"}"#, "never"),
            (r#"{"pickedAny": ["a.x", "b.y"]}"#, "never"),
            (r#"{"pickedAny": ["a.x", "a.y"]}"#, r#"{"picked": "a.y"}"#),
            (r#"{"pickedAny": ["a.x", "a.y", "a.z"]}"#, r#"{"pickedAny": ["a.y", "a.z"]}"#),
            (r#"{"pickedAny": ["a.y"]}"#, r#"{"pickedAny": ["a.y"]}"#),
            (r#"{"not": {"picked": "a.x"}}"#, "always"),
            (r#"{"not": {"not": {"picked": "a.x"}}}"#, "never"),
            (r#"{"not": {"pickedAny": ["a.x", "a.y"]}}"#, r#"{"not": {"picked": "a.y"}}"#),
            (r#"{"all": [{"picked": "a.x"}, {"picked": "a.y"}]}"#, "never"),
            (r#"{"any": [{"picked": "a.x"}, {"picked": "a.y"}]}"#, r#"{"picked": "a.y"}"#),
            (r#"{"all": [{"not": {"picked": "a.x"}}, {"picked": "a.y"}]}"#, r#"{"picked": "a.y"}"#),
            (r#"{"any": [{"not": {"picked": "a.x"}}, {"picked": "a.y"}]}"#, "always"),
            (
                r#"{"any": [{"all": [{"picked": "a.y"}, {"picked": "b.x"}]}, {"picked": "b.y"}]}"#,
                "never",
            ),
            (
                r#"{"all": [{"any": [{"picked": "a.y"}, {"picked": "b.x"}]}, {"picked": "a.z"}]}"#,
                r#"{"all": [{"picked": "a.y"}, {"picked": "a.z"}]}"#,
            ),
            (r#"{"any": []}"#, r#"{"any": []}"#),
            (
                r#"{"all": [{"any": [{"picked": "a.y"}]}]}"#,
                r#"{"all": [{"any": [{"picked": "a.y"}]}]}"#,
            ),
        ] {
            let left = match left {
                "always" => Remains::Always,
                "never" => Remains::Never,
                rule => Remains::Rule(node(rule.as_bytes()).expect("JSON")),
            };
            assert_eq!(remains(rule), left, "{rule}");
        }
    }

    #[test]
    fn more_choices_than_remain_are_picked_by_nobody() {
        let counted = |question, count| {
            format!(r#"{{"pickedAtLeast": {{"question": "{question}", "count": {count}}}}}"#)
        };
        for (question, count, is_never) in
            [("a", 2, false), ("a", 3, true), ("a", 4, false), ("b", 1, true), ("c", 1, false)]
        {
            let rule = counted(question, count);
            assert_eq!(remains(&rule) == Remains::Never, is_never, "{rule}");
        }
    }
}
