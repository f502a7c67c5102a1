//! Words of a text become a figure with a source.

use check::Severity;
use editor::overlay_name;
use serde_json::json;
use studio::model::Page;
use studio::{EditMsg, ShowMsg};

use super::person::{QUIZ, Studio};
use crate::editor::path;

/// A text, what is selected in it, and what becomes of it.
const CASES: [(&str, &str, Option<&str>); 6] = [
    ("Seen in 20 people.", "20 people", Some("Seen in {20-people}.")),
    ("Visto en 20 personas, 😀 o más.", "20 personas", Some("Visto en {20-personas}, 😀 o más.")),
    ("😀 after 10 to 30 minutes", "10 to 30 minutes", Some("😀 after {10-to-30-minutes}")),
    ("About 5 days later", " 5 days ", Some("About {5-days} later")),
    ("About 5 days later", "", None),
    ("About {depth} deep", "{depth}", None),
];

#[test]
fn selected_words_become_a_figure_with_the_source_at_hand() {
    for (text, selected, expected) in CASES {
        let mut studio = Studio::opened();
        studio.send(ShowMsg::WentTo(Page::Item("benefits", 3)));
        let place = "benefits/3/words/may";
        studio.write(place, text);
        let before = text[..text.find(selected).expect("a part")].encode_utf16().count();
        let end = before + selected.encode_utf16().count();
        studio.send(EditMsg::MadeFigure(path(place), before..end));
        let benefit =
            studio.open().draft.quiz().at(&path("benefits/3")).expect("a benefit").clone();
        let written = benefit.get("words").and_then(|it| it.text("may"));
        assert_eq!(written, Some(expected.unwrap_or(text)), "{selected}");
        let Some(expected) = expected else {
            studio.says("notice", "First select the figure");
            continue;
        };
        let figures = benefit.get("figures").expect("figures").clone();
        let figure = figures.entry(0).expect("one");
        let words = figure.get("words").and_then(|it| it.text("text"));
        assert_eq!(words, Some(selected.trim()));
        assert!(expected.contains(figure.text("id").expect("an id")));
        assert_eq!(figure.get("sources"), benefit.get("sources"), "it has one source");
        assert_eq!(studio.count("#f-benefits-3-figures-0[open]"), 1, "it is open");
        studio.send(EditMsg::Undid);
        let undone = studio.open().draft.quiz().at(&path(place)).cloned();
        assert_eq!(undone, check::node(json!(text).to_string().as_bytes()));
    }
}

#[test]
fn the_sources_at_hand_are_offered_first() {
    let mut studio = Studio::opened();
    studio.send(EditMsg::MadeFigure(path("benefits/4/words/may"), 0..2));
    studio.send(ShowMsg::WentTo(Page::Item("benefits", 4)));
    let offered = studio.ids("#f-benefits-4-figures-0-sources li input");
    let own = ["pores-review-2023", "elawar-2018-rf"];
    assert!(
        own.iter().all(|source| offered[..2].iter().any(|id| id.ends_with(source))),
        "{offered:?}"
    );
    assert!(offered.len() > 40);
}

/// A text of a benefit, and its key.
const PLACE: &str = "benefits/3/words/may";
const KEY: &str = "benefits.acne-scars-severe.may";

/// A text of a translation, and the words of a figure in it.
fn translated(studio: &Studio, tag: &str, key: &str) -> Option<String> {
    let name = overlay_name(QUIZ, tag);
    let file = studio.open().draft.find(&name)?;
    let words = studio.open().draft.document(file).node().get("words")?;
    words.text(key).map(str::to_owned)
}

#[test]
fn translations_with_the_same_numbers_have_the_figure_too() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Item("benefits", 3)));
    studio.write(PLACE, "It may help some, as in 20 people.");
    for (tag, text) in
        [("es", "Puede ayudar, como en 20 personas."), ("ar", "قد يساعد، كما لدى ٢٠ شخصًا.")]
    {
        studio.send(EditMsg::Translated(tag.to_owned(), KEY.to_owned(), text.to_owned()));
    }
    let text = "It may help some, as in ";
    studio.send(EditMsg::MadeFigure(path(PLACE), text.len()..text.len() + "20 people".len()));
    let figure = "benefits.acne-scars-severe.figures.20-people.text";
    for (tag, text, words) in [
        ("es", "Puede ayudar, como en {20-people}.", "20 personas"),
        ("ar", "قد يساعد، كما لدى {20-people}.", "٢٠ شخصًا"),
    ] {
        assert_eq!(translated(&studio, tag, KEY).as_deref(), Some(text));
        assert_eq!(translated(&studio, tag, figure).as_deref(), Some(words));
        let rows = studio.open().translation(tag);
        let mut own = rows.rows().filter(|row| row.key == KEY || row.key == figure);
        assert!(own.all(|row| !row.is_outdated), "{tag}: it is as new as its text");
    }
    studio.send(EditMsg::Undid);
    assert_eq!(translated(&studio, "es", figure), None, "one step back");
    let undone = translated(&studio, "es", KEY);
    assert_eq!(undone.as_deref(), Some("Puede ayudar, como en 20 personas."));
}

#[test]
fn an_older_translation_without_the_figure_is_no_error() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Item("benefits", 3)));
    studio.write(PLACE, "It may help some, as in 20 people.");
    let text = "It may help some, as in ";
    studio.send(EditMsg::MadeFigure(path(PLACE), text.len()..text.len() + "20 people".len()));
    let findings = studio.open().findings.iter().map(|(_, it)| it);
    let about: Vec<_> = findings.filter(|it| it.id.starts_with("translation/")).collect();
    assert!(about.iter().any(|it| it.id == "translation/outdated"), "{about:?}");
    assert!(about.iter().all(|it| it.severity != Severity::Error), "{about:?}");
}

#[test]
fn the_figure_that_was_made_is_led_to() {
    let mut studio = Studio::opened();
    studio.send(ShowMsg::WentTo(Page::Item("benefits", 3)));
    studio.write(PLACE, "It may help some, as in 20 people.");
    let text = "It may help some, as in ";
    studio.send(EditMsg::MadeFigure(path(PLACE), text.len()..text.len() + "20 people".len()));
    assert_eq!(studio.places[0], "f-benefits-3-figures-0-sources");
    assert_eq!(studio.count("#f-benefits-3-figures-0-sources"), 1, "it is there");
}
