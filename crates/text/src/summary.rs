use quiz::{Outcome, Plan, Prose, Quiz, Range};

use super::{Key, Text};

/// The result as plain text, to copy or to take to a consultation.
pub fn summary(quiz: &Quiz, outcome: &Outcome, text: &Text) -> String {
    let mut lines = Lines::default();
    lines.add(&text.result_title(quiz, outcome));
    lines.add(text.get(Key::NotAdvice));
    for caution in &outcome.cautions {
        let item = caution.item;
        lines.gap();
        lines.add(&format!("{}: {}", text.level(item.level), item.title.as_str()));
        lines.prose(&item.text);
    }
    for concern in &outcome.concerns {
        for benefit in &concern.benefits {
            let item = benefit.item;
            lines.gap();
            lines.add(item.title.as_str());
            lines.prose(&item.may);
            lines.add(&format!("{}: {}", text.get(Key::Not), item.not.plain()));
            lines.add(&format!("{}. {}", text.evidence(item.evidence), item.evidence_text.plain()));
        }
        for plan in &concern.plans {
            lines.facts(text, plan.item);
        }
    }
    if !outcome.ask.is_empty() {
        lines.gap();
        lines.add(text.get(Key::Ask));
        outcome.ask.iter().for_each(|note| lines.item(&note.text.plain()));
    }
    lines.gap();
    outcome.notes.iter().for_each(|note| lines.prose(&note.text));
    lines.add(&text.fill(Key::Checked, &[("date", &text.date(quiz.checked))]));
    lines.0
}

/// The result in a few lines, for a message to the clinic.
pub fn short(quiz: &Quiz, outcome: &Outcome, text: &Text) -> String {
    let mut lines = Lines::default();
    lines.add(&text.result_title(quiz, outcome));
    for caution in &outcome.cautions {
        let item = caution.item;
        lines.item(&[text.level(item.level), ": ", item.title.as_str()].concat());
    }
    for concern in &outcome.concerns {
        concern.benefits.iter().for_each(|benefit| lines.item(benefit.item.title.as_str()));
    }
    lines.add(text.get(Key::NotAdvice));
    lines.0
}

/// The address of a message that holds the text; nothing where the address is none of a message.
pub fn carried(address: &str, text: &str) -> Option<String> {
    let messages = [("mailto:", "body="), ("https://wa.me/", "text=")];
    let (_, field) = messages.into_iter().find(|(start, _)| address.starts_with(start))?;
    let joint = if address.contains('?') { "&" } else { "?" };
    let mut carried = [address, joint, field].concat();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => carried.push(char::from(byte)),
            b'\n' => carried.push_str("%0D%0A"),
            _ => {
                carried.push('%');
                carried.extend(
                    [byte >> 4, byte & 15]
                        .map(|digit| char::from(b"0123456789ABCDEF"[usize::from(digit)])),
                );
            }
        }
    }
    Some(carried)
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn gap(&mut self) {
        self.0.push('\n');
    }

    fn item(&mut self, line: &str) {
        self.add(&["- ", line].concat());
    }

    fn prose(&mut self, prose: &Prose) {
        self.add(&prose.plain());
    }

    fn facts(&mut self, text: &Text, plan: &Plan) {
        self.item(&[&text.range(plan.sessions), " ", text.sessions(plan.sessions)].concat());
        let weeks = |range: Range, key: Key| [&text.weeks(range), " ", text.get(key)].concat();
        if plan.sessions.to > 1 {
            self.item(&weeks(plan.weeks_between, Key::Between));
        }
        match (plan.first_visible, plan.full) {
            (None, None) => self.item(text.get(Key::NotMeasured)),
            (first, full) => {
                first.into_iter().for_each(|range| self.item(&weeks(range, Key::FirstAfter)));
                full.into_iter().for_each(|range| self.item(&weeks(range, Key::FullAfter)));
            }
        }
        if let Some(days) = plan.redness {
            self.item(&[&text.days(days), " ", &text.redness_max(plan.redness_max)].concat());
        }
        plan.borrowed.iter().chain(&plan.note).for_each(|note| self.item(note.as_str()));
    }
}
