//! The files beside a quiz as they stand on disk: test visitors, wording rules, translations.

use super::file::{Accepted, Review};
use super::read::{Map, Read, Reader, record, words};
use super::{Node, Problem, other_format};

record! {
    /// Test visitors to a quiz, `format` 1: what each answers, must see and must not.
    pub struct Personas {
        /// For editors only: where the JSON Schema of this format is.
        schema as "$schema": Option<String>,
        /// The number of this format. This program reads 1.
        format: u32,
        /// The id of the quiz that they take.
        quiz: String,
        /// At least one.
        personas: Vec<Persona>,
    }

    /// A test visitor.
    pub struct Persona {
        /// Names the visitor in what the check says.
        id: String,
        /// Who it is, for those who read the file.
        about: Option<String>,
        /// The ids of the choices, by the id of their question; every question that is asked.
        answers: Map<Vec<String>>,
        /// `result`, where it is left out, or `endings.its-id`.
        ends: Option<String>,
        /// What must be shown: `booking`, or a list and an id, `cautions.pregnant`.
        shows: Vec<String>,
        /// What must not be shown.
        hides: Vec<String>,
    }

    /// Wording rules, `format` 1.
    pub struct Claims {
        /// A remark for those who read the file.
        comment as "$comment": Option<String>,
        /// For editors only: where the JSON Schema of this format is.
        schema as "$schema": Option<String>,
        /// The number of this format. This program reads 1.
        format: u32,
        /// At least one.
        rules: Vec<WordingRule>,
        /// Regular expressions for words that, shortly before a claim, turn it around, in a
        /// language without an entry in `languages`.
        negations: Vec<String>,
        /// How each language denies and asks, and lists of its words.
        languages: Vec<Grammar>,
        /// What every result must say; at least one.
        statements: Vec<Required>,
    }

    /// How a language denies and asks. All but `lists` are regular expressions.
    pub struct Grammar {
        /// The language of the texts it is for, as a BCP 47 tag (`en`, `pt-BR`).
        language: String,
        /// Where another part of a sentence begins, besides at commas and the like: `but`. What
        /// denies or hedges a claim stands in its own part.
        breaks: Vec<String>,
        /// What turns a claim around that follows: at most five words later, or it may belong to
        /// something else, and an error is only a warning.
        denials: Vec<String>,
        /// What turns a claim around that stands before it: `is not realistic`.
        denials_after as "denialsAfter": Vec<String>,
        /// What looks like a denial and is none: `not only`, `no wonder`.
        no_denials as "noDenials": Vec<String>,
        /// What leaves a claim open, for rules that are `unlessHedged`: `may`, `in some people`.
        hedges: Vec<String>,
        /// What makes a condition of a claim that follows: `if`. An error is only a warning there.
        conditions: Vec<String>,
        /// A sentence that asks for what another claims, or says what to ask: `ask whether`.
        asks: Vec<String>,
        /// Words by the name that stands for any of them, in braces, in patterns of this
        /// language.
        lists: Option<Map<Vec<String>>>,
    }

    /// Words that may not be used, or should not.
    pub struct WordingRule {
        /// Names the rule in what the check says.
        id: String,
        /// Whether it must be mended or should be looked at.
        level: Strength,
        /// The language of the texts it is for, as a BCP 47 tag (`en`, `pt-BR`); English, where it is left
        /// out.
        language: Option<String>,
        /// Regular expressions, upper and lower case alike; at least one.
        patterns: Vec<String>,
        /// Regular expressions that, in the same part of the sentence, make the words harmless.
        unless: Vec<String>,
        /// Whether one of the `hedges` there does so, too.
        unless_hedged as "unlessHedged": bool,
        /// Whether they are to be looked at even where they are denied: `hide your flaws no
        /// longer`.
        even_denied as "evenDenied": bool,
        /// What may stand in the place of it.
        instead as "insteadSay": String,
        /// Where the rule comes from.
        sources: Vec<String>,
        /// A remark for those who read the file.
        note: Option<String>,
    }

    /// A statement that every result must carry.
    pub struct Required {
        /// The same for the same statement in every language.
        id: String,
        /// The language of the texts it is for, as a BCP 47 tag (`en`, `pt-BR`); English, where it is left
        /// out.
        language: Option<String>,
        /// Regular expressions; one of them must be found.
        patterns: Vec<String>,
        /// The statement in plain words.
        say: String,
    }

    /// A quiz in another language, `format` 1.
    pub struct Overlay {
        /// For editors only: where the JSON Schema of this format is.
        schema as "$schema": Option<String>,
        /// The number of this format. This program reads 1.
        format: u32,
        /// The id of the quiz.
        quiz: String,
        /// A BCP 47 tag (`es`, `pt-BR`), as in the name of the file.
        language: String,
        /// The translator who read it; null until one has.
        reviewed: Option<Review>,
        /// Warnings of the check that somebody looked at and left, with the reason.
        accepted: Vec<Accepted>,
        /// Each text by the way to it: `questions.area.choices.face.label`.
        words: Map<String>,
        /// By the same keys, the digest of the text of the quiz that each was translated from. If that text
        /// is another now, the translation is out of date.
        translated_from as "translatedFrom": Option<Map<String>>,
    }
}

/// What a wording rule asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// It must be mended.
    Block,
    /// It should be looked at.
    Warn,
}

words! {
    Strength: "\"block\" or \"warn\"" { Block = "block", Warn = "warn", }
}

/// Reads a file of test visitors; what cannot be read is empty, and told.
pub fn personas(json: &Node) -> (Personas, Vec<Problem>) {
    read(json)
}

/// Reads a file of wording rules; what cannot be read is empty, and told.
pub fn claims(json: &Node) -> (Claims, Vec<Problem>) {
    read(json)
}

/// Reads a translation; what cannot be read is empty, and told.
pub fn overlay(json: &Node) -> (Overlay, Vec<Problem>) {
    read(json)
}

fn read<T: Read>(json: &Node) -> (T, Vec<Problem>) {
    if let Some(problem) = other_format(json) {
        return (T::empty(), vec![problem]);
    }
    let mut reader = Reader::default();
    let file = T::read(&mut reader, json);
    (file, reader.problems)
}
