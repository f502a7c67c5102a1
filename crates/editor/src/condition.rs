use data::{Node, Path, Step};

/// A rule as a person says it: sentences and groups of them, joined in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// How the parts are joined.
    pub join: Join,
    /// What is joined.
    pub parts: Vec<Part>,
}

/// How many of the parts have to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// Every one.
    All,
    /// One is enough.
    Any,
    /// Not a single one.
    None,
}

/// A part of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A sentence that looks at one question.
    Clause(Clause),
    /// A condition inside of another.
    Group(Condition),
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
    /// Reads a rule; nothing where it is no rule. One that is not there has no part.
    pub fn read(rule: Option<&Node>) -> Option<Self> {
        match rule {
            None | Some(Node::Null) => Some(Self { join: Join::All, parts: Vec::new() }),
            Some(rule) => Some(match part(rule)? {
                Part::Group(group) => group,
                clause => Self { join: Join::All, parts: vec![clause] },
            }),
        }
    }

    /// The rule; nothing where there is no part.
    pub fn rule(&self) -> Option<Node> {
        match (&self.parts[..], self.join) {
            ([], _) => None,
            ([only], Join::All | Join::Any) => Some(only.rule()),
            _ => Some(self.group()),
        }
    }

    /// The group at a way of indices from here; nothing where there is none.
    pub fn group_mut(&mut self, way: &[usize]) -> Option<&mut Self> {
        way.iter().try_fold(self, |group, &index| match group.parts.get_mut(index)? {
            Part::Group(group) => Some(group),
            Part::Clause(_) => None,
        })
    }

    /// A group of one part stays a group: somebody may be about to add to it.
    fn group(&self) -> Node {
        let rules = || Node::List(self.parts.iter().map(Part::rule).collect());
        let any = || match self.picks().filter(|_| self.parts.len() > 1) {
            Some(picks) => object("pickedAny", Node::List(picks)),
            None => object("any", rules()),
        };
        match self.join {
            Join::All => object("all", rules()),
            Join::Any => any(),
            Join::None => object("not", any()),
        }
    }

    /// The choices, where every part says that one of them is picked.
    fn picks(&self) -> Option<Vec<Node>> {
        let picks = |part: &Part| match part {
            Part::Clause(clause) if clause.relation == Relation::AnyOf => Some(clause.picks()),
            _ => None,
        };
        let all: Option<Vec<Vec<Node>>> = self.parts.iter().map(picks).collect();
        all.map(|all| all.concat())
    }
}

impl Part {
    fn rule(&self) -> Node {
        match self {
            Self::Clause(clause) => clause.rule(),
            Self::Group(group) => group.group(),
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

fn part(rule: &Node) -> Option<Part> {
    let Node::Object(fields) = rule else { return None };
    let [(word, inner)] = &fields[..] else { return None };
    let group = |join, parts| Some(Part::Group(Condition { join, parts }));
    match (word.as_str(), inner) {
        ("all", Node::List(rules)) => group(Join::All, each(rules)?),
        ("any", Node::List(rules)) => group(Join::Any, each(rules)?),
        ("not", inner) => Some(negated(part(inner)?)),
        ("picked", pick @ Node::Text(_)) => {
            Some(Part::Clause(grouped(std::slice::from_ref(pick))?.remove(0)))
        }
        ("pickedAny", Node::List(picks)) => {
            let mut clauses = grouped(picks)?;
            match clauses.len() {
                1 => Some(Part::Clause(clauses.remove(0))),
                _ => group(Join::Any, clauses.into_iter().map(Part::Clause).collect()),
            }
        }
        ("pickedAtLeast", counted) => {
            let Some(Node::Number(count)) = counted.get("count") else { return None };
            Some(Part::Clause(Clause {
                question: counted.text("question")?.to_owned(),
                relation: Relation::AtLeast(*count),
                choices: Vec::new(),
            }))
        }
        _ => None,
    }
}

fn each(rules: &[Node]) -> Option<Vec<Part>> {
    rules.iter().map(part).collect()
}

fn negated(inner: Part) -> Part {
    match inner {
        Part::Clause(clause) if clause.relation == Relation::AnyOf => {
            Part::Clause(Clause { relation: Relation::NoneOf, ..clause })
        }
        Part::Group(Condition { join: Join::Any, parts }) => {
            Part::Group(Condition { join: Join::None, parts })
        }
        other => Part::Group(Condition { join: Join::None, parts: vec![other] }),
    }
}

/// The questions of a quiz that a rule at this place can look at: all of them, but the rule of a question only
/// at those before it.
pub fn questions_for<'q>(quiz: &'q Node, rule: &Path) -> &'q [Node] {
    let Some(Node::List(questions)) = quiz.get("questions") else { return &[] };
    match &rule.0[..] {
        [Step::Field(list), Step::Entry(index), ..] if list == "questions" => {
            &questions[..questions.len().min(*index)]
        }
        _ => questions,
    }
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
    use check::node;

    #[test]
    fn what_is_written_as_the_studio_does_comes_back_the_same() {
        for rule in [
            r#"{"picked": "a.b"}"#,
            r#"{"pickedAny": ["a.b", "a.c"]}"#,
            r#"{"pickedAny": ["a.b", "c.d"]}"#,
            r#"{"not": {"picked": "a.b"}}"#,
            r#"{"not": {"pickedAny": ["a.b", "a.c"]}}"#,
            r#"{"pickedAtLeast": {"question": "a", "count": 2}}"#,
            r#"{"all": [{"picked": "a.b"}, {"not": {"picked": "c.d"}}]}"#,
            r#"{"any": [{"picked": "a.b"}, {"pickedAtLeast": {"question": "a", "count": 3}}]}"#,
            r#"{"not": {"pickedAny": ["a.b", "c.d"]}}"#,
            r#"{"all": [{"any": [{"picked": "a.b"}]}, {"picked": "a.c"}]}"#,
            r#"{"all": [{"pickedAny": ["a.b", "c.d"]}, {"not": {"any": [{"picked": "a.c"}]}}]}"#,
            r#"{"any": [{"picked": "a.b"}, {"all": [{"picked": "c.d"}, {"any": []}]}]}"#,
            r#"{"not": {"any": [{"all": [{"picked": "a.b"}, {"picked": "c.d"}]}, {"picked": "e.f"}]}}"#,
        ] {
            let rule = node(rule.as_bytes()).expect("JSON");
            let condition = Condition::read(Some(&rule)).expect("sentences");
            assert_eq!(condition.rule(), Some(rule));
        }
    }

    #[test]
    fn a_question_looks_back_only() {
        let quiz = node(br#"{"questions": [{"id": "a"}, {"id": "b"}]}"#).expect("JSON");
        let count = |list: &str, index: usize| {
            let rule = Path::new([Step::from(list), index.into(), Step::from("when")]);
            questions_for(&quiz, &rule).len()
        };
        assert_eq!([0, 1, 2, 9].map(|index| count("questions", index)), [0, 1, 2, 2]);
        assert_eq!(count("cautions", 0), 2);
    }

    #[test]
    fn what_is_no_rule_is_left_alone() {
        for rule in [
            r#"{"picked": 3}"#,
            r#"{"all": [{"any": [{"picked": "a.b"}, {"pick": "c.d"}]}, {"picked": "a.c"}]}"#,
            r#"{"picked": "a.b", "not": 1}"#,
            "[]",
        ] {
            let rule = node(rule.as_bytes()).expect("JSON");
            assert_eq!(Condition::read(Some(&rule)), None, "{rule:?}");
        }
        assert_eq!(Condition::read(None).and_then(|it| it.rule()), None);
    }
}
