use check::Review;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::Content;
use super::{
    asked, changed, changes, figures, holds, map, open, outcomes, seen, sign, sources, texts,
    weaker,
};

const STYLE: &str = include_str!("style.css");

/// The whole page.
pub(super) fn page(content: &Content<'_>) -> Markup {
    let title = content.names.title();
    html! {
        (DOCTYPE)
        html lang="en" {
            head { (head(&format!("Report: {title}"), STYLE)) }
            body {
                header {
                    p.over { "Report for sign-off" }
                    h1 lang=(content.names.language()) dir="auto" { (title) }
                    (about(content))
                    (contents(content))
                }
                main {
                    div.first { (first(content)) }
                    div.appendix { (appendix(content)) }
                }
                footer { p { "Made on " (content.inputs.today) " from " code { (content.inputs.file) } ". It holds nothing that any visitor said." } }
            }
        }
    }
}

/// What stands in the head of a page that is one file.
pub(super) fn head(title: &str, style: &str) -> Markup {
    html! {
        meta charset="utf-8";
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="referrer" content="no-referrer";
        meta name="color-scheme" content="light dark";
        link rel="icon" href="data:,";
        title { (title) }
        style { (PreEscaped(style)) }
    }
}

/// What whoever signs has to read.
fn first(content: &Content<'_>) -> Markup {
    html! {
        (weaker::section(content))
        (open::section(content))
        (changed::section(content))
        (holds::section(content))
        (figures::changed(content))
        (sign::section(content))
    }
}

/// All the rest, to look things up.
fn appendix(content: &Content<'_>) -> Markup {
    html! {
        (open::every(content))
        (changes::section(content))
        (outcomes::section(content))
        (map::section(content))
        (asked::section(content))
        (seen::section(content))
        (figures::section(content))
        (sources::section(content))
        (texts::section(content))
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
    let has_old = content.inputs.since.is_some();
    let links = [
        ("weaker", weaker::title(&content.weaker), !content.weaker.is_empty()),
        ("open", "What is open", true),
        ("changed", "What changed", true),
        ("holds", "Who is held", true),
        ("changed-figures", "Figures that changed", has_old),
        ("sign", "Sign-off", true),
        ("findings", "Every finding", open::is_cut(content)),
        ("changes", "Every change", has_old),
        ("outcomes", "How answers end", true),
        ("map", "The flow as a map", true),
        ("asked", "What is asked when", true),
        ("seen", "Who sees what", true),
        ("figures", "Every figure", true),
        ("sources", "Every source", true),
        ("texts", "Every text", true),
    ];
    html! {
        nav aria-label="Contents" {
            ol { @for (id, name, _) in links.iter().filter(|link| link.2) { li { a href={ "#" (id) } { (name) } } } }
        }
    }
}
