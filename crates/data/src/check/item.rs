use super::Check;
use crate::{file, message};

impl Check {
    pub(super) fn cautions(&mut self, cautions: Vec<file::Caution>) -> Vec<quiz::Caution> {
        self.unique("cautions", cautions.iter().map(|caution| &caution.id));
        self.each("cautions", cautions, |check, caution| quiz::Caution {
            level: caution.level,
            when: check.at("when", |check| check.rule(caution.when)),
            text: check.prose(&caution.id, "text", &caution.words.text, &caution.figures),
            title: caution.words.title,
            sources: check.cited(&caution.sources),
            id: check.id(caution.id),
        })
    }

    pub(super) fn benefits(&mut self, benefits: Vec<file::Benefit>) -> Vec<quiz::Benefit> {
        self.unique("benefits", benefits.iter().map(|benefit| &benefit.id));
        self.each("benefits", benefits, |check, benefit| {
            if benefit.sources.is_empty() {
                check.no_source("Name the sources of what it says.");
            }
            let words = &benefit.words;
            let mut prose = |field, text| check.prose(&benefit.id, field, text, &benefit.figures);
            let (may, not, evidence_text) = (
                prose("may", &words.may),
                prose("not", &words.not),
                prose("evidence", &words.evidence),
            );
            quiz::Benefit {
                concern: check.concern(&benefit.concern),
                when: check.when(benefit.when),
                evidence: benefit.evidence,
                evidence_text,
                title: benefit.words.title,
                may,
                not,
                sources: check.cited(&benefit.sources),
                id: check.id(benefit.id),
            }
        })
    }

    pub(super) fn care(&mut self, care: Vec<file::Care>) -> Vec<quiz::Care> {
        self.unique("care", care.iter().map(|care| &care.id));
        self.each("care", care, |check, care| quiz::Care {
            stage: care.stage,
            when: check.when(care.when),
            text: check.prose(&care.id, "text", &care.words.text, &care.figures),
            sources: check.cited(&care.sources),
            id: check.id(care.id),
        })
    }

    pub(super) fn notes(&mut self, list: &'static str, notes: Vec<file::Note>) -> Vec<quiz::Note> {
        self.unique(list, notes.iter().map(|note| &note.id));
        self.each(list, notes, |check, note| quiz::Note {
            when: check.when(note.when),
            text: check.prose(&note.id, "text", &note.words.text, &note.figures),
            sources: check.cited(&note.sources),
            id: check.id(note.id),
        })
    }

    pub(super) fn sources(&mut self, sources: Vec<file::Source>) -> Vec<quiz::Source> {
        self.unique("sources", sources.iter().map(|source| &source.id));
        self.each("sources", sources, |check, source| {
            if source.title.is_empty() {
                check.at("title", |check| {
                    check.say("source/title", "is empty.", "Write its title as published.");
                });
            }
            if let Some(link) = &source.link
                && !link.starts_with("https://")
            {
                check.at("link", |check| {
                    check.say(
                        "source/link",
                        message!["is \"", link, "\", which is no https:// address."],
                        "Write the canonical address, starting with https://, or none.",
                    );
                });
            }
            quiz::Source {
                id: check.id(source.id),
                title: source.title,
                published: source.published,
                link: source.link,
            }
        })
    }

    pub(super) fn no_source(&mut self, help: &str) {
        self.say("source/none", "has no source.", help);
    }
}
