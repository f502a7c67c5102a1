use quiz::Quiz;
use serde_json::{Value, json};

use crate::properties::trail;

/// So many pigeons in one hole fewer, each told by choices of its own; two in one hole end it.
pub(super) fn pigeons(count: usize) -> Quiz {
    let holes = count - 1;
    let choices: Vec<Value> = (0..holes).map(|hole| choice(&format!("h{hole}"))).collect();
    let questions = (0..count).map(|pigeon| question(&format!("p{pigeon}"), &choices));
    let mut clashes = Vec::new();
    for hole in 0..holes {
        for one in 0..count {
            for other in 0..one {
                clashes.push(both(&format!("p{one}.h{hole}"), &format!("p{other}.h{hole}")));
            }
        }
    }
    quiz(questions.collect(), vec![ending(&json!({"any": clashes}))], Vec::new())
}

/// Random clauses of three over so many questions; a broken one ends the walk.
pub(super) fn clauses(questions: usize, count: usize) -> Quiz {
    let mut dice = Dice(7);
    let choices = [choice("yes"), choice("no")];
    let asked = (0..questions).map(|index| question(&format!("q{index}"), &choices)).collect();
    let broken: Vec<Value> = (0..count)
        .map(|_| {
            let literals = [(); 3].map(|()| {
                let side = if dice.roll(2) == 0 { "yes" } else { "no" };
                json!({"picked": format!("q{}.{side}", dice.roll(questions))})
            });
            json!({"all": literals})
        })
        .collect();
    quiz(asked, vec![ending(&json!({"any": broken}))], Vec::new())
}

/// Cautions on pairs of choices of random questions.
pub(super) fn far_pairs(questions: usize, count: usize) -> Quiz {
    let mut dice = Dice(11);
    let choices = [choice("a"), choice("b"), choice("c")];
    let asked = (0..questions).map(|index| question(&format!("q{index}"), &choices)).collect();
    let cautions = (0..count)
        .map(|index| {
            let [one, other] = [(); 2].map(|()| dice.roll(questions));
            let when = both(&format!("q{one}.a"), &format!("q{other}.b"));
            json!({"id": format!("c{index}"), "level": "hold", "when": when, "words": words()})
        })
        .collect();
    quiz(asked, Vec::new(), cautions)
}

/// As many cautions as questions, each on any of so many of them: each part is looked for.
pub(super) fn parts(questions: usize, count: usize) -> Quiz {
    let choices = [choice("a"), choice("b")];
    let asked = (0..questions).map(|index| question(&format!("q{index}"), &choices)).collect();
    let cautions = (0..questions)
        .map(|index| {
            let picks: Vec<String> =
                (0..count).map(|part| format!("q{}.a", (index + part) % questions)).collect();
            let when = json!({"pickedAny": picks});
            json!({"id": format!("c{index}"), "level": "tell", "when": when, "words": words()})
        })
        .collect();
    quiz(asked, Vec::new(), cautions)
}

fn quiz(questions: Vec<Value>, endings: Vec<Value>, cautions: Vec<Value>) -> Quiz {
    trail::quiz(&json!({
        "format": 1, "id": "hard", "version": "2026-11-22", "language": "en",
        "checked": "2026-11-22", "reviewed": null,
        "words": {"title": "TEST DATA", "purpose": "Hard", "result": "TEST DATA"},
        "clinic": {"name": "Test clinic"},
        "questions": questions, "endings": endings, "cautions": cautions,
        "benefits": [], "plans": [], "sources": [],
    }))
}

fn question(id: &str, choices: &[Value]) -> Value {
    json!({"id": id, "kind": "one", "choices": choices, "words": {"title": "T"}})
}

fn choice(id: &str) -> Value {
    json!({"id": id, "words": {"label": "L"}})
}

fn ending(when: &Value) -> Value {
    json!({"id": "e", "when": when, "words": words()})
}

fn both(one: &str, other: &str) -> Value {
    json!({"all": [{"picked": one}, {"picked": other}]})
}

fn words() -> Value {
    json!({"title": "T", "text": "X"})
}

/// Numbers that look random and are the same each time: xorshift.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits fit") % sides
    }
}
