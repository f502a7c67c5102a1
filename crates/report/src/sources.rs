use std::collections::HashMap;

use maud::{Markup, html};
use quiz::List;

use super::Content;
use super::element::{counted, section as framed, table};
use super::names::{called, entries, listed};

/// Every source, with where it is cited.
pub(super) fn section(content: &Content<'_>) -> Markup {
    let cited = citations(content);
    let sources = content.names.list("sources");
    let rows = html! {
        @for source in sources {
            @let id = source.text("id").unwrap_or("?");
            tr id={ "source-" (id) } {
                th scope="row" { (source.text("title").unwrap_or("?")) }
                td { (source.text("published").unwrap_or("?")) }
                td.link { @match source.text("link") { Some(link) => { a href=(link) rel="noreferrer" { (link) } } None => "none" } }
                td {
                    @match cited.get(id) {
                        Some(places) => { ul { @for place in places { li { (place) } } } }
                        None => "nowhere",
                    }
                }
            }
        }
    };
    framed(
        "sources",
        "Every source",
        &html! {
            p { (counted(sources.len(), "source")) ", last checked on " (content.names.text("checked")) "." }
            @if !sources.is_empty() { (table("Sources and where they are cited", &["Title", "Published", "Link", "Cited in"], &rows)) }
        },
    )
}

fn citations<'n>(content: &Content<'n>) -> HashMap<&'n str, Vec<String>> {
    let mut cited: HashMap<&str, Vec<String>> = HashMap::new();
    for list in List::RESULT.map(List::name) {
        for item in content.names.list(list) {
            let place = format!("{}: {}", super::texts::title(list), place(list, called(item)));
            let figures = entries(item, "figures").iter().flat_map(|it| listed(it, "sources"));
            for id in listed(item, "sources").chain(figures) {
                let places = cited.entry(id).or_default();
                if places.last() != Some(&place) {
                    places.push(place.clone());
                }
            }
        }
    }
    cited
}

fn place(list: &str, name: String) -> String {
    if list == "plans" { super::names::spaced(&name) } else { name }
}

/// Sources by their titles, each with a link to the list of all.
pub(super) fn cited(content: &Content<'_>, ids: &[&str]) -> Markup {
    let find = |id: &str| {
        content.names.list("sources").iter().find(|source| source.text("id") == Some(id))
    };
    html! {
        ul {
            @for id in ids {
                li {
                    @match find(id) {
                        Some(source) => {
                            a href={ "#source-" (id) } { (source.text("title").unwrap_or(id)) }
                            ", " (source.text("published").unwrap_or("?"))
                        }
                        None => { strong { "unknown source " (id) } }
                    }
                }
            }
        }
    }
}
