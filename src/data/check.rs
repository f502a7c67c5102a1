mod item;
mod plan;
mod prose;
mod question;
mod reference;

use super::{Problem, file};
use crate::quiz::{self, Date, Id, Quiz};

/// Collects problems while a file becomes a quiz; a broken part is replaced by a harmless one so
/// that the rest is still checked.
#[derive(Default)]
pub(super) struct Check {
    problems: Vec<Problem>,
    questions: Vec<(String, Vec<String>)>,
    /// How many questions a rule may look at: those before the one it belongs to.
    visible: usize,
    sources: Vec<String>,
}

impl Check {
    pub(super) fn quiz(mut self, file: file::File) -> Result<Quiz, Vec<Problem>> {
        self.learn(&file);
        let quiz = Quiz {
            language: file.language,
            checked: self.date("checked", &file.checked),
            reviewed: file.reviewed.map(|review| quiz::Review {
                on: self.date("reviewed", &review.on),
                by: review.by,
            }),
            title: file.words.title,
            purpose: file.words.purpose,
            facts: file.words.facts,
            result_title: file.words.result,
            clinic: self.clinic(file.clinic),
            questions: self.questions(file.questions),
            endings: self.endings(file.endings),
            cautions: self.cautions(file.cautions),
            benefits: self.benefits(file.benefits),
            plans: self.plans(file.plans),
            care: self.care(file.care),
            ask: self.notes("ask", file.ask),
            notes: self.notes("notes", file.notes),
            sources: self.sources(file.sources),
            id: self.id("id", file.id).as_str().to_owned(),
        };
        if self.problems.is_empty() { Ok(quiz) } else { Err(self.problems) }
    }

    fn say(&mut self, place: impl Into<String>, found: impl Into<String>, cure: impl Into<String>) {
        self.problems.push(Problem { place: place.into(), found: found.into(), cure: cure.into() });
    }

    fn learn(&mut self, file: &file::File) {
        self.questions = file
            .questions
            .iter()
            .map(|q| (q.id.clone(), q.choices.iter().map(|choice| choice.id.clone()).collect()))
            .collect();
        self.visible = self.questions.len();
        self.sources = file.sources.iter().map(|source| source.id.clone()).collect();
    }

    fn id(&mut self, place: &str, id: String) -> Id {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.chars().all(fits) {
            self.say(
                place,
                format!("has the id \"{id}\"."),
                "Write an id of lower-case letters, digits and hyphens, such as \"acne-scars\".",
            );
        }
        Id(id.into())
    }

    fn unique(&mut self, list: &str, ids: &[&str]) {
        for (index, id) in ids.iter().enumerate() {
            if ids[..index].contains(id) {
                self.say(
                    list,
                    format!("has the id \"{id}\" twice."),
                    "Give each its own id; shared links and rules find things by it.",
                );
            }
        }
    }

    fn date(&mut self, place: &str, text: &str) -> Date {
        let mut parts = text.splitn(3, '-').map(|part| part.parse::<u32>().ok());
        match (parts.next().flatten(), parts.next().flatten(), parts.next().flatten()) {
            (Some(year @ 1000..=9999), Some(month @ 1..=12), Some(day @ 1..=31)) => {
                Date { year, month, day }
            }
            _ => {
                self.say(place, format!("is \"{text}\"."), "Write a day as 2026-11-22.");
                Date { year: 1970, month: 1, day: 1 }
            }
        }
    }

    fn link(&mut self, place: &str, link: Option<file::Link>) -> Option<quiz::Link> {
        let link = link?;
        let known = ["https:", "tel:", "mailto:"];
        if !known.iter().any(|scheme| link.link.starts_with(scheme)) {
            self.say(
                place,
                format!("has the link \"{}\".", link.link),
                "Write a link that starts with https:, tel: or mailto:.",
            );
        }
        Some(quiz::Link { href: link.link, label: link.words.label })
    }

    fn clinic(&mut self, clinic: file::Clinic) -> quiz::Clinic {
        quiz::Clinic {
            name: clinic.name,
            booking: self.link("clinic, booking", clinic.booking),
            contact: self.link("clinic, contact", clinic.contact),
        }
    }
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}
