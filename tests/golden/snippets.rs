//! The lines that a clinic pastes, and what is made of them.

use std::fmt::Write;

use libtest_mimic::Trial;
use snippet::{Context, Dressed, Embed, Form, LOOK, PLACE, Page, QUIZ};

use crate::{expected, files};

const CASES: &str = "tests/cases/snippet";
const PAGE: Page<'_> =
    Page { address: "https://quiz.example/", title: "What could \"it\" do & how?" };

pub(crate) fn tests() -> Vec<Trial> {
    let made = |stem: &str| made(&files::text(&format!("{CASES}/{stem}.html")));
    expected::tests(CASES, "txt", files::stems(CASES, "html"), made)
}

fn read(html: &str) -> Option<Embed> {
    Embed::read(html, PAGE.address)
}

/// What is made of lines that somebody pasted.
fn made(html: &str) -> String {
    let Some(embed) = read(html) else { return "No quiz.\n".to_owned() };
    for form in [Form::Element, Form::Div] {
        let again = read(&embed.lines(form, PAGE)).expect("a quiz");
        assert_eq!(again.lines(form, PAGE), embed.lines(form, PAGE));
        assert_eq!(again.address(PAGE), embed.address(PAGE));
    }
    let mut made = format!(
        "Element:\n{}\n\nDiv:\n{}\n\nAddress:\n{}\n",
        embed.lines(Form::Element, PAGE),
        embed.lines(Form::Div, PAGE),
        embed.address(PAGE)
    );
    let (dressed, languages) = (Dressed::default(), ["en", "es"].map(str::to_owned));
    let context = Context { own: PAGE.address, languages: &languages, dressed: &dressed, astray };
    for attribute in QUIZ.iter().chain(&LOOK).chain(&PLACE) {
        for notice in embed.notices(attribute, context) {
            let mark = if notice.is_wrong { "wrong" } else { "note" };
            let _ = write!(made, "\n{} ({mark}): {}", attribute.name, notice.words);
        }
    }
    let others: Vec<&str> = embed.others().collect();
    if !others.is_empty() {
        let _ = write!(made, "\nKept: {}", others.join(", "));
    }
    made.trim_end().to_owned() + "\n"
}

fn astray(address: &str) -> Option<String> {
    check::link(address).err().map(|astray| astray.because)
}
