mod item;
mod plan;
mod prose;
mod question;
mod reference;

use quiz::{Contents, Date, Id};

use super::{Digest, MESSAGES, MOST, Mend, Path, Problem, file, message};

/// Collects problems while a file becomes a quiz; a broken part is replaced by a harmless one so
/// that the rest is still checked.
#[derive(Default)]
pub(super) struct Check {
    problems: Vec<Problem>,
    path: Path,
    questions: Index,
    /// The ids of each question's choices.
    choices: Vec<Vec<String>>,
    /// How many questions a rule may look at: those before the one it belongs to.
    visible: usize,
    sources: Index,
}

/// Of a question with more choices than it may have so many can be referred to.
const MOST_KNOWN: usize = 1000;

/// Where each id of a list stands; of two that are alike the first. The visitor's program, whose files
/// were checked, looks through all of them.
#[derive(Default)]
struct Index<S = String> {
    ids: Vec<S>,
    /// By their ids.
    sorted: Vec<usize>,
}

impl<S: AsRef<str>> Index<S> {
    fn new(ids: Vec<S>) -> Self {
        let mut sorted = Vec::new();
        if MESSAGES {
            sorted.extend(0..ids.len());
            sorted.sort_by(|&a, &b| ids[a].as_ref().cmp(ids[b].as_ref()));
        }
        Self { ids, sorted }
    }

    fn find(&self, id: &str) -> Option<usize> {
        if !MESSAGES {
            return self.ids.iter().position(|other| other.as_ref() == id);
        }
        let at = self.sorted.partition_point(|&index| self.ids[index].as_ref() < id);
        self.sorted.get(at).copied().filter(|&index| self.ids[index].as_ref() == id)
    }
}

impl Check {
    pub(super) fn quiz(
        mut self,
        file: file::File,
        digest: Digest,
    ) -> Result<Contents, Vec<Problem>> {
        self.learn(&file.questions, &file.sources);
        let opening = file::Opening {
            format: file.format,
            id: file.id,
            language: file.language,
            languages: file.languages,
            words: file.words,
            questions: file.questions,
            endings: file.endings,
        };
        let contents = Contents {
            checked: self.at("checked", |check| check.date(&file.checked)),
            reviewed: self.at("reviewed", |check| {
                let review = file.reviewed?;
                let on = check.at("on", |check| check.date(&review.on));
                let is_of_this = review.digest.is_some_and(|written| digest.is(&written));
                is_of_this.then_some(quiz::Review { on, by: review.by })
            }),
            clinic: self.at("clinic", |check| check.clinic(file.clinic)),
            cautions: self.cautions(file.cautions),
            benefits: self.benefits(file.benefits),
            plans: self.plans(file.plans),
            care: self.care(file.care),
            ask: self.notes("ask", file.ask),
            notes: self.notes("notes", file.notes),
            sources: self.sources(file.sources),
            ..self.opened(opening)
        };
        if self.problems.is_empty() { Ok(contents) } else { Err(self.problems) }
    }

    pub(super) fn opening(mut self, opening: file::Opening) -> Result<Contents, Vec<Problem>> {
        self.learn(&opening.questions, &[]);
        let contents = self.opened(opening);
        if self.problems.is_empty() { Ok(contents) } else { Err(self.problems) }
    }

    /// A quiz that has questions, and nothing yet to say of the answers.
    fn opened(&mut self, file: file::Opening) -> Contents {
        let questions = self.questions(file.questions);
        let endings = self.endings(file.endings);
        Contents {
            languages: languages(&file.language, file.languages),
            language: file.language,
            translation: None,
            checked: NEVER,
            reviewed: None,
            title: file.words.title,
            purpose: file.words.purpose,
            facts: file.words.facts,
            result_title: file.words.result,
            clinic: quiz::Clinic { name: String::new(), booking: None, contact: None },
            questions,
            endings,
            cautions: Vec::new(),
            benefits: Vec::new(),
            plans: Vec::new(),
            care: Vec::new(),
            ask: Vec::new(),
            notes: Vec::new(),
            sources: Vec::new(),
            id: self.id(file.id).as_str().to_owned(),
        }
    }

    fn say(&mut self, id: &'static str, found: impl Into<String>, help: impl Into<String>) {
        self.suggest(id, found, help, None);
    }

    fn suggest(
        &mut self,
        id: &'static str,
        found: impl Into<String>,
        help: impl Into<String>,
        mend: Option<Mend>,
    ) {
        if self.is_full() {
            return;
        }
        self.problems.push(Problem::new(id, self.path.clone(), found, help, mend));
    }

    /// Whether no further problem is wanted.
    fn is_full(&self) -> bool {
        MESSAGES && self.problems.len() >= MOST
    }

    fn at<T>(&mut self, field: &'static str, check: impl FnOnce(&mut Self) -> T) -> T {
        self.path.enter(field);
        let checked = check(self);
        self.path.leave();
        checked
    }

    fn entry<T>(&mut self, index: usize, check: impl FnOnce(&mut Self) -> T) -> T {
        self.path.enter_entry(index);
        let checked = check(self);
        self.path.leave();
        checked
    }

    fn each<T, U>(
        &mut self,
        list: &'static str,
        items: impl IntoIterator<Item = T>,
        mut check: impl FnMut(&mut Self, T) -> U,
    ) -> Vec<U> {
        self.at(list, |checker| {
            let mut checked = Vec::new();
            for (index, item) in items.into_iter().enumerate() {
                checked.push(checker.entry(index, |checker| check(checker, item)));
            }
            checked
        })
    }

    fn learn(&mut self, questions: &[file::Question], sources: &[file::Source]) {
        let choices = |question: &file::Question| {
            let known = question.choices.iter().take(MOST_KNOWN);
            known.map(|choice| choice.id.clone()).collect()
        };
        self.choices = questions.iter().map(choices).collect();
        self.questions = Index::new(questions.iter().map(|question| question.id.clone()).collect());
        self.visible = self.choices.len();
        self.sources = Index::new(sources.iter().map(|source| source.id.clone()).collect());
    }

    fn id(&mut self, id: String) -> Id {
        Id::new(id).unwrap_or_else(|id| {
            self.at("id", |check| {
                let found = match id.as_str() {
                    "" => message!["is empty."],
                    id => message!["is \"", id, "\", which has characters that an id cannot have."],
                };
                check.say(
                    "id/form",
                    found,
                    "Write lower-case letters, digits and hyphens, such as \"acne-scars\".",
                );
            });
            Id::default()
        })
    }

    /// Says which ids of a list stand there before.
    fn unique<'a>(&mut self, list: &'static str, ids: impl Iterator<Item = &'a String>) {
        self.all_different(list, &Index::new(ids.collect()));
    }

    fn all_different(&mut self, list: &'static str, ids: &Index<&String>) {
        self.each(list, ids.ids.iter().enumerate(), |check, (index, id)| {
            if ids.find(id) != Some(index) {
                check.at("id", |check| {
                    check.say(
                        "id/twice",
                        message!["is \"", id, "\", as another one of this list."],
                        "Give each its own id; shared links and rules find things by it.",
                    );
                });
            }
        });
    }

    fn date(&mut self, text: &str) -> Date {
        Date::read(text).unwrap_or_else(|| {
            self.say(
                "date/form",
                message!["is \"", text, "\", which is not a day as year-month-day."],
                "Write a day as 2026-11-22.",
            );
            NEVER
        })
    }

    fn link(&mut self, field: &'static str, link: Option<file::Link>) -> Option<quiz::Link> {
        let link = link?;
        let known = ["https://", "tel:", "mailto:"];
        if !known.iter().any(|scheme| link.link.starts_with(scheme)) {
            self.at(field, |check| {
                check.at("link", |check| {
                    check.say(
                        "link/kind",
                        message!["is \"", &link.link, "\", which is no link that can stand here."],
                        "Write a link that starts with https://, tel: or mailto:.",
                    );
                });
            });
        }
        Some(quiz::Link { href: link.link, label: link.words.label })
    }

    fn clinic(&mut self, clinic: file::Clinic) -> quiz::Clinic {
        quiz::Clinic {
            name: clinic.name,
            booking: self.link("booking", clinic.booking),
            contact: self.link("contact", clinic.contact),
        }
    }
}

/// Stands in for a day that is not known.
const NEVER: Date = Date { year: 1970, month: 1, day: 1 };

/// What a visitor can choose from, where there is a choice: the quiz's own language stands first.
fn languages(own: &str, listed: Vec<file::Language>) -> Vec<quiz::Language> {
    let listed = listed.into_iter().map(|it| quiz::Language { tag: it.language, name: it.name });
    let mut listed: Vec<quiz::Language> = listed.collect();
    match listed.iter().position(|language| language.tag == own) {
        Some(index) => listed[..=index].rotate_right(1),
        None => listed.insert(0, quiz::Language { tag: own.to_owned(), name: own.to_owned() }),
    }
    if listed.len() > 1 { listed } else { Vec::new() }
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}
