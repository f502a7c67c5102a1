use check::Review;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::Content;
use super::{asked, changes, figures, map, open, outcomes, seen, sign, sources, texts};

const STYLE: &str = include_str!("style.css");

/// The whole page.
pub(super) fn page(content: &Content<'_>) -> Markup {
    let title = content.names.title();
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                link rel="icon" href="data:,";
                title { "Report: " (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    p.over { "Report for sign-off" }
                    h1 lang=(content.names.language()) dir="auto" { (title) }
                    (about(content))
                    (contents(content))
                }
                main { (sections(content)) }
                footer { p { "Made on " (content.inputs.today) " from " code { (content.inputs.file) } ". It holds nothing that any visitor said." } }
            }
        }
    }
}

fn sections(content: &Content<'_>) -> Markup {
    html! {
        (open::section(content))
        (outcomes::section(content))
        (map::section(content))
        (asked::section(content))
        (texts::section(content))
        (figures::section(content))
        (seen::section(content))
        (sources::section(content))
        (changes::section(content))
        (sign::section(content))
    }
}

fn about(content: &Content<'_>) -> Markup {
    let names = &content.names;
    let node = content.inputs.node;
    html! {
        dl.about {
            div { dt { "File" } dd { code { (content.inputs.file) } } }
            div { dt { "Version" } dd { (names.text("version")) } }
            div { dt { "Languages" } dd { (languages(content)) } }
            div { dt { "Sources last checked" } dd { (names.text("checked")) } }
            div { dt { "Reviewed by" } dd { (open::reviewed(Review::of_quiz(node), "no clinician yet")) } }
        }
    }
}

fn languages(content: &Content<'_>) -> Markup {
    let names = &content.names;
    let wanted = check::texts(content.inputs.node).len();
    html! {
        (names.language()) " (the base)"
        @for (_, overlay) in content.inputs.translations {
            "; " (overlay.text("language").unwrap_or("?"))
            " (" (check::texts(overlay).len()) " of " (wanted) " texts; reviewed by "
            (open::reviewed(Review::of_translation(content.inputs.node, overlay), "no translator yet")) ")"
        }
    }
}

fn contents(content: &Content<'_>) -> Markup {
    let mut links = vec![
        ("open", "What is open"),
        ("outcomes", "How answers end"),
        ("map", "The flow as a map"),
        ("asked", "What is asked when"),
        ("texts", "Every text"),
        ("figures", "Every figure"),
        ("seen", "Who sees what"),
        ("sources", "Every source"),
    ];
    if content.inputs.since.is_some() {
        links.push(("changes", "What changed"));
    }
    links.push(("sign", "Sign-off"));
    html! {
        nav aria-label="Contents" {
            ol { @for (id, name) in links { li { a href={ "#" (id) } { (name) } } } }
        }
    }
}
