use maud::{Markup, html};

use super::Content;
use super::element::{section as framed, table};
use super::names::called;
use super::rule::condition;

/// The map in words: what is asked, and when it ends.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let names = &content.names;
    let rows = html! {
        @for (index, question) in names.list("questions").iter().enumerate() {
            tr {
                td.number { (index + 1) }
                th scope="row" { (called(question)) " " code { (question.text("id").unwrap_or("?")) } }
                td { (condition(names, question)) }
                td { @if question.text("kind") == Some("many") { "several" } @else { "one" } }
            }
        }
        @for ending in names.list("endings") {
            tr {
                td { "ends" }
                th scope="row" { (called(ending)) " " code { (ending.text("id").unwrap_or("?")) } }
                td { (condition(names, ending)) }
                td { "" }
            }
        }
    };
    framed(
        "asked",
        "What is asked when",
        &html! {
            p { "The map in words. Names of questions and choices are set apart: a question by its id, a choice by its label." }
            (table("Questions and endings", &["No.", "Question or ending", "When", "Answers"], &rows))
        },
    )
}
