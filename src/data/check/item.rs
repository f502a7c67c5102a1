use super::Check;
use crate::data::file;
use crate::quiz;

impl Check {
    pub(super) fn cautions(&mut self, cautions: Vec<file::Caution>) -> Vec<quiz::Caution> {
        let ids: Vec<&str> = cautions.iter().map(|caution| caution.id.as_str()).collect();
        self.unique("cautions", &ids);
        cautions
            .into_iter()
            .map(|caution| {
                let place = format!("caution \"{}\"", caution.id);
                quiz::Caution {
                    level: caution.level,
                    when: self.rule(&place, caution.when),
                    text: self.prose(&place, &caution.id, &caution.words.text, &caution.figures),
                    title: caution.words.title,
                    sources: self.cited(&place, &caution.sources),
                    id: self.id(&place, caution.id),
                }
            })
            .collect()
    }

    pub(super) fn benefits(&mut self, benefits: Vec<file::Benefit>) -> Vec<quiz::Benefit> {
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
                    evidence: benefit.evidence,
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

    pub(super) fn care(&mut self, care: Vec<file::Care>) -> Vec<quiz::Care> {
        let ids: Vec<&str> = care.iter().map(|care| care.id.as_str()).collect();
        self.unique("care", &ids);
        care.into_iter()
            .map(|care| {
                let place = format!("care \"{}\"", care.id);
                quiz::Care {
                    stage: care.stage,
                    when: self.when(&place, care.when),
                    text: self.prose(&place, &care.id, &care.words.text, &care.figures),
                    sources: self.cited(&place, &care.sources),
                    id: self.id(&place, care.id),
                }
            })
            .collect()
    }

    pub(super) fn notes(&mut self, list: &str, notes: Vec<file::Note>) -> Vec<quiz::Note> {
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

    pub(super) fn sources(&mut self, sources: Vec<file::Source>) -> Vec<quiz::Source> {
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
}
