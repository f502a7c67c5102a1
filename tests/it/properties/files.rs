use std::ops::RangeInclusive;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A quiz whose every path can be tried.
pub(crate) fn small() -> impl Strategy<Value = Value> {
    quiz(1..=4, 1..=3)
}

/// A quiz of more questions, whose every path can be tried too.
pub(crate) fn long() -> impl Strategy<Value = Value> {
    quiz(5..=6, 1..=2)
}

/// A quiz too wide to try every path of.
pub(super) fn wide() -> impl Strategy<Value = Value> {
    quiz(9..=14, 5..=12)
}

fn quiz(
    questions: RangeInclusive<usize>,
    choices: RangeInclusive<usize>,
) -> impl Strategy<Value = Value> {
    (
        vec((any::<bool>(), vec(prop::bool::weighted(0.25), choices), rule()), questions),
        vec(rule(), 0..=2),
        vec((prop::sample::select(&["hold", "ask", "tell"]), rule()), 0..=4),
        vec((any::<Seed>(), rule(), any::<bool>()), 0..=3),
        vec((any::<Seed>(), rule(), figures()), 0..=4),
    )
        .prop_map(|(questions, endings, cautions, benefits, plans)| {
            let asked: Vec<usize> = questions.iter().map(|question| question.1.len()).collect();
            json!({
                "format": 1, "id": "random", "version": "2026-11-22", "language": "en",
                "checked": "2026-11-22", "reviewed": null,
                "words": {"title": "T", "purpose": "P", "result": "R"},
                "clinic": {"name": "Test clinic"},
                "questions": each(questions, |index, question| self::question(index, question, &asked)),
                "endings": each(endings, |index, rule| json!({
                    "id": format!("e{index}"), "when": rule.of(&asked), "words": words(),
                })),
                "cautions": each(cautions, |index, (level, rule)| json!({
                    "id": format!("c{index}"), "level": level,
                    "when": rule.of(&asked), "words": words(),
                })),
                "benefits": each(benefits, |index, (concern, rule, two)| json!({
                    "id": format!("b{index}"), "for": choice(concern, &asked), "when": rule.of(&asked),
                    "evidence": "low", "words": {"title": "T", "may": "M", "not": "N", "evidence": "E"},
                    "sources": if two { json!(["s0", "s1"]) } else { json!(["s1"]) },
                })),
                "plans": each(plans, |index, plan| self::plan(index, plan, &asked)),
                "sources": [source("s0"), source("s1")],
            })
        })
}

fn each<T>(items: Vec<T>, value: impl Fn(usize, T) -> Value) -> Vec<Value> {
    items.into_iter().enumerate().map(|(index, item)| value(index, item)).collect()
}

fn question(
    index: usize,
    (many, exclusive, rule): (bool, Vec<bool>, Rule),
    asked: &[usize],
) -> Value {
    let choice = |choice, exclusive: &bool| json!({"id": format!("a{choice}"), "exclusive": many && *exclusive, "words": {"label": "L"}});
    json!({
        "id": format!("q{index}"),
        "kind": if many { "many" } else { "one" },
        "when": rule.of(&asked[..index]),
        "choices": exclusive.iter().enumerate().map(|(index, exclusive)| choice(index, exclusive)).collect::<Vec<_>>(),
        "words": {"title": "T"},
    })
}

fn plan(index: usize, (concern, rule, figures): (Seed, Rule, Figures), asked: &[usize]) -> Value {
    let [first, full, redness] = figures.maybe;
    json!({
        "id": format!("p{index}"), "for": choice(concern, asked), "when": rule.of(asked),
        "sessions": figures.sessions, "weeksBetween": figures.between,
        "firstVisibleWeeksAfterFirst": first, "fullWeeksAfterLast": full,
        "rednessDays": redness, "rednessMaxDays": redness.map(|days| days[1] + 1),
        "evidence": "limited", "words": {}, "sources": ["s0"],
    })
}

fn source(id: &str) -> Value {
    json!({"id": id, "title": "Test source", "published": "Never"})
}

fn words() -> Value {
    json!({"title": "T", "text": "X"})
}

#[derive(Clone, Debug)]
struct Figures {
    sessions: [u32; 2],
    between: [u32; 2],
    maybe: [Option<[u32; 2]>; 3],
}

fn figures() -> impl Strategy<Value = Figures> {
    let range = |least: u32| (least..9, 0..9_u32).prop_map(|(from, more)| [from, from + more]);
    let maybe = [0; 3].map(|least| prop::option::of(range(least)));
    (range(1), range(0), maybe).prop_map(|(sessions, between, maybe)| Figures {
        sessions,
        between,
        maybe,
    })
}

/// A number for each of question and choice; what they choose from is known only later.
type Seed = (u8, u8);

fn choice(seed: Seed, asked: &[usize]) -> String {
    let question = usize::from(seed.0) % asked.len();
    format!("q{question}.a{}", usize::from(seed.1) % asked[question])
}

#[derive(Clone, Debug)]
enum Rule {
    Always,
    Picked(Seed),
    PickedAny(Vec<Seed>),
    AtLeast(u8, u32),
    Not(Box<Rule>),
    All(Vec<Rule>),
    Any(Vec<Rule>),
}

fn rule() -> impl Strategy<Value = Rule> {
    let leaf = prop_oneof![
        2 => Just(Rule::Always),
        4 => any::<Seed>().prop_map(Rule::Picked),
        1 => vec(any::<Seed>(), 1..=3).prop_map(Rule::PickedAny),
        1 => (any::<u8>(), 1..=3_u32).prop_map(|(question, count)| Rule::AtLeast(question, count)),
    ];
    leaf.prop_recursive(2, 6, 3, |rule| {
        prop_oneof![
            rule.clone().prop_map(|rule| Rule::Not(Box::new(rule))),
            vec(rule.clone(), 0..=3).prop_map(Rule::All),
            vec(rule, 1..=3).prop_map(Rule::Any),
        ]
    })
}

impl Rule {
    /// As it stands in the file, over the questions before; always true where there are none.
    fn of(&self, asked: &[usize]) -> Value {
        if asked.is_empty() {
            return json!({"all": []});
        }
        let all = |rules: &[Self]| rules.iter().map(|rule| rule.of(asked)).collect::<Vec<_>>();
        match self {
            Self::Always => json!({"all": []}),
            Self::Picked(seed) => json!({"picked": choice(*seed, asked)}),
            Self::PickedAny(seeds) => {
                json!({"pickedAny": seeds.iter().map(|seed| choice(*seed, asked)).collect::<Vec<_>>()})
            }
            Self::AtLeast(question, count) => {
                let question = format!("q{}", usize::from(*question) % asked.len());
                json!({"pickedAtLeast": {"question": question, "count": count}})
            }
            Self::Not(rule) => json!({"not": rule.of(asked)}),
            Self::All(rules) => json!({"all": all(rules)}),
            Self::Any(rules) => json!({"any": all(rules)}),
        }
    }
}
