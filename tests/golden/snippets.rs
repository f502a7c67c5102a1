//! The lines that a clinic pastes, and what is made of them.

use std::fmt::Write;

use libtest_mimic::Trial;
use snippet::{Dressed, Embed, Form, Here, Known, LOOK, PLACE, QUIZ};

use crate::{expected, files};

const CASES: &str = "tests/cases/snippet";
const HERE: Here<'_> =
    Here { address: "https://quiz.example/", title: "What could \"it\" do & how?" };

pub(crate) fn tests() -> Vec<Trial> {
    let made = |stem: &str| made(&files::text(&format!("{CASES}/{stem}.html")));
    expected::tests(CASES, "txt", files::stems(CASES, "html"), made)
}

fn read(html: &str) -> Option<Embed> {
    Embed::read(html, HERE.address)
}

/// What is made of lines that somebody pasted.
fn made(html: &str) -> String {
    let Some(embed) = read(html) else { return "No quiz.\n".to_owned() };
    for form in [Form::Element, Form::Div] {
        let again = read(&embed.lines(form, HERE)).expect("a quiz");
        assert_eq!(again.lines(form, HERE), embed.lines(form, HERE));
        assert_eq!(again.address(HERE), embed.address(HERE));
    }
    let mut made = format!(
        "Element:\n{}\n\nDiv:\n{}\n\nAddress:\n{}\n",
        embed.lines(Form::Element, HERE),
        embed.lines(Form::Div, HERE),
        embed.address(HERE)
    );
    let (dressed, languages) = (Dressed::default(), ["en", "es"].map(str::to_owned));
    let known = Known { own: HERE.address, languages: &languages, dressed: &dressed };
    for attribute in QUIZ.iter().chain(&LOOK).chain(&PLACE) {
        for told in embed.told(attribute, known) {
            let mark = if told.is_wrong { "wrong" } else { "note" };
            let _ = write!(made, "\n{} ({mark}): {}", attribute.name, told.words);
        }
    }
    let others: Vec<&str> = embed.others().collect();
    if !others.is_empty() {
        let _ = write!(made, "\nKept: {}", others.join(", "));
    }
    made.trim_end().to_owned() + "\n"
}
