//! How long a proof takes, from 10 questions to 1,000: `cargo bench --package proof`. Each
//! size is proved in a process of its own, so that the peak of its memory can be read.

use std::process::Command;
use std::time::Instant;
use std::{env, fs};

use proof::{Limits, Proof, Reach, prove};
use serde_json::{Value, json};

const SIZES: [usize; 7] = [10, 20, 50, 100, 200, 500, 1000];
const CHOICES: usize = 10;

fn main() {
    match env::args().find_map(|argument| argument.parse().ok()) {
        Some(questions) => measure(questions),
        None => table(),
    }
}

fn table() {
    println!(
        "questions      ms  ms/question  peak MB    walks  items  undecided  findings     work"
    );
    for questions in SIZES {
        let program = env::current_exe().expect("this program has a path");
        let status = Command::new(program).arg(questions.to_string()).status();
        assert!(status.expect("it runs again").success());
    }
}

fn measure(questions: usize) {
    let node = serde_json::from_value(quiz(questions)).expect("any JSON is a node");
    let quiz = data::quiz(&node).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let start = Instant::now();
    let proof = prove(&quiz, Limits::default());
    let taken = start.elapsed().as_secs_f64() * 1000.0;
    let count = proof.walks.as_ref().map(|walks| walks.count.to_string());
    let walks = count.map_or("?".into(), |digits| format!("10^{}", digits.len() - 1));
    println!(
        "{questions:9} {taken:7.1} {:12.3} {:8.1} {walks:>8} {:6} {:10} {:9} {:8}",
        taken / questions as f64,
        peak(),
        proof.items.len(),
        undecided(&proof),
        proof.findings.len(),
        proof.work,
    );
    env::var_os("PROOF_FINDINGS").inspect(|_| println!("{:#?}", proof.undecided));
}

fn undecided(proof: &Proof) -> usize {
    let items = proof.items.iter().filter(|(_, reach)| matches!(reach, Reach::Undecided));
    items.count() + proof.undecided.len()
}

/// In megabytes; 0 where the system does not say.
fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    kilobytes.unwrap_or(0.0) / 1024.0
}

/// A made-up quiz of so many questions, ten choices each, that grows as clinics' quizzes do: more
/// subjects, not more entangled ones. The first question asks for up to nine concerns; each has a
/// question on how severe it is, a benefit and three plans. Of the others, every third is asked
/// only for one or two choices of an earlier question, 9 in 10 times one of the ten before it, else
/// any at all. Every other question takes many answers, with an exclusive last choice. For every
/// ten questions there are five cautions on one choice, one on a choice together with one of the
/// ten questions before, one on any of four choices of two questions, one on three picked of one
/// question, and one on a choice unless another of the same question is picked; two pieces of
/// advice on near choices; and one benefit for a further concern. There are three endings, in the
/// first tenth of the questions. Nothing is drawn from a real quiz, and a quiz whose cautions pair
/// questions far apart is harder than this.
fn quiz(count: usize) -> Value {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let concerns = (count - 1).min(CHOICES - 1);
    let mut quiz = json!({
        "format": 1, "id": "made-up", "version": "2026-11-22", "language": "en",
        "checked": "2026-11-22", "reviewed": null,
        "words": {"title": "T", "purpose": "P", "result": "R"}, "clinic": {"name": "Test clinic"},
        "questions": [], "endings": [], "cautions": [], "benefits": [], "plans": [], "care": [],
        "sources": [{"id": "s", "title": "S", "published": "Never"}],
    });
    for index in 0..count {
        let when = match index {
            0 => None,
            _ if index <= concerns => Some(json!({"picked": pick(0, index - 1)})),
            _ if dice.roll(3) == 0 => Some(dice.condition(index)),
            _ => None,
        };
        push(&mut quiz, "questions", question(index, when));
    }
    for index in 0..concerns {
        for (severity, from) in [(0, 0), (1, 3), (2, 7)] {
            let choices: Vec<String> = (from..from + 3).map(|at| pick(index + 1, at)).collect();
            let id = format!("p{index}-{severity}");
            push(&mut quiz, "plans", plan(&id, index, &json!({"pickedAny": choices})));
        }
        push(
            &mut quiz,
            "benefits",
            benefit(&format!("b{index}"), &pick(0, index), &json!({"all": []})),
        );
    }
    for at in 0..3 {
        let question = 1 + dice.roll((count / 10).max(3));
        push(
            &mut quiz,
            "endings",
            json!({"id": format!("e{at}"), "when": {"picked": pick(question, at)}, "words": words()}),
        );
    }
    for ten in 1..=count / 10 {
        dice.ten(&mut quiz, ten * 10);
    }
    quiz
}

fn push(quiz: &mut Value, list: &str, item: Value) {
    quiz[list].as_array_mut().expect("it is a list").push(item);
}

fn pick(question: usize, choice: usize) -> String {
    format!("q{question}.a{choice}")
}

fn words() -> Value {
    json!({"title": "T", "text": "X"})
}

fn question(index: usize, when: Option<Value>) -> Value {
    let many = index.is_multiple_of(2);
    let choices: Vec<Value> = (0..CHOICES)
        .map(|at| json!({"id": format!("a{at}"), "exclusive": many && at == CHOICES - 1, "words": {"label": "L"}}))
        .collect();
    json!({
        "id": format!("q{index}"), "kind": if many { "many" } else { "one" },
        "when": when.unwrap_or_else(|| json!({"all": []})), "choices": choices, "words": {"title": "T"},
    })
}

fn benefit(id: &str, concern: &str, when: &Value) -> Value {
    json!({
        "id": id, "for": concern, "when": when, "evidence": "low",
        "words": {"title": "T", "may": "M", "not": "N", "evidence": "E"}, "sources": ["s"],
    })
}

fn plan(id: &str, concern: usize, when: &Value) -> Value {
    json!({
        "id": id, "for": pick(0, concern), "when": when, "sessions": [3, 4], "weeksBetween": [4, 6],
        "evidence": "low", "words": {}, "sources": ["s"],
    })
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

    /// A choice of one of the ten questions before.
    fn near(&mut self, before: usize) -> String {
        let question = before - 1 - self.roll(before.min(10));
        pick(question, self.roll(CHOICES - 1))
    }

    fn condition(&mut self, before: usize) -> Value {
        let question = match self.roll(10) {
            0 => self.roll(before),
            _ => before - 1 - self.roll(before.min(10)),
        };
        let choices = [(); 2].map(|()| self.roll(CHOICES - 1));
        match self.roll(2) {
            0 => json!({"picked": pick(question, choices[0])}),
            _ => json!({"pickedAny": choices.map(|choice| pick(question, choice))}),
        }
    }

    /// What ten questions more add to the result.
    fn ten(&mut self, quiz: &mut Value, upto: usize) {
        let single = |dice: &mut Self| json!({"picked": dice.near(upto)});
        let mut rules: Vec<Value> = (0..5).map(|_| single(self)).collect();
        rules.push(json!({"all": [single(self), single(self)]}));
        let (one, other) = (upto - 1 - self.roll(5), upto - 6 - self.roll(4));
        rules.push(
            json!({"pickedAny": [pick(one, 0), pick(one, 1), pick(other, 2), pick(other, 3)]}),
        );
        let many = (upto - 1 - self.roll(5)) / 2 * 2;
        rules.push(json!({"pickedAtLeast": {"question": format!("q{many}"), "count": 3}}));
        rules.push(json!({"all": [{"picked": pick(many, 4)}, {"not": {"picked": pick(many, 5)}}]}));
        for (at, when) in rules.into_iter().enumerate() {
            let level = ["hold", "ask", "tell"][self.roll(3)];
            let id = format!("c{upto}-{at}");
            push(
                quiz,
                "cautions",
                json!({"id": id, "level": level, "when": when, "words": words()}),
            );
        }
        for at in 0..2 {
            let (id, when) = (format!("d{upto}-{at}"), single(self));
            push(
                quiz,
                "care",
                json!({"id": id, "stage": "before", "when": when, "words": {"text": "X"}}),
            );
        }
        let concern = self.near(upto);
        push(quiz, "benefits", benefit(&format!("n{upto}"), &concern, &json!({"all": []})));
    }
}
