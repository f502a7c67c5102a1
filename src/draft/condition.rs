use crate::data::Node;

/// A rule as a person says it: sentences that are joined in one way. Rules of further depth are kept as
/// they are, and cannot be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// How the clauses are joined.
    pub join: Join,
    /// Each looks at one question.
    pub clauses: Vec<Clause>,
}

/// Whether all clauses have to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// Every one.
    All,
    /// One is enough.
    Any,
}

/// "*Concerns* includes *acne scars* or *large pores*."
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The question's id.
    pub question: String,
    /// What is said of its choices.
    pub relation: Relation,
    /// Ids of choices.
    pub choices: Vec<String>,
}

/// What a clause says of the choices of its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// One of them is picked.
    AnyOf,
    /// None of them is picked.
    NoneOf,
    /// At least so many choices are picked, whichever.
    AtLeast(u32),
}

impl Condition {
    /// Reads a rule; nothing where it is more than sentences joined in one way. A rule that is not there
    /// has no clause.
    pub fn read(rule: Option<&Node>) -> Option<Self> {
        let (word, inner) = match rule {
            None | Some(Node::Null) => return Some(Self { join: Join::All, clauses: Vec::new() }),
            Some(Node::Object(fields)) if fields.len() == 1 => (fields[0].0.as_str(), &fields[0].1),
            _ => return None,
        };
        let (join, clauses) = match (word, inner) {
            ("all", Node::List(rules)) => (Join::All, each(rules)?),
            ("any", Node::List(rules)) => (Join::Any, each(rules)?),
            ("pickedAny", Node::List(picks)) => (Join::Any, grouped(picks)?),
            _ => (Join::All, vec![clause(rule?)?]),
        };
        let join = if clauses.len() == 1 { Join::All } else { join };
        Some(Self { join, clauses })
    }

    /// The rule; nothing where there is no clause.
    pub fn rule(&self) -> Option<Node> {
        let any = self.clauses.iter().all(|it| it.relation == Relation::AnyOf);
        match (&self.clauses[..], self.join) {
            ([], _) => None,
            ([only], _) => Some(only.rule()),
            (all, Join::Any) if any => {
                Some(object("pickedAny", Node::List(all.iter().flat_map(Clause::picks).collect())))
            }
            (all, join) => {
                let word = if join == Join::All { "all" } else { "any" };
                Some(object(word, Node::List(all.iter().map(Clause::rule).collect())))
            }
        }
    }
}

impl Clause {
    fn picks(&self) -> Vec<Node> {
        let pick = |choice: &String| Node::Text(format!("{}.{choice}", self.question));
        self.choices.iter().map(pick).collect()
    }

    fn rule(&self) -> Node {
        let mut picks = self.picks();
        let picked = |mut picks: Vec<Node>| match picks.len() {
            1 => object("picked", picks.remove(0)),
            _ => object("pickedAny", Node::List(picks)),
        };
        match self.relation {
            Relation::AnyOf => picked(picks),
            Relation::NoneOf => object("not", picked(std::mem::take(&mut picks))),
            Relation::AtLeast(count) => {
                let counted = vec![
                    ("question".to_owned(), Node::Text(self.question.clone())),
                    ("count".to_owned(), Node::Number(count)),
                ];
                object("pickedAtLeast", Node::Object(counted))
            }
        }
    }
}

fn object(word: &str, inner: Node) -> Node {
    Node::Object(vec![(word.to_owned(), inner)])
}

fn each(rules: &[Node]) -> Option<Vec<Clause>> {
    rules.iter().map(clause).collect()
}

fn clause(rule: &Node) -> Option<Clause> {
    let Node::Object(fields) = rule else { return None };
    let [(word, inner)] = &fields[..] else { return None };
    match (word.as_str(), inner) {
        ("picked", pick @ Node::Text(_)) => only(std::slice::from_ref(pick)),
        ("pickedAny", Node::List(picks)) => only(picks),
        ("not", inner) => {
            let clause = clause(inner)?;
            (clause.relation == Relation::AnyOf)
                .then_some(Clause { relation: Relation::NoneOf, ..clause })
        }
        ("pickedAtLeast", counted) => {
            let Some(Node::Number(count)) = counted.get("count") else { return None };
            Some(Clause {
                question: counted.text("question")?.to_owned(),
                relation: Relation::AtLeast(*count),
                choices: Vec::new(),
            })
        }
        _ => None,
    }
}

fn only(picks: &[Node]) -> Option<Clause> {
    let mut clauses = grouped(picks)?;
    (clauses.len() == 1).then(|| clauses.remove(0))
}

/// A clause for each question whose choices stand here.
fn grouped(picks: &[Node]) -> Option<Vec<Clause>> {
    let mut clauses: Vec<Clause> = Vec::new();
    for pick in picks {
        let Node::Text(pick) = pick else { return None };
        let (question, choice) = pick.split_once('.')?;
        match clauses.iter_mut().find(|clause| clause.question == question) {
            Some(clause) => clause.choices.push(choice.to_owned()),
            None => clauses.push(Clause {
                question: question.to_owned(),
                relation: Relation::AnyOf,
                choices: vec![choice.to_owned()],
            }),
        }
    }
    Some(clauses)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::node;

    #[test]
    fn what_can_be_said_in_sentences_comes_back_the_same() {
        for rule in [
            r#"{"picked": "a.b"}"#,
            r#"{"pickedAny": ["a.b", "a.c"]}"#,
            r#"{"pickedAny": ["a.b", "c.d"]}"#,
            r#"{"not": {"picked": "a.b"}}"#,
            r#"{"not": {"pickedAny": ["a.b", "a.c"]}}"#,
            r#"{"pickedAtLeast": {"question": "a", "count": 2}}"#,
            r#"{"all": [{"picked": "a.b"}, {"not": {"picked": "c.d"}}]}"#,
            r#"{"any": [{"picked": "a.b"}, {"pickedAtLeast": {"question": "a", "count": 3}}]}"#,
        ] {
            let rule = node(rule.as_bytes()).expect("JSON");
            let condition = Condition::read(Some(&rule)).expect("sentences");
            assert_eq!(condition.rule(), Some(rule));
        }
    }

    #[test]
    fn what_cannot_is_left_alone() {
        for rule in [
            r#"{"all": [{"any": [{"picked": "a.b"}]}, {"picked": "a.c"}]}"#,
            r#"{"not": {"not": {"picked": "a.b"}}}"#,
            r#"{"all": [{"pickedAny": ["a.b", "c.d"]}]}"#,
            r#"{"picked": 3}"#,
            r#"{"picked": "a.b", "not": 1}"#,
            "[]",
        ] {
            let rule = node(rule.as_bytes()).expect("JSON");
            assert_eq!(Condition::read(Some(&rule)), None, "{rule:?}");
        }
        assert_eq!(Condition::read(None).and_then(|it| it.rule()), None);
    }
}
