use super::{Problem, file};
use crate::quiz::{self, Date, Id, Pick, Piece, Prose, Quiz, Range, Rule};

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

    fn questions(&mut self, questions: Vec<file::Question>) -> Vec<quiz::Question> {
        let ids: Vec<&str> = questions.iter().map(|question| question.id.as_str()).collect();
        self.unique("questions", &ids);
        if questions.is_empty() {
            self.say("questions", "is empty.", "Write at least one question.");
        }
        let questions = questions
            .into_iter()
            .enumerate()
            .map(|(index, question)| {
                self.visible = index;
                self.question(question)
            })
            .collect();
        self.visible = self.questions.len();
        questions
    }

    fn question(&mut self, question: file::Question) -> quiz::Question {
        let place = format!("question \"{}\"", question.id);
        let kind = match question.kind {
            file::Kind::One => quiz::Kind::One,
            file::Kind::Many => quiz::Kind::Many,
        };
        let ids: Vec<&str> = question.choices.iter().map(|choice| choice.id.as_str()).collect();
        self.unique(&place, &ids);
        if !(1..=quiz::MOST_CHOICES).contains(&question.choices.len()) {
            self.say(
                &place,
                format!("has {} choices.", question.choices.len()),
                format!("Write 1 to {} choices.", quiz::MOST_CHOICES),
            );
        }
        let choices = question
            .choices
            .into_iter()
            .take(quiz::MOST_CHOICES)
            .map(|choice| self.choice(&place, kind, choice))
            .collect();
        quiz::Question {
            when: self.when(&place, question.when),
            id: self.id(&place, question.id),
            kind,
            choices,
            part: question.words.part,
            title: question.words.title,
            hint: question.words.hint,
        }
    }

    fn choice(&mut self, question: &str, kind: quiz::Kind, choice: file::Choice) -> quiz::Choice {
        let place = format!("{question}, choice \"{}\"", choice.id);
        if choice.exclusive && kind == quiz::Kind::One {
            self.say(
                &place,
                "is exclusive in a question of one answer.",
                "Delete \"exclusive\", or write \"kind\": \"many\".",
            );
        }
        if let Some(swatch) = &choice.swatch
            && !is_colour(swatch)
        {
            self.say(&place, format!("has the colour \"{swatch}\"."), "Write it as #f2d3bc.");
        }
        if let Some(picture) = &choice.picture
            && (picture.contains(':') || picture.starts_with('/'))
        {
            self.say(
                &place,
                format!("has the picture \"{picture}\"."),
                "Write a path beside the page, such as pictures/pores.svg.",
            );
        }
        quiz::Choice {
            id: self.id(&place, choice.id),
            exclusive: choice.exclusive,
            picture: choice.picture,
            swatch: choice.swatch,
            short: choice.words.short.unwrap_or_else(|| choice.words.label.clone()),
            label: choice.words.label,
            hint: choice.words.hint,
        }
    }

    fn endings(&mut self, endings: Vec<file::Ending>) -> Vec<quiz::Ending> {
        let ids: Vec<&str> = endings.iter().map(|ending| ending.id.as_str()).collect();
        self.unique("endings", &ids);
        endings
            .into_iter()
            .map(|ending| {
                let place = format!("ending \"{}\"", ending.id);
                quiz::Ending {
                    id: self.id(&place, ending.id),
                    when: self.rule(&place, ending.when),
                    title: ending.words.title,
                    text: ending.words.text,
                }
            })
            .collect()
    }

    fn cautions(&mut self, cautions: Vec<file::Caution>) -> Vec<quiz::Caution> {
        let ids: Vec<&str> = cautions.iter().map(|caution| caution.id.as_str()).collect();
        self.unique("cautions", &ids);
        cautions
            .into_iter()
            .map(|caution| {
                let place = format!("caution \"{}\"", caution.id);
                quiz::Caution {
                    level: match caution.level {
                        file::Level::Hold => quiz::Level::Hold,
                        file::Level::Ask => quiz::Level::Ask,
                        file::Level::Tell => quiz::Level::Tell,
                    },
                    when: self.rule(&place, caution.when),
                    text: self.prose(&place, &caution.id, &caution.words.text, &caution.figures),
                    title: caution.words.title,
                    sources: self.cited(&place, &caution.sources),
                    id: self.id(&place, caution.id),
                }
            })
            .collect()
    }

    fn benefits(&mut self, benefits: Vec<file::Benefit>) -> Vec<quiz::Benefit> {
        let ids: Vec<&str> = benefits.iter().map(|benefit| benefit.id.as_str()).collect();
        self.unique("benefits", &ids);
        benefits
            .into_iter()
            .map(|benefit| {
                let place = format!("benefit \"{}\"", benefit.id);
                if benefit.sources.is_empty() {
                    self.say(&place, "has no source.", "Name the sources of what it says.");
                }
                let words = &benefit.words;
                let mut prose = |text| self.prose(&place, &benefit.id, text, &benefit.figures);
                let (may, not, evidence_text) =
                    (prose(&words.may), prose(&words.not), prose(&words.evidence));
                quiz::Benefit {
                    concern: self.concern(&place, &benefit.concern),
                    when: self.when(&place, benefit.when),
                    evidence: evidence(benefit.evidence),
                    evidence_text,
                    title: benefit.words.title,
                    may,
                    not,
                    sources: self.cited(&place, &benefit.sources),
                    id: self.id(&place, benefit.id),
                }
            })
            .collect()
    }

    fn plans(&mut self, plans: Vec<file::Plan>) -> Vec<quiz::Plan> {
        let ids: Vec<&str> = plans.iter().map(|plan| plan.id.as_str()).collect();
        self.unique("plans", &ids);
        plans.into_iter().map(|plan| self.plan(plan)).collect()
    }

    fn plan(&mut self, plan: file::Plan) -> quiz::Plan {
        let place = format!("plan \"{}\"", plan.id);
        let borrowed = plan.borrowed_from.is_some();
        if let Some(from) = plan.borrowed_from {
            self.concern(&place, &from);
        }
        if borrowed != plan.words.borrowed.is_some() {
            self.say(
                &place,
                "says only half of where its figures are borrowed from.",
                "Write both \"borrowedFrom\" and the words \"borrowed\", or neither.",
            );
        }
        if plan.sessions[0] == 0 || plan.sessions[1] > 60 {
            self.say(
                format!("{place}, sessions"),
                format!("is {} to {}.", plan.sessions[0], plan.sessions[1]),
                "Write 1 to 60 sessions.",
            );
        }
        if plan.sources.is_empty() {
            self.say(&place, "has no source.", "Name the sources of its figures.");
        }
        quiz::Plan {
            concern: self.concern(&place, &plan.concern),
            when: self.when(&place, plan.when),
            sessions: self.range(&place, "sessions", plan.sessions),
            weeks_between: self.range(&place, "weeksBetween", plan.weeks_between),
            first_visible: plan
                .first_visible_weeks_after_first
                .map(|range| self.range(&place, "firstVisibleWeeksAfterFirst", range)),
            full: plan
                .full_weeks_after_last
                .map(|range| self.range(&place, "fullWeeksAfterLast", range)),
            redness: plan.redness_days.map(|range| self.range(&place, "rednessDays", range)),
            redness_max: plan.redness_max_days,
            evidence: evidence(plan.evidence),
            borrowed: plan.words.borrowed,
            note: plan.words.note,
            sources: self.cited(&place, &plan.sources),
            id: self.id(&place, plan.id),
        }
    }

    fn range(&mut self, place: &str, field: &str, [from, to]: [u32; 2]) -> Range {
        if from > to || to > 1000 {
            self.say(
                format!("{place}, {field}"),
                format!("is [{from}, {to}]."),
                "Write the smaller number first, and none above 1000.",
            );
            return Range { from: 1, to: 1 };
        }
        Range { from, to }
    }

    fn care(&mut self, care: Vec<file::Care>) -> Vec<quiz::Care> {
        let ids: Vec<&str> = care.iter().map(|care| care.id.as_str()).collect();
        self.unique("care", &ids);
        care.into_iter()
            .map(|care| {
                let place = format!("care \"{}\"", care.id);
                quiz::Care {
                    stage: match care.stage {
                        file::Stage::Before => quiz::Stage::Before,
                        file::Stage::During => quiz::Stage::During,
                        file::Stage::After => quiz::Stage::After,
                    },
                    when: self.when(&place, care.when),
                    text: self.prose(&place, &care.id, &care.words.text, &care.figures),
                    sources: self.cited(&place, &care.sources),
                    id: self.id(&place, care.id),
                }
            })
            .collect()
    }

    fn notes(&mut self, list: &str, notes: Vec<file::Note>) -> Vec<quiz::Note> {
        let ids: Vec<&str> = notes.iter().map(|note| note.id.as_str()).collect();
        self.unique(list, &ids);
        notes
            .into_iter()
            .map(|note| {
                let place = format!("{list} \"{}\"", note.id);
                quiz::Note {
                    when: self.when(&place, note.when),
                    text: self.prose(&place, &note.id, &note.words.text, &note.figures),
                    sources: self.cited(&place, &note.sources),
                    id: self.id(&place, note.id),
                }
            })
            .collect()
    }

    fn sources(&mut self, sources: Vec<file::Source>) -> Vec<quiz::Source> {
        let ids: Vec<&str> = sources.iter().map(|source| source.id.as_str()).collect();
        self.unique("sources", &ids);
        sources
            .into_iter()
            .map(|source| {
                let place = format!("source \"{}\"", source.id);
                if source.title.is_empty() {
                    self.say(&place, "has no title.", "Write its title as published.");
                }
                if let Some(link) = &source.link
                    && !link.starts_with("https://")
                {
                    self.say(
                        &place,
                        format!("has the link \"{link}\"."),
                        "Write the canonical address, starting with https://, or none.",
                    );
                }
                quiz::Source {
                    id: self.id(&place, source.id),
                    title: source.title,
                    published: source.published,
                    link: source.link,
                }
            })
            .collect()
    }

    fn cited(&mut self, place: &str, ids: &[String]) -> Vec<usize> {
        let mut sources = Vec::with_capacity(ids.len());
        for id in ids {
            match self.sources.iter().position(|source| source == id) {
                Some(index) => sources.push(index),
                None => self.say(
                    place,
                    format!("names the source \"{id}\", which is not in \"sources\"."),
                    "Correct the id, or add the source.",
                ),
            }
        }
        sources
    }

    fn prose(&mut self, place: &str, item: &str, text: &str, figures: &[file::Figure]) -> Prose {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((words, after)) = rest.split_once('{') {
            let Some((id, after)) = after.split_once('}') else {
                self.say(place, "has a \"{\" without its \"}\".", "Write a figure as {its-id}.");
                break;
            };
            if !words.is_empty() {
                pieces.push(Piece::Words(words.to_owned()));
            }
            match figures.iter().find(|figure| figure.id == id) {
                Some(figure) => {
                    let sources = self.cited(place, &figure.sources);
                    if figure.sources.is_empty() {
                        self.say(
                            format!("{place}, figure \"{id}\""),
                            "has no source.",
                            "Name at least one.",
                        );
                    }
                    pieces.push(Piece::Figure(quiz::Figure {
                        name: format!("{item}.{id}"),
                        text: figure.words.text.clone(),
                        sources,
                    }));
                }
                None => self.say(
                    place,
                    format!("has {{{id}}} in its text, but no figure of that id."),
                    "Add it to \"figures\", or correct the id.",
                ),
            }
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest.to_owned()));
        }
        Prose(pieces)
    }

    fn when(&mut self, place: &str, rule: Option<file::Rule>) -> Rule {
        rule.map_or(Rule::ALWAYS, |rule| self.rule(place, rule))
    }

    fn rule(&mut self, place: &str, rule: file::Rule) -> Rule {
        match rule {
            file::Rule::All(rules) => Rule::All(self.rules(place, rules)),
            file::Rule::Any(rules) => Rule::Any(self.rules(place, rules)),
            file::Rule::Not(rule) => Rule::Not(Box::new(self.rule(place, *rule))),
            file::Rule::Picked(choice) => Rule::Picked(self.pick(place, &choice)),
            file::Rule::PickedAny(choices) => Rule::Any(
                choices.iter().map(|choice| Rule::Picked(self.pick(place, choice))).collect(),
            ),
            file::Rule::PickedAtLeast(at_least) => Rule::AtLeast {
                question: self.question_index(place, &at_least.question).unwrap_or_default(),
                count: at_least.count,
            },
        }
    }

    fn rules(&mut self, place: &str, rules: Vec<file::Rule>) -> Vec<Rule> {
        rules.into_iter().map(|rule| self.rule(place, rule)).collect()
    }

    fn concern(&mut self, place: &str, choice: &str) -> Pick {
        self.pick(place, choice)
    }

    fn pick(&mut self, place: &str, choice: &str) -> Pick {
        let nowhere = Pick { question: 0, choice: 0 };
        let Some((question, id)) = choice.split_once('.') else {
            self.say(
                place,
                format!("names the choice \"{choice}\"."),
                "Write it as question.choice, such as \"concerns.pores\".",
            );
            return nowhere;
        };
        let Some(question) = self.question_index(place, question) else { return nowhere };
        match self.questions[question].1.iter().position(|other| other == id) {
            Some(choice) => Pick { question, choice },
            None => {
                self.say(
                    place,
                    format!("names the choice \"{choice}\", which that question does not have."),
                    format!("It has: {}.", self.questions[question].1.join(", ")),
                );
                nowhere
            }
        }
    }

    fn question_index(&mut self, place: &str, id: &str) -> Option<usize> {
        let index = self.questions.iter().position(|question| question.0 == id);
        match index {
            Some(index) if index < self.visible => return Some(index),
            Some(_) => self.say(
                place,
                format!("depends on the question \"{id}\", which is not asked before it."),
                "Move that question up, or ask about an earlier one.",
            ),
            None => self.say(
                place,
                format!("names the question \"{id}\", which does not exist."),
                "Correct the id, or add the question.",
            ),
        }
        None
    }
}

fn evidence(evidence: file::Evidence) -> quiz::Evidence {
    match evidence {
        file::Evidence::VeryLimited => quiz::Evidence::VeryLimited,
        file::Evidence::Low => quiz::Evidence::Low,
        file::Evidence::Limited => quiz::Evidence::Limited,
        file::Evidence::Moderate => quiz::Evidence::Moderate,
        file::Evidence::Strong => quiz::Evidence::Strong,
    }
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}
